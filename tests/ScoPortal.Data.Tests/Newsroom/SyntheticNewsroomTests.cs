using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Search;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Newsroom;

public class SyntheticNewsroomTests
{
    private const int Stories = 200;

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task As_many_stories_as_asked_for_have_two_or_three_releases_each(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = database.Open();
        var (stories, releases) = (await db.Stories.CountAsync(), await db.Releases.CountAsync());

        await FillAsync(database, Stories);

        Assert.Equal(Stories, await db.Stories.CountAsync() - stories);
        Assert.InRange(await db.Releases.CountAsync() - releases, 2.2 * Stories, 2.8 * Stories);
        Assert.Equal(4, await db.Releases.Select(r => r.Language).Distinct().CountAsync());
        foreach (var state in Enum.GetValues<ReleaseState>())
            Assert.True(await db.Releases.AnyAsync(r => r.State == state), state.ToString());
        Assert.True(await db.Releases.AnyAsync(r => r.PublishAt > TestDatabase.Now));
        Assert.True(await db.Releases.AnyAsync(r => r.EmbargoUntil > TestDatabase.Now));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Whatever_a_release_points_to_exists_as_if_it_had_been_saved_one_by_one(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, sample: true);
        await FillAsync(database, Stories);
        await using var db = database.Open();

        Assert.False(await db.Releases.AnyAsync(r => !r.Revisions.Any(v => v.Number == r.RevisionNumber)));
        Assert.False(await db.Releases.AnyAsync(r => r.Revisions.Count != r.RevisionNumber));
        Assert.False(await db.Releases.AnyAsync(r => r.TranslatedFromId != null
            && (r.TranslatedFrom!.StoryId != r.StoryId || !r.TranslatedFrom.Revisions.Any(v => v.Number == r.TranslatedFromRevision))));
        Assert.True(await db.Releases.AnyAsync(r => r.TranslatedFromId != null));
        Assert.True(await db.Stories.AnyAsync(s => s.Relations.Any()));
        Assert.True(await db.Releases.AnyAsync(r => r.StaleSentences > 0));
        var stale = await StaleAsync(db);
        await db.RecountStaleAsync();
        Assert.Equal(stale, await StaleAsync(db));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_same_call_makes_the_same_texts_under_the_same_numbers(DatabaseProvider engine)
    {
        await using var one = await TestDatabase.CreateAsync(engine, sample: true);
        await using var other = await TestDatabase.CreateAsync(engine, sample: true);

        await FillAsync(one, Stories);
        await FillAsync(other, Stories);

        Assert.Equal(await TextsAsync(one), await TextsAsync(other));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Saves_go_on_after_it_with_numbers_of_their_own(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, sample: true);
        await FillAsync(database, 3);
        await FillAsync(database, 3);
        await using var db = database.Open();
        var newest = await db.Releases.MaxAsync(r => r.Id);

        var story = new Story();
        story.Draft("en", new ReleaseContent { Headline = "By hand" }, new Edit("Vera", TestDatabase.Now));
        db.Add(story);
        await db.SaveChangesAsync();

        Assert.Equal(newest + 1, story.Releases[0].Id);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_running_portal_finds_them(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, sample: true);
        var file = Path.GetTempFileName();
        using var index = new SearchIndex(file);
        await using var db = database.Open();
        await index.FollowAsync(db, await db.NewestChangeAsync(), CancellationToken.None);
        await FillAsync(database, Stories);

        await index.FollowAsync(db, await db.NewestChangeAsync(), CancellationToken.None);

        var newest = await db.Releases.Where(r => r.State == ReleaseState.Published && r.PublishAt < TestDatabase.Now && r.Language == "en")
            .OrderByDescending(r => r.Id).Select(r => new { r.Id, r.Content.Headline }).FirstAsync();
        var found = index.Search(new SearchRequest(newest.Headline, ["en", "de", "ru", "zh"], TestDatabase.Now) { Language = "en" });
        Assert.Contains(newest.Id, found.Hits.Select(h => h.ReleaseId));
        File.Delete(file);
    }

    private static Task FillAsync(TestDatabase database, int stories) =>
        SyntheticNewsroom.AddAsync(database.Open, stories, seed: 1, TestDatabase.Now, progress: null, CancellationToken.None);

    private static Task<List<string>> StaleAsync(PortalDb db) =>
        db.Releases.OrderBy(r => r.Id).Select(r => $"{r.Id} {r.StaleSentences} {r.StaleMust}").ToListAsync();

    private static async Task<List<string>> TextsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Releases.OrderBy(r => r.Id).Select(r => $"{r.Id} {r.StoryId} {r.Language} {r.PublishAt} {r.Content.Headline} {r.Content.Body}").ToListAsync();
    }
}
