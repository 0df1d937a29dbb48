using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// Accounts in the database, with what a second step is made of out of sight: the key of the authenticator encrypted, recovery codes as
/// hashes. Whoever reads the table of tokens signs in with nothing of it.
/// </summary>
public sealed class AccountStore(PortalDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserStore<Account, IdentityRole<int>, PortalDb, int>(db, describer)
{
    // Before a value that is encrypted, and before codes that are hashed; those of older portals are neither.
    private const string Mark = "dp:";
    private const string HashMark = "h:";
    private const string Provider = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";
    private const int SaltLength = 16;

    // One salt for the ten of an account: a try costs one derivation, not ten.
    private const int Rounds = 210_000;
    private const int HashLength = 16;

    /// <summary>Encrypts what an older portal has left in clear.</summary>
    /// <returns>How many values.</returns>
    public async Task<int> SealAsync(CancellationToken cancel)
    {
        var open = await Context.UserTokens.Where(t => t.Value != null && !t.Value.StartsWith(Mark) && !t.Value.StartsWith(HashMark)).ToListAsync(cancel);
        foreach (var token in open)
        {
            token.Value = (token.LoginProvider, token.Name) == (Provider, Codes)
                ? Hashed(token.Value!.Split(';', StringSplitOptions.RemoveEmptyEntries))
                : Seal(token.UserId, token.LoginProvider, token.Name, token.Value!);
        }

        return open.Count == 0 ? 0 : await Context.SaveChangesAsync(cancel);
    }

    /// <inheritdoc />
    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return base.SetTokenAsync(user, loginProvider, name, value is null ? null : Seal(user.Id, loginProvider, name, value), cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is not { } value || value.StartsWith(HashMark, StringComparison.Ordinal))
            return null;
        // Of an older node beside this one; the next start seals it.
        if (!value.StartsWith(Mark, StringComparison.Ordinal))
            return value;
        try
        {
            return Protector(user.Id, loginProvider, name).Unprotect(value[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            // Its Data Protection key is lost: no code is right any more (DeskSignIn.IsTwoFactorEnabledAsync), recovery codes are.
            return null;
        }
    }

    /// <inheritdoc />
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, Provider, Codes, Hashed(recoveryCodes), cancellationToken);

    /// <inheritdoc />
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        if (await CodesAsync(user, cancellationToken) is not [var salt, .. var hashes])
            return false;
        var typed = Encoding.ASCII.GetBytes(HashOf(code, Base64Url.DecodeFromChars(salt)));
        var left = hashes.Where(h => !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(h), typed)).ToList();
        if (left.Count == hashes.Length)
            return false;
        await base.SetTokenAsync(user, Provider, Codes, HashMark + string.Join(';', [salt, .. left]), cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public override async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        Math.Max(0, (await CodesAsync(user, cancellationToken)).Length - 1);

    // The salt, and after it the hashes.
    private async Task<string[]> CodesAsync(Account user, CancellationToken cancel) =>
        await base.GetTokenAsync(user, Provider, Codes, cancel) is { } value && value.StartsWith(HashMark, StringComparison.Ordinal) ? value[HashMark.Length..].Split(';') : [];

    private static string Hashed(IEnumerable<string> codes)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return HashMark + string.Join(';', [Base64Url.EncodeToString(salt), .. codes.Select(c => HashOf(c, salt))]);
    }

    private static string HashOf(string code, byte[] salt) =>
        Base64Url.EncodeToString(Rfc2898DeriveBytes.Pbkdf2(code, salt, Rounds, HashAlgorithmName.SHA512, HashLength));

    private string Seal(int account, string provider, string name, string value) => Mark + Protector(account, provider, name).Protect(value);

    // A value is good for its own row only.
    private IDataProtector Protector(int account, string provider, string name) =>
        protection.CreateProtector("ScoPortal.Token", FormattableString.Invariant($"{account}"), provider, name);
}
