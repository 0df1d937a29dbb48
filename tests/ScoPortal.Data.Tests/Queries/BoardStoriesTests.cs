using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Tests.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Queries;

public class BoardStoriesTests
{
    private static readonly string[] Portal = ["en", "de", "ru", "zh"];

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Each_filter_finds_the_stories_in_which_it_is_so(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var all = await db.Stories.Include(s => s.Releases).Include(s => s.Zones).AsSplitQuery().AsNoTracking().ToListAsync();

        async Task Finds(BoardFilter filter, Func<Story, bool> meaning)
        {
            var expected = all.Where(s => s.Releases.Count > 0 && meaning(s)).Select(s => s.Id).Order().ToList();
            Assert.Equal(expected, (await db.OnBoard(filter, Portal).Select(s => s.Id).ToListAsync()).Order());
            Assert.NotEmpty(expected);
        }

        await Finds(new(), _ => true);
        await Finds(new() { State = BoardState.Missing }, s => s.Releases.Count < Portal.Length);
        await Finds(new() { State = BoardState.Missing, Language = "ru" }, s => s.In("ru") is null);
        await Finds(new() { State = BoardState.Draft }, s => s.Releases.Any(r => r.State == ReleaseState.Draft));
        await Finds(new() { State = BoardState.Review, Language = "de" }, s => s.In("de")?.State == ReleaseState.InReview);
        await Finds(new() { State = BoardState.Outdated }, s => s.Releases.Any(r => r.IsStale));
        await Finds(new() { Language = "zh" }, s => s.In("zh") is not null);
        await Finds(new() { Original = "ru" }, s => s.In("ru") is { TranslatedFromId: null });
        await Finds(new() { ZoneId = all[0].Zones[0].Id }, s => s.Zones.Any(z => z.Id == all[0].Zones[0].Id));
        await Finds(new() { ReleaseIds = [all[1].Releases[0].Id] }, s => s.Id == all[1].Id);
        var middle = all.SelectMany(s => s.Releases).Select(r => r.CreatedAt).Order().ElementAt(all.Count / 2);
        await Finds(new() { Since = middle }, s => s.Releases.Any(r => r.CreatedAt >= middle));
        await Finds(new() { Until = middle.AddSeconds(1) }, s => s.Releases.Any(r => r.CreatedAt < middle.AddSeconds(1)));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_somebody_is_asked_for_is_theirs_until_it_is_approved(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var chen = await newsroom.HireAsync("chen");
        await using var db = newsroom.Open();
        var story = new Story();
        story.Draft("en", Desk.Text("Trains"), Desk.Anna);
        var german = story.Draft("de", Desk.Text("Züge"), Desk.Anna);
        db.Add(story);
        await db.SaveChangesAsync();
        foreach (var language in (string[])["de", "zh"])
            db.Add(new Assignment { StoryId = story.Id, Language = language, AccountId = chen, By = "anna", At = Desk.Morning });
        await db.SaveChangesAsync();

        Assert.Equal(1, await db.OnBoard(new() { AccountId = chen, Language = "de" }, Portal).CountAsync());
        german.Submit(Desk.Morning);
        german.Approve(Desk.Morning);
        await db.SaveChangesAsync();

        Assert.Equal(0, await db.OnBoard(new() { AccountId = chen, Language = "de" }, Portal).CountAsync());
        Assert.Equal(1, await db.OnBoard(new() { AccountId = chen }, Portal).CountAsync());
        Assert.Equal(0, await db.OnBoard(new() { AccountId = chen + 1 }, Portal).CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_suggested_pair_shows_on_both_stories(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (english, german) = (await newsroom.DraftAsync("en", "Trains"), await newsroom.DraftAsync("de", "Züge"));
        await using var db = newsroom.Open();
        db.Add(new Suggestion(SuggestionKind.Translation, english, german, 0.97, "{}", Desk.Morning));
        await db.SaveChangesAsync();

        Assert.Equal(2, await db.OnBoard(new() { State = BoardState.Suggested }, Portal).CountAsync());
        var lacking = await db.OnBoard(new() { State = BoardState.Suggested, Language = "de" }, Portal).Select(s => s.Releases.First().Language).ToListAsync();
        Assert.Equal(["en"], lacking);
    }
}
