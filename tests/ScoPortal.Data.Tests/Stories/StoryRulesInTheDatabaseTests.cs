using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Stories;

public class StoryRulesInTheDatabaseTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Of_two_who_link_a_version_in_one_language_at_once_one_is_refused(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var chinese = await newsroom.DraftAsync("zh", "连云港举行圆桌会议");
        var (one, two) = (await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("de", "Rundtisch"));
        await using var anna = newsroom.Open();
        await using var chen = newsroom.Open();

        (await anna.ReleaseAsync(chinese)).Story.Link(await anna.ReleaseAsync(one));
        (await chen.ReleaseAsync(chinese)).Story.Link(await chen.ReleaseAsync(two));
        await anna.SaveChangesAsync();
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => chen.SaveChangesAsync());

        Assert.True(chen.IsUniqueViolation(failure));
        await using var db = newsroom.Open();
        Assert.Equal([chinese, one], (await db.ReleaseAsync(chinese)).Story.Releases.Select(r => r.Id).Order());
        Assert.Equal([two], (await db.ReleaseAsync(two)).Story.Releases.Select(r => r.Id));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Something_else_gone_wrong_is_no_unique_violation(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await newsroom.DraftAsync("en", "Trains");
        await using var db = newsroom.Open();
        db.Remove(await db.Stories.SingleAsync());

        // The release still needs its story.
        Assert.False(db.IsUniqueViolation(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_headline_has_300_characters_at_most(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await newsroom.DraftAsync("zh", new string('连', 300));

        await Assert.ThrowsAsync<DbUpdateException>(() => newsroom.DraftAsync("zh", new string('连', 301)));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task An_instant_comes_back_in_utc_to_the_microsecond(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var inBerlin = new DateTimeOffset(2026, 1, 20, 8, 30, 15, 123, 456, TimeSpan.FromHours(1));
        await using (var db = newsroom.Open())
        {
            var story = new Story();
            var release = story.Draft("de", Desk.Text("Züge"), Desk.Anna with { At = inBerlin });
            release.Submit(inBerlin);
            release.Approve(inBerlin);
            release.Publish(inBerlin, inBerlin);
            db.Add(story);
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        var read = await later.Releases.SingleAsync(r => r.PublishAt == inBerlin && r.CreatedAt <= inBerlin);
        Assert.Equal((inBerlin, TimeSpan.Zero), (read.PublishAt!.Value, read.PublishAt.Value.Offset));
        Assert.Equal((inBerlin, TimeSpan.Zero), (read.UpdatedAt, read.UpdatedAt.Offset));
        Assert.Empty(await later.Releases.Where(r => r.PublishAt > inBerlin).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Dates_come_back_as_exact_as_they_were_and_sort_by_time(DatabaseProvider engine)
    {
        string[] inOrder = ["--04-12", "0987-01", "2018-06-10", "2019", "2019-12", "2019-12-01", "2020-02-29", "2021"];
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using (var db = newsroom.Open())
        {
            foreach (var date in inOrder.Reverse())
            {
                var story = new Story();
                story.HappenedOn(PartialDate.Parse(date));
                db.Add(story);
            }

            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        Assert.Equal(inOrder, (await later.Stories.OrderBy(s => s.EventDate).Select(s => s.EventDate).ToListAsync()).Select(d => d.ToString()));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_release_comes_back_word_for_word(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var content = new ReleaseContent
        {
            Headline = "Straße und Schiene: 7 000 Züge 🚆",
            Subheadline = "连云港",
            Summary = "Ляньюньган",
            Body = "One.\n\n* two\n* three\n",
            Dateline = new Dateline { Place = "QINGDAO", Country = "CN", Date = PartialDate.Parse("--04-12") },
            Wires = "ots, PRNewswire",
            Source = "Test desk",
            Facts = "Trains = 7,000\nSince = 2018",
        };
        await using (var db = newsroom.Open())
        {
            var story = new Story();
            story.Draft("de", content, Desk.Anna with { Note = "first" });
            db.Add(story);
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        var read = await later.Releases.Include(r => r.Revisions).SingleAsync();
        Assert.Equal(content, read.Content);
        Assert.Equal((content, 1, "first", "A. Weber"), (read.Revisions[0].Content, read.Revisions[0].Number, read.Revisions[0].Note!, read.Revisions[0].By));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Unlinking_and_merging_keep_every_release_under_its_number(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var release = await db.ReleaseAsync(await db.Releases.Where(r => r.Language == "ru" && r.Story.Releases.Count == 4).Select(r => r.Id).FirstAsync());
        var ids = release.Story.Releases.Select(r => r.Id).Order().ToList();
        var story = release.Story;
        var alone = story.Unlink(release);
        db.Add(alone);
        await db.SaveChangesAsync();
        Assert.Equal(ids.Where(id => id != release.Id), story.Releases.Select(r => r.Id).Order());

        await db.MergeAsync(story.Id, alone.Id, new LinkEdit(Desk.Anna));

        Assert.Equal(ids, (await db.ReleaseAsync(release.Id)).Story.Releases.Select(r => r.Id).Order());
        Assert.False(await db.Stories.AnyAsync(s => s.Id == alone.Id));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_was_related_to_a_merged_story_is_related_to_the_one_that_took_it_over(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (german, chinese) = (await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("zh", "圆桌会议"));
        var (before, after) = (await newsroom.DraftAsync("en", "First round table"), await newsroom.DraftAsync("en", "Third round table"));
        await using var db = newsroom.Open();
        var (kept, gone) = ((await db.ReleaseAsync(german)).Story, (await db.ReleaseAsync(chinese)).Story);
        kept.Relate(RelationKind.SameEvent, gone);
        gone.Relate(RelationKind.FollowUp, (await db.ReleaseAsync(before)).Story);
        (await db.ReleaseAsync(after)).Story.Relate(RelationKind.FollowUp, gone);
        await db.SaveChangesAsync();

        await db.MergeAsync(kept.Id, gone.Id, new LinkEdit(Desk.Anna));

        var relations = await db.Stories.SelectMany(s => s.Relations).Select(r => new { r.Story, r.Kind, r.Other }).ToListAsync();
        Assert.Equal(
            [((await db.ReleaseAsync(german)).StoryId, RelationKind.FollowUp, (await db.ReleaseAsync(before)).StoryId),
             ((await db.ReleaseAsync(after)).StoryId, RelationKind.FollowUp, kept.Id)],
            relations.Select(r => (r.Story.Id, r.Kind, r.Other.Id)).Order());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Stories_that_share_a_language_are_not_merged(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (one, two) = (await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("de", "Rundtisch"));
        await using var db = newsroom.Open();
        var (kept, other) = ((await db.ReleaseAsync(one)).StoryId, (await db.ReleaseAsync(two)).StoryId);

        await Assert.ThrowsAsync<RuleException>(() => db.MergeAsync(kept, other, new LinkEdit(Desk.Anna)));

        Assert.Equal(2, await db.Stories.CountAsync());
    }
}
