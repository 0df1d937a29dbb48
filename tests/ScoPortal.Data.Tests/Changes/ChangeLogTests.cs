using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Changes;

public class ChangeLogTests
{
    private const int Writers = 8;
    private const int Saves = 25;

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Whoever_follows_it_misses_nothing_while_eight_write_at_once(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(newsroom, writer))));
        var readers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => FollowAsync(newsroom, writing))));
        await writing;

        await using var db = newsroom.Open();
        var log = await db.Changes.OrderBy(c => c.Number).ToListAsync();
        // Each writer makes a topic, then changes it and adds a story with each save.
        Assert.Equal(Writers * (1 + 2 * Saves), log.Count);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(c => c.Number));
        Assert.Equal(log.Count, await db.NewestChangeAsync());
        Assert.All(readers, seen => Assert.Equal(log, seen));
        Assert.All(await db.Topics.ToListAsync(), topic => Assert.Equal(Saves, topic.Version));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_save_that_fails_leaves_no_number_behind(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await newsroom.DraftAsync("en", "Trains");
        await using (var db = newsroom.Open())
        {
            db.AddRange(new Topic("rail", 1), new Topic("rail", 2));
            Assert.True(db.IsUniqueViolation(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));
        }

        await using var later = newsroom.Open();
        Assert.Equal(2, await later.NewestChangeAsync());
        Assert.Equal([ChangeKind.Story, ChangeKind.Release], (await later.Changes.Select(c => c.Kind).ToListAsync()).OrderDescending());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_renamed_topic_has_changed(DatabaseProvider engine) =>
        await ChangesAsync<Topic>(engine, ChangeKind.Topic, t => t.Key == "port-rail", topic => topic.Name("en", "Ports", "Another name."));

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_zone_whose_figure_has_other_words_has_changed(DatabaseProvider engine) =>
        await ChangesAsync<Zone>(engine, ChangeKind.Zone, z => z.Key == "scoda", zone => zone.Figures[0].Say("en", "other words", null));

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_zone_with_one_more_milestone_has_changed(DatabaseProvider engine) =>
        await ChangesAsync<Zone>(engine, ChangeKind.Zone, z => z.Key == "scoda", zone =>
            zone.Add(new Milestone(PartialDate.Year(2026), new Source { Name = "Test desk" })));

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_story_that_leaves_its_zones_has_changed(DatabaseProvider engine) =>
        await ChangesAsync<Story>(engine, ChangeKind.Story, s => s.Zones.Count == 3, story => story.FileUnder([], story.Topics));

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_release_with_one_more_number_has_changed(DatabaseProvider engine) =>
        await ChangesAsync<Release>(engine, ChangeKind.Release, r => r.State == ReleaseState.Withdrawn, release => release.KnownAs("prnewswire", "1"));

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_removed_topic_is_logged_as_gone(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var db = newsroom.Open();
        var topic = new Topic("rail", 1);
        topic.Name("en", "Rail", null);
        db.Add(topic);
        await db.SaveChangesAsync();
        var id = topic.Id;

        db.Remove(topic);
        await db.SaveChangesAsync();

        Assert.Equal(new Change(2, ChangeKind.Topic, id, Removed: true), await db.Changes.OrderBy(c => c.Number).LastAsync());
    }

    [Fact]
    public async Task A_part_changed_behind_its_wholes_back_is_refused_rather_than_left_out()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        await using var db = newsroom.Open();
        var figure = await db.Set<KeyFigure>().FirstAsync();
        figure.Say("en", "other words", null);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Contains(nameof(Zone), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_without_a_change_logs_nothing()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        await using var db = newsroom.Open();
        var before = await db.NewestChangeAsync();
        var zones = await db.Zones.Include(z => z.Figures).Include(z => z.FocusTopics).AsSplitQuery().ToListAsync();
        zones.ForEach(z => z.FocusOn([.. z.FocusTopics]));

        await db.SaveChangesAsync();

        Assert.Equal(before, await db.NewestChangeAsync());
    }

    // Exactly one line for the whole, and a version higher by one, so that two who change its parts cannot miss each other.
    private static async Task ChangesAsync<T>(
        DatabaseProvider engine, ChangeKind kind, System.Linq.Expressions.Expression<Func<T, bool>> which, Action<T> change)
        where T : class
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var whole = await db.Whole<T>().SingleAsync(which);
        var (version, newest) = ((int)db.Entry(whole).Property("Version").CurrentValue!, await db.NewestChangeAsync());
        var id = (int)db.Entry(whole).Property("Id").CurrentValue!;

        change(whole);
        await db.SaveChangesAsync();

        Assert.Equal([new Change(newest + 1, kind, id, Removed: false)], await db.Changes.Where(c => c.Number > newest).ToListAsync());
        db.ChangeTracker.Clear();
        Assert.Equal(version + 1, db.Entry(await db.Set<T>().SingleAsync(x => EF.Property<int>(x, "Id") == id)).Property("Version").CurrentValue);
    }

    private static async Task WriteAsync(TestDatabase newsroom, int writer)
    {
        await using (var db = newsroom.Open())
        {
            db.Add(new Topic($"topic-{writer}", 0));
            await db.SaveChangesAsync();
        }

        for (var save = 1; save <= Saves; save++)
        {
            await using var db = newsroom.Open();
            var topic = await db.Topics.SingleAsync(t => t.Key == $"topic-{writer}");
            topic.Name("en", $"Name {save}", null);
            db.Add(new Story());
            await db.SaveChangesAsync();
        }
    }

    private static async Task<List<Change>> FollowAsync(TestDatabase newsroom, Task writing)
    {
        List<Change> seen = [];
        for (var last = false; ;)
        {
            await using var db = newsroom.Open();
            var newest = seen.Count == 0 ? 0 : seen[^1].Number;
            var more = await db.Changes.AsNoTracking().Where(c => c.Number > newest).OrderBy(c => c.Number).ToListAsync();
            seen.AddRange(more);
            if (last)
                return seen;
            last = writing.IsCompleted;
            if (more.Count == 0)
                await Task.Delay(1);
        }
    }
}
