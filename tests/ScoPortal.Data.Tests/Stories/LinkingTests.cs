using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Stories;

/// <summary>Releases become versions of one story, are parted again, and every such step can be taken back.</summary>
public class LinkingTests
{
    private static readonly LinkEdit Anna = new(Desk.Anna);

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_release_that_was_alone_brings_all_that_its_story_has_and_takes_it_away_again(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        var (german, chinese, other, follower) = (
            await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("zh", "圆桌会议"), await newsroom.DraftAsync("en", "Another"), await newsroom.DraftAsync("en", "After it"));
        await using var db = newsroom.Open();
        var (kept, gone) = ((await db.ReleaseAsync(german)).Story, (await db.ReleaseAsync(chinese)).Story);
        var (otherStory, followerStory) = ((await db.ReleaseAsync(other)).Story, (await db.ReleaseAsync(follower)).Story);
        var zones = await db.Zones.OrderBy(z => z.Id).ToListAsync();
        await db.Stories.Include(s => s.Zones).Include(s => s.Topics).Include(s => s.Relations).Where(s => s.Id >= kept.Id).LoadAsync();
        kept.FileUnder([zones[0]], []);
        gone.FileUnder([zones[0], zones[1]], await db.Topics.Take(1).ToListAsync());
        gone.HappenedOn(PartialDate.Parse("2021-06-18"));
        gone.Relate(RelationKind.FollowUp, otherStory);
        gone.Relate(RelationKind.SameEvent, kept);
        followerStory.Relate(RelationKind.FollowUp, gone);
        db.Add(new Assignment { StoryId = gone.Id, Language = "ru", DueOn = new(2026, 12, 1), By = "Vera", At = Desk.Morning });
        db.Add(new Assignment { StoryId = gone.Id, Language = "en", Note = "Soon.", DueOn = new(2026, 12, 5), By = "Vera", At = Desk.Morning });
        db.Add(new Assignment { StoryId = kept.Id, Language = "en", Note = "Sooner.", DueOn = new(2026, 12, 2), By = "Anna", At = Desk.Morning.AddDays(-1) });
        await db.SaveChangesAsync();

        var change = await db.LinkAsync(chinese, kept.Id, Anna);

        Assert.Equal((LinkChangeKind.Merge, kept.Id, gone.Id), (change.Kind, change.StoryId, change.OtherStoryId));
        Assert.False(await db.Stories.AnyAsync(s => s.Id == gone.Id));
        Assert.Equal(kept.Id, await db.HeirAsync(gone.Id));
        Assert.Equal($"de zh | 2021-06-18 | {zones[0].Id} {zones[1].Id} | 1 | FollowUp>{otherStory.Id} | FollowUp<{followerStory.Id} | en Sooner., ru ", await TellAsync(newsroom, kept.Id));

        await db.UndoAsync(change.Id, Anna);

        var back = (await db.ReleaseAsync(chinese)).StoryId;
        Assert.Equal(back, await db.HeirAsync(gone.Id));
        Assert.Equal($"de |  | {zones[0].Id} | 0 |  | SameEvent<{back} | en Sooner.", await TellAsync(newsroom, kept.Id));
        Assert.Equal(
            $"zh | 2021-06-18 | {zones[0].Id} {zones[1].Id} | 1 | SameEvent>{kept.Id} FollowUp>{otherStory.Id} | FollowUp<{followerStory.Id} | en Soon., ru ",
            await TellAsync(newsroom, back));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_release_moves_between_stories_and_leaves_the_others_where_they_are(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (german, english, chinese) = (await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("en", "Round table"), await newsroom.DraftAsync("zh", "圆桌会议"));
        await using var db = newsroom.Open();
        var (one, two) = ((await db.ReleaseAsync(german)).StoryId, (await db.ReleaseAsync(chinese)).StoryId);
        await db.LinkAsync(english, one, Anna);

        var moved = await db.LinkAsync(english, two, Anna);

        Assert.Equal((LinkChangeKind.Link, two, one), (moved.Kind, moved.StoryId, moved.OtherStoryId));
        Assert.Equal((one, two, two), await StoriesAsync(newsroom, german, english, chinese));
        await db.UndoAsync(moved.Id, Anna with { Edit = Desk.Chen });
        Assert.Equal((one, one, two), await StoriesAsync(newsroom, german, english, chinese));
        Assert.Equal(("L. Chen", (DateTimeOffset?)Desk.Chen.At), await UndoneAsync(newsroom, moved.Id));
        Assert.Equal("Rule.Undo.Undone", await RuleAsync(() => db.UndoAsync(moved.Id, Anna)));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_release_that_was_taken_out_comes_back_and_its_own_story_leads_there(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var release = await db.ReleaseAsync(await db.Releases.Where(r => r.Language == "ru" && r.Story.Releases.Count == 4).Select(r => r.Id).FirstAsync());
        var story = release.StoryId;
        var before = await TellAsync(newsroom, story);

        var change = await db.UnlinkAsync(release.Id, Anna);

        Assert.Equal((LinkChangeKind.Unlink, story), (change.Kind, change.StoryId));
        Assert.Equal(change.OtherStoryId, (await db.ReleaseAsync(release.Id)).StoryId);
        Assert.Null(await db.HeirAsync(change.OtherStoryId));
        await db.UndoAsync(change.Id, Anna);
        Assert.Equal(before, await TellAsync(newsroom, story));
        Assert.Equal(story, await db.HeirAsync(change.OtherStoryId));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_translation_stops_following_a_source_that_it_is_parted_from_and_follows_it_again(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (german, english) = (await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("en", "Round table"));
        await using var db = newsroom.Open();
        await db.LinkAsync(english, (await db.ReleaseAsync(german)).StoryId, Anna);
        (await db.ReleaseAsync(english)).Follow(await db.ReleaseAsync(german), 1);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        (await db.ReleaseAsync(german)).Save(Desk.Text("Runder Tisch", "Es kamen 40 Gäste."), 1, Desk.Anna);
        await db.SaveChangesAsync();
        Assert.True((await FollowedAsync(newsroom, english)).Stale > 0);

        var change = await db.UnlinkAsync(german, Anna);

        Assert.Equal((null, null, 0), await FollowedAsync(newsroom, english));
        await db.UndoAsync(change.Id, Anna);
        var again = await FollowedAsync(newsroom, english);
        Assert.Equal((german, 1), (again.Source, again.Revision));
        Assert.True(again.Stale > 0);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_no_longer_fits_is_not_undone_and_the_reason_is_told(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (german, english, chinese, again) = (
            await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("en", "Round table"), await newsroom.DraftAsync("zh", "圆桌会议"), await newsroom.DraftAsync("en", "Once more"));
        await using var db = newsroom.Open();
        var (one, two) = ((await db.ReleaseAsync(german)).StoryId, (await db.ReleaseAsync(chinese)).StoryId);
        await db.LinkAsync(english, one, Anna);
        var moved = await db.LinkAsync(english, two, Anna);

        await db.LinkAsync(again, one, Anna);
        Assert.Equal("Rule.LanguageTaken", await RuleAsync(() => db.UndoAsync(moved.Id, Anna)));
        await db.UnlinkAsync(again, Anna);
        var parted = await db.UnlinkAsync(chinese, Anna);
        Assert.Equal("Rule.Undo.Last", await RuleAsync(() => db.UndoAsync(moved.Id, Anna)));
        await db.LinkAsync(again, parted.OtherStoryId, Anna);
        Assert.Equal("Rule.Undo.Joined", await RuleAsync(() => db.UndoAsync(parted.Id, Anna)));
        await db.LinkAsync(german, parted.OtherStoryId, Anna);
        Assert.Equal("Rule.Undo.Gone", await RuleAsync(() => db.UndoAsync(moved.Id, Anna)));
        await db.UnlinkAsync(chinese, Anna);
        Assert.Equal("Rule.Undo.Moved", await RuleAsync(() => db.UndoAsync(parted.Id, Anna)));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Who_may_not_file_the_story_leaves_its_zones_and_date_alone(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        var (german, english) = (await newsroom.DraftAsync("de", "Runder Tisch"), await newsroom.DraftAsync("en", "Round table"));
        await using var db = newsroom.Open();
        var (story, own) = (await db.Stories.SingleAsync(s => s.Releases.Any(r => r.Id == german)), await db.Stories.Include(s => s.Zones).Include(s => s.Topics).SingleAsync(s => s.Releases.Any(r => r.Id == english)));
        own.FileUnder(await db.Zones.Take(1).ToListAsync(), []);
        own.HappenedOn(PartialDate.Parse("2021"));
        await db.SaveChangesAsync();

        await db.LinkAsync(english, story.Id, Anna with { MayFile = false });

        Assert.Equal("de en |  |  | 0 |  |  | ", await TellAsync(newsroom, story.Id));
    }

    // Languages | date | zones | number of topics | relations | relations of others to it | what is asked for.
    private static async Task<string> TellAsync(TestDatabase newsroom, int id)
    {
        await using var db = newsroom.Open();
        var story = await db.Stories.Include(s => s.Releases).Include(s => s.Zones).Include(s => s.Topics).Include(s => s.Relations).ThenInclude(r => r.Other).AsSplitQuery().SingleAsync(s => s.Id == id);
        var related = await db.Set<Relation>().Where(r => r.Other.Id == id).Select(r => $"{r.Kind}<{r.Story.Id}").ToListAsync();
        var asked = await db.Assignments.Where(a => a.StoryId == id).Select(a => $"{a.Language} {a.Note}").ToListAsync();
        return string.Join(" | ",
            string.Join(' ', story.Releases.Select(r => r.Language).Order(StringComparer.Ordinal)), story.EventDate, string.Join(' ', story.Zones.Select(z => z.Id).Order()), story.Topics.Count,
            string.Join(' ', story.Relations.OrderBy(r => r.Kind).Select(r => $"{r.Kind}>{r.Other.Id}")), string.Join(' ', related), string.Join(", ", asked.Order(StringComparer.Ordinal)));
    }

    private static async Task<(int, int, int)> StoriesAsync(TestDatabase newsroom, int one, int two, int three)
    {
        await using var db = newsroom.Open();
        return ((await db.ReleaseAsync(one)).StoryId, (await db.ReleaseAsync(two)).StoryId, (await db.ReleaseAsync(three)).StoryId);
    }

    private static async Task<(int? Source, int? Revision, int Stale)> FollowedAsync(TestDatabase newsroom, int id)
    {
        await using var db = newsroom.Open();
        var release = await db.Releases.SingleAsync(r => r.Id == id);
        return (release.TranslatedFromId, release.TranslatedFromRevision, release.StaleSentences);
    }

    private static async Task<(string?, DateTimeOffset?)> UndoneAsync(TestDatabase newsroom, int id)
    {
        await using var db = newsroom.Open();
        var change = await db.LinkChanges.SingleAsync(c => c.Id == id);
        return (change.UndoneBy, change.UndoneAt);
    }

    private static async Task<string> RuleAsync(Func<Task> broken) => (await Assert.ThrowsAsync<RuleException>(broken)).Rule;
}
