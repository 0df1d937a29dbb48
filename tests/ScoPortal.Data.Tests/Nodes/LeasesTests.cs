using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Translation;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Nodes;

public class LeasesTests
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Work_is_with_one_node_until_it_lets_go(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        var (a, b) = (newsroom.Node(), newsroom.Node());

        Assert.NotNull(await a.TakeAsync("pairs", Span, default));
        Assert.Null(await b.TakeAsync("pairs", Span, default));
        Assert.NotNull(await b.TakeAsync("cleanup", Span, default));
        Assert.NotNull(await a.TakeAsync("pairs", Span, default));

        await b.LetGoAsync("pairs", 99, default);
        Assert.Null(await b.TakeAsync("pairs", Span, default));
        await a.LetGoAsync("pairs", 42, default);
        Assert.Equal(42, (await b.TakeAsync("pairs", Span, default))!.Position);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Work_of_a_node_that_died_is_another_s_after_its_time(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        var (a, b) = (newsroom.Node(), newsroom.Node());
        await a.TakeAsync("pairs", Span, default);
        await a.LetGoAsync("pairs", 7, default);
        await a.TakeAsync("pairs", Span, default);

        newsroom.Clock.Now += Span - TimeSpan.FromSeconds(1);
        Assert.Null(await b.TakeAsync("pairs", Span, default));
        newsroom.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(7, (await b.TakeAsync("pairs", Span, default))!.Position);
        Assert.Null(await a.TakeAsync("pairs", Span, default));
        await a.LetGoAsync("pairs", 8, default);
        await b.LetGoAsync("pairs", null, default);
        Assert.Equal(7, (await a.TakeAsync("pairs", Span, default))!.Position);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Work_that_was_taken_while_a_clock_was_years_ahead_is_not_left_until_then(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        var (a, b, right) = (newsroom.Node(), newsroom.Node(), newsroom.Clock.Now);
        newsroom.Clock.Now = right.AddYears(10);
        Assert.NotNull(await a.TakeAsync("pairs", Span, default));

        newsroom.Clock.Now = right;
        Assert.NotNull(await b.TakeAsync("pairs", Span, default));
        Assert.Null(await a.TakeAsync("pairs", Span, default));

        // A node whose clock is some minutes behind believes the others.
        newsroom.Clock.Now = right - (Span / 2);
        Assert.Null(await a.TakeAsync("pairs", Span, default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Of_many_nodes_that_ask_at_once_one_gets_it(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        for (var round = 1; round <= 3; round++)
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => newsroom.Node().TakeAsync("pairs", Span, default))));

            Assert.Single(taken, l => l is not null);
            newsroom.Clock.Now += Span;
        }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_one_node_has_looked_for_pairs_no_other_looks_at_again(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        using PairFinder first = new(), second = new();
        using PairWatch a = newsroom.Watch(first), b = newsroom.Watch(second);
        await newsroom.Database.KeepAsync("en", PairTexts.English);
        await newsroom.Database.KeepAsync("de", PairTexts.German);

        Assert.Equal(1, await a.CatchUpAsync(default));
        // Somebody else's look would offer it anew.
        await newsroom.ForgetSuggestionsAsync();
        Assert.Equal(0, await b.CatchUpAsync(default));

        await newsroom.Database.KeepAsync("ru", PairTexts.Russian);
        await newsroom.Node().TakeAsync("pairs", Span, default);
        Assert.Equal(0, await b.CatchUpAsync(default));
        newsroom.Clock.Now += Span;
        Assert.Equal(2, await b.CatchUpAsync(default));
        Assert.Equal(0, await a.CatchUpAsync(default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_has_ended_is_cleared_away_by_one_node(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        await newsroom.UseAsync();
        var (a, b) = (newsroom.Cleanup(), newsroom.Cleanup());

        newsroom.Clock.Now += TimeSpan.FromHours(2);
        Assert.Equal((1, null), (await a.CleanAsync(default), await b.CleanAsync(default)));
        Assert.Equal((1, 0, 1, 1), await newsroom.CountAsync());

        newsroom.Clock.Now += TimeSpan.FromHours(24);
        Assert.Equal((1, null), (await b.CleanAsync(default), await a.CleanAsync(default)));
        Assert.Equal((0, 0, 1, 1), await newsroom.CountAsync());

        // A node that is stopped hands it on at once.
        newsroom.Clock.Now += TimeSpan.FromDays(40);
        Assert.Equal(2, await a.CleanAsync(default));
        Assert.Null(await b.CleanAsync(default));
        await a.StopAsync(default);
        Assert.Equal(0, await b.CleanAsync(default));
        Assert.Equal((0, 0, 0, 0), await newsroom.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Of_whole_addresses_that_an_older_node_has_written_the_network_is_left(DatabaseProvider engine)
    {
        await using var newsroom = await TwoNodes.OpenAsync(engine);
        await using (var db = newsroom.CreateDbContext())
        {
            foreach (var address in new[] { "203.0.113.77", "::ffff:198.51.100.9", "2001:db8:1:2::7", "192.0.2.0/24", "unknown", null })
                db.Audit.Add(new AuditEntry(newsroom.Clock.Now, "Vera", "session.begin", "account/1") { Address = address });
            await db.SaveChangesAsync();
        }

        Assert.Equal(4, await newsroom.Cleanup().CleanAsync(default));

        await using var after = newsroom.CreateDbContext();
        Assert.Equal(
            ["203.0.113.0/24", "198.51.100.0/24", "2001:db8:1::/48", "192.0.2.0/24", null, null],
            await after.Audit.OrderBy(a => a.Id).Select(a => a.Address).ToListAsync());
    }
}
