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
            Assert.Equal(expected, await db.OnBoard(filter, Portal).Backwards(0).ToListAsync());
            Assert.Equal(expected.AsEnumerable().Reverse(), await db.OnBoard(filter, Portal).Onwards(null).ToListAsync());
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
        await Finds(new() { Since = middle, Until = middle.AddSeconds(1) }, s => s.Releases.Any(r => r.CreatedAt == middle));
        await Finds(new() { State = BoardState.Missing, ZoneId = all[0].Zones[0].Id, Original = "en" }, s => s.Releases.Count < Portal.Length && s.Zones.Any(z => z.Id == all[0].Zones[0].Id) && s.In("en") is { TranslatedFromId: null });
    }

    /// <summary>What the board asks, by name.</summary>
    private static readonly Dictionary<string, BoardFilter> Filters = new()
    {
        ["all"] = new(),
        ["missing"] = new() { State = BoardState.Missing },
        ["missing in a language"] = new() { State = BoardState.Missing, Language = "ru" },
        ["drafts"] = new() { State = BoardState.Draft },
        ["drafts in a language"] = new() { State = BoardState.Draft, Language = "ru" },
        ["review"] = new() { State = BoardState.Review, ZoneId = 1 },
        ["outdated"] = new() { State = BoardState.Outdated },
        ["outdated in a language"] = new() { State = BoardState.Outdated, Language = "ru", ZoneId = 1 },
        ["language"] = new() { Language = "ru" },
        ["original"] = new() { Original = "ru" },
        ["zone"] = new() { ZoneId = 1 },
        ["zone and original"] = new() { ZoneId = 1, Original = "ru" },
    };

    public static TheoryData<DatabaseProvider, string> EachFilter()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var engine in (DatabaseProvider[])[DatabaseProvider.Sqlite, DatabaseProvider.Postgres])
            foreach (var filter in Filters.Keys)
                data.Add(engine, filter);
        return data;
    }

    [Theory]
    [MemberData(nameof(EachFilter))]
    public async Task Every_view_of_the_board_comes_out_of_an_index_by_the_keys_of_the_stories(DatabaseProvider engine, string filter)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var stories = db.OnBoard(Filters[filter], Portal);

        foreach (var page in (IQueryable[])[stories.Onwards(null).Take(50), stories.Onwards(40).Take(50), stories.Backwards(40).Take(50)])
        {
            var plan = await QueryPlan.OfAsync(db, page);
            Assert.True(plan.ReadWhole.All(table => table is "SCAN s"), $"reads whole tables: {plan.Text}");
            Assert.False(plan.Sorts, $"sorts: {plan.Text}");
        }
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

        Assert.Equal(2, await db.OnBoard(new() { State = BoardState.Suggested }, Portal).Once().CountAsync());
        var lacking = await db.OnBoard(new() { State = BoardState.Suggested, Language = "de" }, Portal).Once().ToListAsync();
        Assert.Equal(["en"], await db.Releases.Where(r => lacking.Contains(r.StoryId)).Select(r => r.Language).ToListAsync());
    }
}
