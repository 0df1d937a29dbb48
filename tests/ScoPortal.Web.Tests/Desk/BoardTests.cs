using System.Net;
using AngleSharp.Html.Dom;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>The board: every story and how far its language versions have come, and who is asked for which.</summary>
public class BoardTests
{
    [Fact]
    public async Task The_board_says_of_every_language_version_how_far_it_has_come()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await portal.WriteAsync("Trains", ReleaseState.Published, body: "One. Two has 12 wagons. Three.");
        var german = await portal.WriteAsync("Züge", ReleaseState.Published, "de", story: english.StoryId);
        await portal.WriteAsync("Поезда", ReleaseState.InReview, "ru", story: english.StoryId);
        var alone = await portal.WriteAsync("船舶", language: "zh");
        await FollowAsync(portal, german.Id, english.Id);
        await portal.DoAsync(english.Id, r => r.Save(r.Content with { Body = "One. Two has 14 wagons. Three." }, 1, new Edit("Vera", portal.Clock.Now)));
        await SuggestAsync(portal, alone.Id, german.Id);

        var page = await editor.ReadAsync(DeskLinks.Board());

        Assert.Equal(["船舶: en missing, de Pair 97%, ru missing, zh draft", "Trains: en original, de changed: 1 of 5 sentences, ru in review, zh Pair 97%"], Rows(page));
        Assert.Equal(["All 2", "For me 0", "Outdated 1", "Missing 2", "Drafts 1", "In review 1", "Handed in 0", "Suggested pairs 2"], page.QuerySelectorAll(".views a").Select(a => a.TextContent));
        Assert.StartsWith("Trains:", Assert.Single(Rows(await editor.ReadAsync(DeskLinks.Board([new("state", "outdated")])))), StringComparison.Ordinal);
        Assert.StartsWith("船舶:", Assert.Single(Rows(await editor.ReadAsync(DeskLinks.Board([new("state", "missing"), new("language", "en")])))), StringComparison.Ordinal);
        Assert.Contains("No story fits.", (await editor.ReadAsync(DeskLinks.Board([new("state", "handedin")]))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_asks_a_translator_who_finds_it_under_for_me()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        using var chen = await portal.AsAsync(Roles.Translator, "zh", "L. Chen");
        var trains = await portal.WriteAsync("Trains", ReleaseState.Published);
        await portal.WriteAsync("Ships", ReleaseState.Published);

        var asked = await editor.SubmitAsync(DeskLinks.Board(), new
        {
            Stories = trains.StoryId,
            Language = "zh",
            Account = chen.AccountId,
            DueOn = "2020-01-05",
            Note = "Please by Monday",
            Step = "assign",
        });

        Assert.Contains("Assigned: 1 story.", asked.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var mine = await chen.ReadAsync(DeskLinks.Board([new("translator", "me")]));
        Assert.Equal("L. Chen, was due 5 January 2020: Please by Monday", mine.QuerySelector("td[data-lang=zh] .duty[data-late]")!.TextContent);
        Assert.Single(Rows(mine));
        Assert.Equal("translation.assign", Assert.Single(await portal.AuditAsync($"story/{trains.StoryId}"), e => e.Action.StartsWith("translation", StringComparison.Ordinal)).Action);

        await chen.SubmitAsync(DeskLinks.Board(), new { Stories = trains.StoryId, Language = "zh", Step = "clear" });
        Assert.Empty(Rows(await chen.ReadAsync(DeskLinks.Board([new("translator", "me")]))));
    }

    [Fact]
    public async Task A_translator_hands_nothing_to_others_and_nobody_gets_a_language_they_do_not_write()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        using var chen = await portal.AsAsync(Roles.Translator, "zh", "L. Chen");
        var trains = await portal.WriteAsync("Trains", ReleaseState.Published);
        object Ask(string language, int account) => new { Stories = trains.StoryId, Language = language, Account = account, Step = "assign" };

        Assert.Equal(HttpStatusCode.Forbidden, (await chen.PostAsync(DeskLinks.Assignments, Ask("zh", editor.AccountId), DeskLinks.Board())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chen.PostAsync(DeskLinks.Assignments, Ask("ru", chen.AccountId), DeskLinks.Board())).StatusCode);
        var refused = await editor.SubmitAsync(DeskLinks.Board(), Ask("ru", chen.AccountId));

        Assert.Equal("This person does not write Russian.", refused.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task The_board_comes_as_a_file_for_spreadsheets()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var trains = await portal.WriteAsync("Trains, and more", ReleaseState.Published);
        await portal.WriteAsync("Schiffe", language: "de");

        var file = await editor.Http.GetAsync(DeskLinks.BoardExport([new("language", "en")]));
        var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("story,zones,headline,original,en release,en state,", lines[0], StringComparison.Ordinal);
        Assert.Contains($"\"Trains, and more\",en,{trains.Id},original,", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(IHtmlDocument page) => page.QuerySelectorAll("table[data-board] tbody tr").Select(row =>
        $"{row.QuerySelector("th a")!.TextContent.Trim()}: {string.Join(", ", row.QuerySelectorAll("td[data-lang]").Select(c => $"{c.GetAttribute("data-lang")} {c.QuerySelector(".state")!.TextContent.Trim()}"))}");

    private static Task FollowAsync(OwnPortal portal, int translation, int source) => portal.QueryAsync(async db =>
    {
        (await db.Releases.FindAsync(translation))!.Follow((await db.Releases.FindAsync(source))!, 1);
        return await db.SaveChangesAsync();
    });

    private static Task SuggestAsync(OwnPortal portal, int one, int other) => portal.QueryAsync(async db =>
    {
        db.Add(new Suggestion(SuggestionKind.Translation, one, other, 0.97, "{}", portal.Clock.Now));
        return await db.SaveChangesAsync();
    });
}
