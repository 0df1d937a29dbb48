using System.Data;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Accounts;

public class AccessLinkTests
{
    private static readonly DateTimeOffset Now = TestDatabase.Now;

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Two_who_follow_a_link_at_once_do_not_both_get_in(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var one = database.Open();
        await using var other = database.Open();
        var secret = await one.OfferSetupAsync(Now, default);
        var (first, second) = (await OpenAsync(one, secret!), await OpenAsync(other, secret!));

        first!.Close(Now);
        await one.SaveChangesAsync();
        second!.Close(Now);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
        Assert.Null(await OpenAsync(one, secret!));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_setup_link_is_good_for_an_hour_until_the_next_start_or_the_first_account(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();

        var first = await db.OfferSetupAsync(Now, default);
        var second = await db.OfferSetupAsync(Now, default);

        Assert.Null(await OpenAsync(db, first!));
        Assert.NotNull(await OpenAsync(db, second!));
        Assert.NotNull(await db.OpenLinkAsync(AccessKind.Setup, second!, Now.AddMinutes(59), default));
        Assert.Null(await db.OpenLinkAsync(AccessKind.Setup, second!, Now.AddMinutes(60), default));
        Assert.Null(await db.OpenLinkAsync(AccessKind.Reset, second!, Now, default));

        await HireAsync(db, "vera@example.org", Roles.Admin);
        Assert.Null(await db.OfferSetupAsync(Now, default));
        Assert.Null(await OpenAsync(db, second!));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_new_link_for_an_account_ends_the_earlier_ones(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var account = await HireAsync(db, "vera@example.org", Roles.Editor);
        var first = db.AddLink(AccessKind.Reset, "Boss", Now, account.Id);
        await db.SaveChangesAsync();

        await db.CloseLinksAsync(account.Id, Now, default);
        var second = db.AddLink(AccessKind.Reset, "Boss", Now, account.Id);
        await db.SaveChangesAsync();

        Assert.Null(await db.OpenLinkAsync(AccessKind.Reset, first, Now, default));
        Assert.NotNull(await db.OpenLinkAsync(AccessKind.Reset, second, Now, default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_last_administrator_who_can_sign_in_is_kept(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var boss = await HireAsync(db, "boss@example.org", Roles.Admin);
        var gone = await HireAsync(db, "gone@example.org", Roles.Admin);
        gone.DisabledAt = Now;
        await db.SaveChangesAsync();

        Assert.Equal("Rule.LastAdmin", (await Assert.ThrowsAsync<RuleException>(() => db.RequireOtherAdminAsync(boss.Id, default))).Rule);

        await HireAsync(db, "second@example.org", Roles.Admin);
        await db.RequireOtherAdminAsync(boss.Id, default);
    }

    [Theory, OnPostgres]
    public async Task Two_administrators_who_take_each_other_away_at_once_do_not_both_succeed(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var one = database.Open();
        await using var other = database.Open();
        var (boss, second) = (await HireAsync(one, "boss@example.org", Roles.Admin), await HireAsync(one, "second@example.org", Roles.Admin));
        await using var first = await one.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await using var late = await other.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await one.RequireOtherAdminAsync(boss.Id, default);
        await other.RequireOtherAdminAsync(second.Id, default);
        var theirs = await other.Users.SingleAsync(a => a.Id == second.Id);
        boss.DisabledAt = Now;
        theirs.DisabledAt = Now;
        await one.SaveChangesAsync();
        await first.CommitAsync();

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await other.SaveChangesAsync();
            await late.CommitAsync();
        });
        Assert.True(other.IsCollision(failure), failure.ToString());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_list_says_what_everybody_is_and_when_they_were_last_there(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var wei = await HireAsync(db, "wei@example.org", Roles.Translator, "Wei", "zh,en");
        await HireAsync(db, "xia@example.org", Roles.Editor, "Xia");
        db.Audit.Add(new AuditEntry(Now.AddDays(-3), "Wei", "session.begin", "account") { AccountId = wei.Id });
        var boss = await HireAsync(db, "boss@example.org", Roles.Editor, "Boss");
        await db.GiveRoleAsync(boss.Id, Roles.Admin, default);
        db.Sessions.Add(new Session { Key = "k", AccountId = boss.Id, Ticket = [], StartedAt = Now, SeenAt = Now.AddHours(1), ExpiresAt = Now.AddHours(2) });
        await db.SaveChangesAsync();

        var lines = await db.AccountLinesAsync(default);

        Assert.Equal([("Boss", "Admin", "", Now.AddHours(1)), ("Wei", "Translator", "zh,en", Now.AddDays(-3)), ("Xia", "Editor", "", null)],
            lines.Select(l => (l.Name, l.Role, l.Languages, l.SeenAt)).ToArray<(string, string, string, DateTimeOffset?)>());
        Assert.Equal(boss.Id, (await db.AccountByEmailAsync(" BOSS@Example.org ", default))!.Id);
    }

    private static Task<AccessLink?> OpenAsync(PortalDb db, string secret) => db.OpenLinkAsync(AccessKind.Setup, secret, Now, default);

    private static async Task<Account> HireAsync(PortalDb db, string email, string role, string name = "N.", string languages = "")
    {
        var account = await db.AddAccountAsync(email, name, role, languages, "en", Now, default);
        account.PasswordHash = "hash";
        await db.SaveChangesAsync();
        return account;
    }
}
