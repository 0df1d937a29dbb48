using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Nodes;

namespace ScoPortal.Data.Accounts;

/// <summary>An account in a list. Without a session it was last seen when it last signed in.</summary>
public sealed record AccountLine(
    int Id, string Name, string Email, string Role, string Languages, bool TwoFactor, DateTimeOffset CreatedAt, DateTimeOffset? SeenAt, DateTimeOffset? DisabledAt);

/// <summary>What is done with accounts from the desk and from the command line alike.</summary>
public static class AccountQueries
{
    /// <summary>How long a link for the first administrator is good.</summary>
    public static readonly TimeSpan SetupTime = TimeSpan.FromHours(1);

    /// <summary>How long an invitation is good, and a link to choose a password with.</summary>
    public static readonly TimeSpan LinkTime = TimeSpan.FromDays(7);

    // What the audit calls making a link: a link itself has only the name of who made it, which others may have too.
    private static readonly string[] Making = ["account.invite", "account.reset"];

    /// <summary>Every account that is somebody's by name, with its role and when it was last at the desk.</summary>
    public static Task<List<AccountLine>> AccountLinesAsync(this PortalDb db, CancellationToken cancel) => (
        from account in db.Users
        where account.DeletedAt == null
        orderby account.DisplayName, account.Id
        select new AccountLine(
            account.Id, account.DisplayName, account.Email!,
            db.UserRoles.Where(r => r.UserId == account.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!).FirstOrDefault() ?? "",
            account.Languages, account.TwoFactorEnabled, account.CreatedAt,
            db.Sessions.Where(s => s.AccountId == account.Id).Max(s => (DateTimeOffset?)s.SeenAt)
                ?? db.Audit.Where(a => a.AccountId == account.Id && a.Action == "session.begin").Max(a => (DateTimeOffset?)a.At),
            account.DisabledAt)).ToListAsync(cancel);

    /// <summary>The account with that address, however it is capitalised; null when there is none.</summary>
    public static Task<Account?> AccountByEmailAsync(this PortalDb db, string email, CancellationToken cancel)
    {
        var normal = email.Trim().ToUpperInvariant();
        return db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normal, cancel);
    }

    /// <summary>Adds an account that has no password yet. Save afterwards.</summary>
    /// <param name="db">The database.</param>
    /// <param name="email">Its address, with which it signs in.</param>
    /// <param name="name">The name that others see.</param>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="languages">The languages a translator may write.</param>
    /// <param name="ui">The language of the desk.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Account> AddAccountAsync(
        this PortalDb db, string email, string name, string role, string languages, string ui, DateTimeOffset now, CancellationToken cancel)
    {
        var account = new Account
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            DisplayName = name,
            UiLanguage = ui,
            Languages = role == Roles.Translator ? languages : "",
            CreatedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Secret.New(),
        };
        db.Users.Add(account);
        await db.SaveChangesAsync(cancel);
        await db.GiveRoleAsync(account.Id, role, cancel);
        return account;
    }

    /// <summary>Gives an account its one role. Save afterwards.</summary>
    public static async Task GiveRoleAsync(this PortalDb db, int accountId, string role, CancellationToken cancel)
    {
        var roleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync(cancel);
        var held = await db.UserRoles.Where(r => r.UserId == accountId).ToListAsync(cancel);
        db.UserRoles.RemoveRange(held.Where(r => r.RoleId != roleId));
        if (!held.Exists(r => r.RoleId == roleId))
            db.UserRoles.Add(new IdentityUserRole<int> { UserId = accountId, RoleId = roleId });
    }

    /// <summary>
    /// Refuses to take the portal's last administrator away. In a serializable transaction with what comes of it: of two who
    /// take each other away at once, one has to fail.
    /// </summary>
    /// <exception cref="RuleException">No other administrator may sign in.</exception>
    public static async Task RequireOtherAdminAsync(this PortalDb db, int accountId, CancellationToken cancel)
    {
        var others = from held in db.UserRoles
                     join role in db.Roles on held.RoleId equals role.Id
                     join account in db.Users on held.UserId equals account.Id
                     where role.Name == Roles.Admin && account.Id != accountId && account.DisabledAt == null && account.PasswordHash != null
                     select account.Id;
        Roles.KeepAnAdmin(await others.CountAsync(cancel));
    }

    /// <summary>
    /// Ends every session of an account. The new security stamp is what ends them, together with what it is saved with; the
    /// rows go at once.
    /// </summary>
    public static async Task EndSessionsAsync(this PortalDb db, Account account, CancellationToken cancel)
    {
        account.SecurityStamp = Secret.New();
        await db.Sessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>How many passkeys an account has.</summary>
    public static Task<int> CountPasskeysAsync(this PortalDb db, int accountId, CancellationToken cancel) =>
        db.Set<IdentityUserPasskey<int>>().CountAsync(p => p.UserId == accountId, cancel);

    /// <summary>Removes every passkey of an account, at once.</summary>
    /// <returns>How many.</returns>
    public static Task<int> RemovePasskeysAsync(this PortalDb db, int accountId, CancellationToken cancel) =>
        db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == accountId).ExecuteDeleteAsync(cancel);

    /// <summary>Adds a link that lets its holder in once. Save afterwards.</summary>
    /// <returns>The secret for its address; the database has only the hash.</returns>
    public static string AddLink(this PortalDb db, AccessKind kind, string by, DateTimeOffset now, int? accountId = null, string? email = null, string? role = null, string languages = "")
    {
        var secret = Secret.New();
        db.AccessLinks.Add(new AccessLink
        {
            Kind = kind,
            SecretHash = Secret.Hash(secret),
            AccountId = accountId,
            Email = email,
            Role = role,
            Languages = languages,
            CreatedBy = by,
            CreatedAt = now,
            ExpiresAt = now + (kind == AccessKind.Setup ? SetupTime : LinkTime),
        });
        return secret;
    }

    /// <summary>The links of a kind that still open something.</summary>
    public static IQueryable<AccessLink> OpenLinks(this PortalDb db, AccessKind kind, DateTimeOffset now)
    {
        var wrong = now + Clocks.Tolerance;
        return db.AccessLinks.Where(l => l.Kind == kind && l.UsedAt == null && l.ExpiresAt > now && l.CreatedAt <= wrong);
    }

    /// <summary>The link with that secret, if it still opens something.</summary>
    public static Task<AccessLink?> OpenLinkAsync(this PortalDb db, AccessKind kind, string secret, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret);
        return db.OpenLinks(kind, now).SingleOrDefaultAsync(l => l.SecretHash == hash, cancel);
    }

    /// <summary>Takes back the earlier links of an account, so that only the newest opens something.</summary>
    public static Task<int> CloseLinksAsync(this PortalDb db, int accountId, DateTimeOffset now, CancellationToken cancel) =>
        db.AccessLinks.Where(l => l.AccountId == accountId && l.UsedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now).SetProperty(x => x.Version, x => x.Version + 1), cancel);

    /// <summary>Takes back the links that somebody made for others and that nobody has used: invitations, and links to choose a password with.</summary>
    public static Task<int> CloseLinksByAsync(this PortalDb db, int accountId, DateTimeOffset now, CancellationToken cancel) =>
        db.AccessLinks.Where(l => l.UsedAt == null && db.Audit.Any(a => a.AccountId == accountId && a.At == l.CreatedAt && Making.Contains(a.Action)))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now).SetProperty(x => x.Version, x => x.Version + 1), cancel);

    /// <summary>
    /// A link for the first administrator, while there is no account; earlier ones open nothing any more.
    /// </summary>
    /// <returns>The secret; null when there is an account.</returns>
    public static async Task<string?> OfferSetupAsync(this PortalDb db, DateTimeOffset now, CancellationToken cancel)
    {
        await db.AccessLinks.Where(l => l.Kind == AccessKind.Setup).ExecuteDeleteAsync(cancel);
        if (await db.Users.AnyAsync(cancel))
            return null;
        var secret = db.AddLink(AccessKind.Setup, "start", now);
        await db.SaveChangesAsync(cancel);
        return secret;
    }
}
