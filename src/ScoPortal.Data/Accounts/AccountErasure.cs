using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Accounts;

/// <summary>
/// Takes the person out of an account for good. Its row stays, since revisions and the audit point to it, under a name that says nothing. The
/// only statements that change lines of the audit: what was done, when and to what stays as it is.
/// </summary>
public static class AccountErasure
{
    // What says who somebody is stands in these lines alone.
    private static readonly string[] AboutPeople = ["account.create", "account.profile", "account.invite", "account.uninvite", "account.passkey-add", "account.passkey-rename", "account.passkey-remove"];

    /// <summary>What a deleted account is called.</summary>
    public static string NameOf(int accountId) => FormattableString.Invariant($"deleted account {accountId}");

    /// <summary>Erases an account; in a transaction, with the line in the audit saved after it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account, tracked.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task EraseAsync(this PortalDb db, Account account, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (id, name) = (account.Id, NameOf(account.Id));
        var names = await db.NamesOfAsync(account, cancel);
        var email = account.Email!;

        await db.AccessLinks.Where(l => l.AccountId == id || l.Email == email).ExecuteDeleteAsync(cancel);
        await db.CloseLinksByAsync(id, now, cancel);
        await db.EndSessionsAsync(account, cancel);
        await db.RemovePasskeysAsync(id, cancel);
        await db.UserTokens.Where(t => t.UserId == id).ExecuteDeleteAsync(cancel);
        await db.UserLogins.Where(l => l.UserId == id).ExecuteDeleteAsync(cancel);
        await db.UserClaims.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
        await db.UserRoles.Where(r => r.UserId == id).ExecuteDeleteAsync(cancel);
        await db.WorkingCopies.Where(c => c.AccountId == id).ExecuteDeleteAsync(cancel);
        await db.Presences.Where(p => p.AccountId == id).ExecuteDeleteAsync(cancel);
        await db.Assignments.Where(a => a.AccountId == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.AccountId, (int?)null), cancel);

        await db.Audit.Where(a => a.AccountId == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.By, name).SetProperty(x => x.Address, (string?)null), cancel);
        // Whole, as the audit has it: part of another address is somebody else.
        var quoted = JsonSerializer.Serialize(email);
        var subject = FormattableString.Invariant($"account/{id}");
        await db.Audit.Where(a => AboutPeople.Contains(a.Action) && (a.Subject == subject || a.Before!.Contains(quoted) || a.After!.Contains(quoted)))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Before, (string?)null).SetProperty(x => x.After, (string?)null), cancel);
        foreach (var former in names)
        {
            var (by, byNobody) = ($"\"by\":{JsonSerializer.Serialize(former)}", $"\"by\":{JsonSerializer.Serialize(name)}");
            await db.Audit.Where(a => a.Action == "account.create" && a.After!.Contains(by))
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.After, x => x.After!.Replace(by, byNobody)), cancel);
        }

        await db.Revisions.Where(r => r.AccountId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.By, name), cancel);
        await db.Suggestions.Where(s => s.DecidedById == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.DecidedBy, name), cancel);
        await db.TranslationDrafts.Where(d => d.UpdatedById == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.UpdatedBy, name), cancel);
        await db.LinkChanges.Where(c => c.AccountId == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.By, name), cancel);
        await db.LinkChanges.Where(c => names.Contains(c.UndoneBy!)).ExecuteUpdateAsync(c => c.SetProperty(x => x.UndoneBy, name), cancel);
        await db.Assignments.Where(a => names.Contains(a.By)).ExecuteUpdateAsync(a => a.SetProperty(x => x.By, name), cancel);
        await db.MemoryUnits.Where(u => names.Contains(u.By)).ExecuteUpdateAsync(u => u.SetProperty(x => x.By, name), cancel);
        await db.AccessLinks.Where(l => names.Contains(l.CreatedBy)).ExecuteUpdateAsync(l => l.SetProperty(x => x.CreatedBy, name), cancel);
        await db.PreviewLinks.Where(l => names.Contains(l.CreatedBy)).ExecuteUpdateAsync(l => l.SetProperty(x => x.CreatedBy, name), cancel);
        await db.FailedImports.Where(f => names.Contains(f.By!)).ExecuteUpdateAsync(f => f.SetProperty(x => x.By, name), cancel);

        var address = FormattableString.Invariant($"deleted-{id}@deleted.invalid");
        (account.DisplayName, account.Email, account.UserName) = (name, address, address);
        (account.NormalizedEmail, account.NormalizedUserName) = (address.ToUpperInvariant(), address.ToUpperInvariant());
        (account.PasswordHash, account.TwoFactorEnabled, account.PhoneNumber, account.Languages) = (null, false, null, "");
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        (account.DisabledAt, account.DeletedAt) = (account.DisabledAt ?? now, now);
    }

    // The names it has and had, where nobody else has them: rows that know a name and no account are found by it.
    private static async Task<List<string>> NamesOfAsync(this PortalDb db, Account account, CancellationToken cancel)
    {
        var former = await db.Audit.Where(a => a.AccountId == account.Id && a.Action == "account.profile" && a.Before != null).Select(a => a.Before!).ToListAsync(cancel);
        List<string> names = [account.DisplayName, .. former.Select(NameIn).OfType<string>()];
        var taken = await db.Users.Where(u => u.Id != account.Id && names.Contains(u.DisplayName)).Select(u => u.DisplayName).ToListAsync(cancel);
        return [.. names.Distinct().Except(taken)];
    }

    private static string? NameIn(string json)
    {
        using var values = JsonDocument.Parse(json);
        return values.RootElement.ValueKind == JsonValueKind.Object && values.RootElement.TryGetProperty("Name", out var name) ? name.GetString() : null;
    }

    /// <summary>
    /// Leaves of each whole network address its network: nodes of an older portal beside newer ones write them, and so may an archive of one.
    /// </summary>
    /// <returns>How many lines of the audit and sessions.</returns>
    public static async Task<int> CutAddressesAsync(this PortalDb db, CancellationToken cancel)
    {
        var whole = await db.Audit.Select(a => a.Address).Union(db.Sessions.Select(s => s.Address)).Where(a => a != null && !a.Contains("/")).ToListAsync(cancel);
        var rows = 0;
        foreach (var address in whole)
        {
            var network = IPAddress.TryParse(address, out var parsed) ? ClientNetwork.Of(parsed) : null;
            rows += await db.Audit.Where(a => a.Address == address).ExecuteUpdateAsync(a => a.SetProperty(x => x.Address, network), cancel)
                + await db.Sessions.Where(s => s.Address == address).ExecuteUpdateAsync(s => s.SetProperty(x => x.Address, network), cancel);
        }

        return rows;
    }
}
