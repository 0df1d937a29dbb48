using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Nodes;

namespace ScoPortal.Data.Accounts;

/// <summary>A session that goes on.</summary>
/// <param name="Key">Its key in the table.</param>
/// <param name="Ticket">The ticket, as it was kept.</param>
/// <param name="SecurityStamp">The account's stamp now: a ticket with another one is worth nothing.</param>
/// <param name="Name">What the account is called now.</param>
/// <param name="UiLanguage">The language of its desk now.</param>
/// <param name="ConfirmedAt">When its owner last gave a password or a passkey, in UTC.</param>
public sealed record LiveSession(string Key, byte[] Ticket, string? SecurityStamp, string Name, string UiLanguage, DateTimeOffset? ConfirmedAt);

/// <summary>
/// Keeps who is signed in in the database: a session goes on at any node and after a restart, can be listed, and ends for
/// good the moment its row is gone, its account disabled or the account's security stamp another.
/// </summary>
public sealed class SessionStore(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    private const int MaxBrowser = 300;

    /// <summary>A session that is not used for this long ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However much it is used, it ends after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // How exactly it is known when a session was last used: one write a minute, not one a request.
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session, and clears away those that have ended by themselves.</summary>
    /// <param name="accountId">Who signs in.</param>
    /// <param name="ticket">Makes the ticket for a session with that key in the table.</param>
    /// <param name="address">The network address.</param>
    /// <param name="browser">What the browser calls itself.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="confirmedAt">When its owner gave a password or a passkey; now when null.</param>
    /// <returns>The secret for the cookie.</returns>
    public async Task<string> BeginAsync(
        int accountId, Func<string, byte[]> ticket, string? address, string? browser, CancellationToken cancel, DateTimeOffset? confirmedAt = null)
    {
        var (secret, now) = (Secret.New(), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        db.Sessions.Add(new Session
        {
            Key = Secret.Hash(secret),
            AccountId = accountId,
            Ticket = ticket(Secret.Hash(secret)),
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + Idle,
            ConfirmedAt = confirmedAt ?? now,
            Address = address,
            Browser = browser is { Length: > MaxBrowser } ? browser[..MaxBrowser] : browser,
        });
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>The session that the secret belongs to, if it goes on; it is used now, so it goes on for longer.</summary>
    /// <param name="secret">From the cookie.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<LiveSession?> FindAsync(string secret, CancellationToken cancel)
    {
        var (key, now) = (Secret.Hash(secret), clock.GetUtcNow());
        var wrong = now + Clocks.Tolerance;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from session in db.Sessions
            join account in db.Users on session.AccountId equals account.Id
            where session.Key == key && session.ExpiresAt > now && session.StartedAt <= wrong && account.DisabledAt == null
            select new { session.Ticket, session.StartedAt, session.SeenAt, account.SecurityStamp, account.DisplayName, account.UiLanguage, session.ConfirmedAt }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;

        // Either way: a clock that was ahead and is right again must not make a session last.
        if ((now - found.SeenAt).Duration() >= Precision)
        {
            var expires = now + Idle < found.StartedAt + Longest ? now + Idle : found.StartedAt + Longest;
            await db.Sessions.Where(s => s.Key == key)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now).SetProperty(x => x.ExpiresAt, expires), cancel);
        }

        return new(key, found.Ticket, found.SecurityStamp, found.DisplayName, found.UiLanguage, found.ConfirmedAt);
    }

    /// <summary>The account can sign in with more than a password: by the codes of an app, or by a passkey.</summary>
    /// <param name="accountId">Its key.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<bool> HasSecondFactorAsync(int accountId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(u => u.Id == accountId && u.TwoFactorEnabled, cancel) || await db.CountPasskeysAsync(accountId, cancel) > 0;
    }

    /// <summary>Notes that the owner of a session has just given a password or a passkey in it.</summary>
    /// <param name="key">Its key in the table.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task ConfirmAsync(string key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.Key == key).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, now), cancel);
    }

    /// <summary>Ends the session that the secret belongs to.</summary>
    /// <param name="secret">From the cookie.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task EndAsync(string secret, CancellationToken cancel)
    {
        var key = Secret.Hash(secret);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.Key == key).ExecuteDeleteAsync(cancel);
    }
}
