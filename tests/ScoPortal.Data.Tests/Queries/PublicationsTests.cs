using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Tests.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Queries;

/// <summary>What is counted in memory is what a visitor may read, and what the database would count.</summary>
public class PublicationsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Months_are_counted_newest_first_up_to_their_last_second(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await PublishAsync(newsroom, "2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z", "2026-02-28T23:30:00Z");
        await PublishAsync(newsroom, "2026-03-01T00:00:01Z");
        await newsroom.DraftAsync("de", "Ein Entwurf");
        var publications = new Publications();
        await FollowAsync(publications, newsroom);

        Assert.Equal([new(2026, 2, 1), new(2026, 1, 2), new(2025, 12, 1)], publications.Months("de", Now));
        Assert.Equal([new(2026, 3, 1), new(2026, 2, 1)], publications.Months("de", Now.AddSeconds(1)).Take(2));
        Assert.Equal((1, 0), (publications.Scheduled(Now), publications.Scheduled(Now.AddSeconds(1))));
        Assert.Empty(publications.Months("en", Now));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Of_many_stories_all_counts_are_those_of_the_database(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await SyntheticNewsroom.AddAsync(newsroom.Open, 120, seed: 1, TestDatabase.Now, progress: null, CancellationToken.None);
        var publications = new Publications();
        await FollowAsync(publications, newsroom);

        await AgreeAsync(publications, newsroom);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_is_withdrawn_filed_elsewhere_or_published_is_counted_with_the_next_look_at_the_change_log(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        var publications = new Publications();
        await FollowAsync(publications, newsroom);
        await using (var db = newsroom.Open())
        {
            var open = await db.Releases.Public(TestDatabase.Now).Include(r => r.Story.Zones).Include(r => r.Story.Topics).AsSplitQuery().OrderBy(r => r.Id).Take(2).ToListAsync();
            open[0].Withdraw("Taken back.", TestDatabase.Now);
            open[1].Story.FileUnder([], await db.Topics.OrderBy(t => t.Id).Take(3).ToListAsync());
            await db.SaveChangesAsync();
        }

        await PublishAsync(newsroom, "2020-05-05T12:00:00Z");
        await FollowAsync(publications, newsroom);

        await AgreeAsync(publications, newsroom);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_rare_filter_finds_its_releases_page_by_page_in_both_directions(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await SyntheticNewsroom.AddAsync(newsroom.Open, 200, seed: 1, TestDatabase.Now, progress: null, CancellationToken.None);
        var publications = new Publications();
        await FollowAsync(publications, newsroom);
        await using var db = newsroom.Open();
        var (zone, topic) = (await db.Zones.Where(z => z.Key == "liangjiang").Select(z => z.Id).SingleAsync(), await db.Topics.Where(t => t.Key == "port-rail").Select(t => t.Id).SingleAsync());
        var wanted = await db.Releases.Public(TestDatabase.Now).In("en").AboutZone(zone).UnderTopic(topic).NewestFirst().Select(r => new Place(r.PublishAt!.Value, r.Id)).ToListAsync();

        Assert.True(wanted.Count > 3);
        var list = new PublicList("en", zone, topic);
        IReadOnlyList<int> Found(PublicList some, int count) => publications.Find(some, count, TestDatabase.Now).Keys;
        Assert.Equal(wanted.Select(p => p.Id), Found(list, int.MaxValue));
        Assert.Equal(wanted.Skip(2).Take(1).Select(p => p.Id), Found(list with { Before = wanted[1] }, 1));
        Assert.Equal([wanted[1].Id, wanted[0].Id], Found(list with { After = wanted[2], IsOldestFirst = true }, 5));
        Assert.Equal([wanted[1].Id], Found(list with { After = wanted[2], Before = wanted[0] }, 5));
        Assert.Equal(wanted.Select(p => p.Id), await list.ReadAsync(db, publications, int.MaxValue, TestDatabase.Now, r => r.Select(x => x.Id), CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_was_published_or_withdrawn_a_moment_ago_is_read_right_before_memory_knows(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        var publications = new Publications();
        await FollowAsync(publications, newsroom);
        await using var db = newsroom.Open();
        var (zone, topics) = (await db.Zones.SingleAsync(z => z.Key == "scoda"), await db.Topics.ToListAsync());
        var bare = topics.First(t => !db.Releases.Any(r => r.Language == "de" && r.Story.Zones.Any(z => z.Id == zone.Id) && r.Story.Topics.Any(x => x.Id == t.Id)));
        var (few, none) = (new PublicList("de", zone.Id), new PublicList("de", zone.Id, bare.Id));
        Task<List<int>> ReadAsync(PublicList list) => list.ReadAsync(db, publications, 20, TestDatabase.Now, r => r.Select(x => x.Id), CancellationToken.None);
        var before = await ReadAsync(few);
        Assert.Empty(await ReadAsync(none));

        await PublishAsync(newsroom, "2020-05-05T12:00:00Z");
        var late = await db.Releases.Include(r => r.Story.Zones).Include(r => r.Story.Topics).AsSplitQuery().OrderByDescending(r => r.Id).FirstAsync();
        late.Story.FileUnder([zone], [bare]);
        (await db.Releases.SingleAsync(r => r.Id == before[0])).Withdraw("Taken back.", TestDatabase.Now);
        await db.SaveChangesAsync();

        Assert.Equal([late.Id], await ReadAsync(none));
        Assert.Contains(late.Id, await ReadAsync(few));
        Assert.DoesNotContain(before[0], await ReadAsync(few));
        await FollowAsync(publications, newsroom);
        Assert.Equal([late.Id], await ReadAsync(none));
    }

    private static async Task FollowAsync(Publications publications, TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        await publications.FollowAsync(db, await db.NewestChangeAsync(), CancellationToken.None);
    }

    private static async Task AgreeAsync(Publications publications, TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        var open = db.Releases.Public(TestDatabase.Now);
        foreach (var language in (string[])["en", "de", "ru", "zh"])
        {
            var published = await open.In(language).Select(r => r.PublishAt!.Value).ToListAsync();
            Assert.Equal(
                published.GroupBy(p => (p.UtcDateTime.Year, p.UtcDateTime.Month)).OrderByDescending(g => g.Key).Select(g => new MonthCount(g.Key.Year, g.Key.Month, g.Count())),
                publications.Months(language, TestDatabase.Now));
            Assert.Equal(
                await open.In(language).SelectMany(r => r.Story.Zones).GroupBy(z => z.Id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count),
                publications.PerZone(language, TestDatabase.Now));
            Assert.Equal(
                await open.In(language).SelectMany(r => r.Story.Topics).GroupBy(t => t.Id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count),
                publications.PerTopic(language, TestDatabase.Now));
            Assert.Equal(published.Count, publications.PerLanguage(TestDatabase.Now)[language]);
        }

        Assert.Equal(
            await db.Releases.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count), publications.PerState);
        Assert.Equal(await db.Releases.CountAsync(r => r.PublishAt > TestDatabase.Now && r.State == ReleaseState.Published), publications.Scheduled(TestDatabase.Now));
        Assert.Equal(await db.Stories.CountAsync(s => s.Releases.Any()), publications.Stories);
        Assert.Equal(
            (await open.Select(r => r.Id).ToListAsync()).Select(id => (id - 1) / 10).Distinct().Order(), publications.Ranges(["en", "de", "ru", "zh"], 10, TestDatabase.Now));
    }

    private static async Task PublishAsync(TestDatabase newsroom, params string[] instants)
    {
        await using var db = newsroom.Open();
        foreach (var instant in instants)
        {
            var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
            var release = new Story().Draft("de", Desk.Text($"Meldung vom {instant}"), Desk.Anna);
            release.Submit(Desk.Morning);
            release.Approve(Desk.Morning);
            release.Publish(at, Desk.Morning);
            db.Add(release.Story);
        }

        await db.SaveChangesAsync();
    }
}
