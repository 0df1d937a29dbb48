using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Accounts;

public class SessionStoreTests
{
    private static readonly byte[] Ticket = [1, 2, 3];

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_session_begun_at_one_node_goes_on_at_another(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        var secret = await newsroom.BeginAsync();

        var found = await newsroom.Store().FindAsync(secret, default);

        Assert.Equal(Ticket, found!.Ticket);
        Assert.Equal("stamp", found.SecurityStamp);
        Assert.Null(await newsroom.Store().FindAsync(Secret.New(), default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Who_reads_the_table_cannot_sign_in_with_it(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        var secret = await newsroom.BeginAsync();
        await using var db = newsroom.Database.Open();

        var session = await db.Sessions.SingleAsync();

        Assert.NotEqual(secret, session.Key);
        Assert.Null(await newsroom.Store().FindAsync(session.Key, default));
        Assert.Equal(("192.0.2.7", 300), (session.Address, session.Browser!.Length));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Use_keeps_a_session_alive_and_a_week_ends_it(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        var secret = await newsroom.BeginAsync();
        var begun = newsroom.Clock.Now;

        for (newsroom.Clock.Now += TimeSpan.FromHours(11); newsroom.Clock.Now < begun.AddDays(7); newsroom.Clock.Now += TimeSpan.FromHours(11))
            Assert.NotNull(await newsroom.Store().FindAsync(secret, default));
        newsroom.Clock.Now = begun.AddDays(7);

        Assert.Null(await newsroom.Store().FindAsync(secret, default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Half_a_day_unused_ends_a_session_and_the_next_to_begin_clears_it_away(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        var secret = await newsroom.BeginAsync();
        newsroom.Clock.Now += TimeSpan.FromHours(12);

        Assert.Null(await newsroom.Store().FindAsync(secret, default));

        await newsroom.BeginAsync();
        await using var db = newsroom.Database.Open();
        Assert.Equal(1, await db.Sessions.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task When_it_was_last_used_is_written_once_a_minute(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        var (begun, secret) = (newsroom.Clock.Now, await newsroom.BeginAsync());

        newsroom.Clock.Now = begun.AddSeconds(59);
        await newsroom.Store().FindAsync(secret, default);
        Assert.Equal(begun, await newsroom.SeenAtAsync());

        newsroom.Clock.Now = begun.AddSeconds(60);
        await newsroom.Store().FindAsync(secret, default);
        Assert.Equal(begun.AddSeconds(60), await newsroom.SeenAtAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_session_ends_with_its_row_or_its_account(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        var (first, second) = (await newsroom.BeginAsync(), await newsroom.BeginAsync());

        await newsroom.Store().EndAsync(first, default);
        Assert.Null(await newsroom.Store().FindAsync(first, default));
        Assert.NotNull(await newsroom.Store().FindAsync(second, default));

        await using var db = newsroom.Database.Open();
        await db.Users.ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, newsroom.Clock.Now));
        Assert.Null(await newsroom.Store().FindAsync(second, default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Ending_all_sessions_of_an_account_changes_its_stamp(DatabaseProvider engine)
    {
        await using var newsroom = await Newsroom.OpenAsync(engine);
        await newsroom.BeginAsync();
        await using var db = newsroom.Database.Open();
        var account = await db.Users.SingleAsync();

        await db.EndSessionsAsync(account, default);
        await db.SaveChangesAsync();

        Assert.Equal(0, await db.Sessions.CountAsync());
        Assert.NotEqual("stamp", account.SecurityStamp);
    }

    private sealed class Newsroom : IAsyncDisposable
    {
        private int accountId;

        public required TestDatabase Database { get; init; }

        public StandingClock Clock { get; } = new() { Now = TestDatabase.Now };

        public static async Task<Newsroom> OpenAsync(DatabaseProvider engine)
        {
            var newsroom = new Newsroom { Database = await TestDatabase.CreateAsync(engine) };
            await using var db = newsroom.Database.Open();
            var account = await db.AddAccountAsync("vera@example.org", "Vera", Roles.Editor, "", "en", TestDatabase.Now, default);
            account.SecurityStamp = "stamp";
            await db.SaveChangesAsync();
            newsroom.accountId = account.Id;
            return newsroom;
        }

        public SessionStore Store() => new(new Databases(Database), Clock);

        public Task<string> BeginAsync() => Store().BeginAsync(accountId, _ => Ticket, "192.0.2.7", new string('M', 1000), default);

        public async Task<DateTimeOffset> SeenAtAsync()
        {
            await using var db = Database.Open();
            return await db.Sessions.Select(s => s.SeenAt).SingleAsync();
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Databases(TestDatabase database) : IDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext() => database.Open();
    }
}
