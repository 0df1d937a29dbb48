using System.Globalization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using ScoPortal.Core.Accounts;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Checkup;

/// <summary>Looks at who may get in, and at the keys that guard sessions and forms.</summary>
internal sealed class SignInChecks(IKeyManager keys, PortalOptions options, TimeProvider time)
{
    public async Task<Finding> AdministratorsAsync(PortalDb db, CancellationToken cancel)
    {
        const string Check = "sign-in";
        var accounts = await db.AccountLinesAsync(cancel);
        if (accounts.Count == 0)
            return Finding.Warn(Check, "there is no account yet", "Open the address that the portal prints when it starts, or run 'account create EMAIL'.");
        var admins = accounts.Where(a => a is { Role: Roles.Admin, DisabledAt: null }).ToList();
        if (admins.Count == 0)
            return Finding.Fail(Check, "nobody administers the portal", "Run 'account create EMAIL --role Admin'.");
        var without = admins.Where(a => !a.TwoFactor).Select(a => a.Email).ToList();
        var said = string.Create(CultureInfo.InvariantCulture, $"{accounts.Count} accounts, {admins.Count} administrators");
        return without.Count > 0
            ? Finding.Warn(Check, string.Create(CultureInfo.InvariantCulture, $"{said}, {without.Count} of them without a second step"), "They turn it on at the desk, under their own name.", without)
            : Finding.Good(Check, said + ", all with a second step");
    }

    /// <summary>Reads them as the portal does; makes none.</summary>
    public Finding Keys()
    {
        const string Check = "keys";
        var now = time.GetUtcNow();
        var all = keys.GetAllKeys();
        if (all.Count == 0)
            return Finding.Good(Check, "none yet; the portal makes one when it starts");
        var unreadable = all.Where(k => !k.IsRevoked && k.ExpirationDate > now && !CanBeRead(k)).Select(k => k.KeyId.ToString()).ToList();
        if (unreadable.Count > 0)
            return Finding.Fail(
                Check, string.Create(CultureInfo.InvariantCulture, $"{unreadable.Count} of {all.Count} cannot be read"),
                "Put back what they are protected with. Without it everybody has to sign in again, and second steps may be lost.", unreadable);
        return all.Where(k => !k.IsRevoked && k.ActivationDate <= now && k.ExpirationDate > now).MaxBy(k => k.ExpirationDate) is { } current
            ? Finding.Good(Check, string.Create(CultureInfo.InvariantCulture, $"{all.Count}, the one in use until {current.ExpirationDate:yyyy-MM-dd}, {(options.KeyCertificates.Count > 0 ? "encrypted" : "in clear: Portal:KeyCertificate encrypts them")}"))
            : Finding.Warn(Check, string.Create(CultureInfo.InvariantCulture, $"{all.Count}, none of them good now"), "Start the portal: it makes a new one. If it runs, look at its clock and its log.");
    }

    private static bool CanBeRead(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        // Whatever was meant to unprotect it says so in its own way.
        catch (Exception)
        {
            return false;
        }
    }
}
