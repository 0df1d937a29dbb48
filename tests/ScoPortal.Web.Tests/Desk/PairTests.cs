using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Releases that seem to say the same in two languages wait for somebody to decide.</summary>
public class PairTests
{
    private const string English = """
        The second terminal of the Aksai dry port was opened on March 14, 2026. It has 3 tracks of 1,050 metres each and can load 48 trains a month, said Director Anna Petrova.

        Last year 612 trains with 31,400 containers passed through the port, 18.5 percent more than in 2024. Most of them ran between Qingdao, Almaty and Duisburg.
        """;

    private const string German = """
        Das zweite Terminal des Trockenhafens Aksai wurde am 14. März 2026 eröffnet. Es hat 3 Gleise von je 1.050 Metern und kann 48 Züge im Monat beladen, sagte Direktorin Anna Petrova.

        Im vergangenen Jahr passierten 612 Züge mit 31.400 Containern den Hafen, 18,5 Prozent mehr als 2024. Die meisten fuhren zwischen Qingdao, Almaty und Duisburg.
        """;

    [Fact]
    public async Task What_is_written_is_found_as_a_pair_and_accepted_with_its_original_and_undone()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor, name: "Vera");
        var (english, german) = (await portal.WriteAsync("Second terminal of the Aksai dry port opens", ReleaseState.Published, body: English), await portal.WriteAsync("Zweites Terminal des Trockenhafens Aksai eröffnet", ReleaseState.Published, "de", body: German));
        Assert.Equal(1, await portal.Services.GetRequiredService<PairWatch>().CatchUpAsync(default));

        var home = await editor.ReadAsync(DeskLinks.Home);
        Assert.Contains("likely a pair", home.QuerySelector("[data-list=pairs]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Pairs 1", home.QuerySelector($"nav a[href='{DeskLinks.PairList()}']")!.TextContent);
        var list = await editor.ReadAsync(DeskLinks.PairList());
        var numbers = list.QuerySelectorAll(".evidence tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Numbers");
        Assert.Contains("31,400", numbers.QuerySelectorAll("td")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("31.400", numbers.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("same", numbers.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);
        var texts = await editor.ReadAsync(list.QuerySelector("article[data-open]")!.GetAttribute("data-open")!);
        var rows = texts.QuerySelectorAll(".aligned tbody tr").Select(r => (r.Children[0].TextContent, r.Children[1].TextContent)).ToList();
        Assert.Contains(rows, r => r.Item1.StartsWith("Last year 612", StringComparison.Ordinal) && r.Item2.StartsWith("Im vergangenen Jahr", StringComparison.Ordinal));

        var page = await editor.SubmitAsync(DeskLinks.PairList(), new { Decision = "accept", Original = english.Id }, ".candidate form");

        Assert.Contains("Accepted: both are versions of one story now.", page.QuerySelector(".alert[data-kind=done]")!.TextContent, StringComparison.Ordinal);
        var now = await portal.NowAsync(german.Id);
        Assert.Equal((english.StoryId, english.Id, 1), (now.StoryId, now.TranslatedFromId, now.TranslatedFromRevision));
        Assert.Equal(["suggestion.accept"], (await portal.AuditAsync($"release/{german.Id}")).Select(e => e.Action));
        Assert.Contains("Vera has accepted it", (await editor.ReadAsync(DeskLinks.PairList(SuggestionState.Accepted))).QuerySelector(".candidate")!.TextContent, StringComparison.Ordinal);

        await editor.SubmitAsync(DeskLinks.PairList(SuggestionState.Accepted), form: ".candidate form");
        now = await portal.NowAsync(german.Id);
        Assert.NotEqual(english.StoryId, now.StoryId);
        Assert.Null(now.TranslatedFromId);
        Assert.Single((await editor.ReadAsync(DeskLinks.PairList())).QuerySelectorAll(".candidate"));
    }

    [Theory]
    [InlineData("reject", SuggestionState.Rejected, "suggestion.reject")]
    [InlineData("later", SuggestionState.Later, "suggestion.postpone")]
    [InlineData("event", SuggestionState.SameEvent, "suggestion.same-event")]
    public async Task Every_decision_moves_the_pair_to_its_tab_and_the_notice_takes_it_back(string decision, SuggestionState state, string action)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var (english, german, id) = await SuggestAsync(portal, "One", "Eins", 0.8);

        var page = await editor.SubmitAsync(DeskLinks.Pair(id), new { Decision = decision });

        Assert.Equal(DeskLinks.PairList(), editor.Path);
        Assert.Empty(page.QuerySelectorAll(".candidate"));
        Assert.Single((await editor.ReadAsync(DeskLinks.PairList(state))).QuerySelectorAll(".candidate"));
        Assert.Equal(decision == "event", await portal.QueryAsync(db => db.Stories.AnyAsync(s => s.Id == german.StoryId && s.Relations.Any(r => r.Kind == RelationKind.SameEvent && r.Other.Id == english.StoryId))));
        using var undone = await editor.PostAsync(DeskLinks.PairReopening(id));
        Assert.Single((await editor.ReadAsync(DeskLinks.PairList())).QuerySelectorAll(".candidate"));
        Assert.False(await portal.QueryAsync(db => db.Stories.AnyAsync(s => s.Relations.Any())));
        Assert.Equal([action, "suggestion.reopen"], (await portal.AuditAsync($"release/{german.Id}")).Select(e => e.Action));
    }

    [Fact]
    public async Task All_that_are_likely_enough_are_accepted_after_a_look_at_them()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");
        var sure = await SuggestAsync(portal, "One", "Eins", 0.99);
        var likely = await SuggestAsync(portal, "Two", "Zwei", 0.96);
        var doubtful = await SuggestAsync(portal, "Three", "Drei", 0.7);

        using var refused = await translator.PostAsync(DeskLinks.PairAcceptance(from: 60));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var asked = await editor.ReadAsync(DeskLinks.PairAcceptance(from: 95));
        Assert.Contains("2 pairs will be linked.", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Two – Zwei", "One – Eins"], asked.QuerySelectorAll(".items li a").Select(a => a.TextContent));
        var late = await SuggestAsync(portal, "Four", "Vier", 0.98);
        using var answer = await editor.Http.PostAsync(DeskLinks.PairAcceptance(from: 95), DeskClient.Filled((IHtmlFormElement)asked.QuerySelector("main form[method=post]")!, null));

        Assert.Contains("2 pairs accepted.", (await editor.ReadAsync(DeskLinks.PairList())).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((sure.English.StoryId, likely.English.StoryId), ((await portal.NowAsync(sure.German.Id)).StoryId, (await portal.NowAsync(likely.German.Id)).StoryId));
        Assert.Equal([doubtful.Id, late.Id], await portal.QueryAsync(db => db.Suggestions.Where(s => s.State == SuggestionState.Open).Select(s => s.Id).OrderBy(i => i).ToListAsync()));
    }

    [Fact]
    public async Task The_list_is_filtered_by_score_and_languages_and_comes_in_pages_the_likeliest_first()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        for (var i = 0; i < 12; i++)
            await SuggestAsync(portal, $"One {i}", $"Eins {i}", 0.6 + (i / 100.0), i % 2 == 0 ? "de" : "ru");

        var first = await editor.ReadAsync(DeskLinks.PairList());
        var second = await editor.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await editor.ReadAsync(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(["71%", "70%", "69%", "68%", "67%", "66%", "65%", "64%", "63%", "62%"], Scores(first));
        Assert.Equal(["61%", "60%"], Scores(second));
        Assert.Equal(Scores(first), Scores(back));
        Assert.Equal(["70%", "68%"], Scores(await editor.ReadAsync(DeskLinks.PairList(languages: "en-de", from: 68))));

        static IEnumerable<string> Scores(IHtmlDocument page) => page.QuerySelectorAll(".score [aria-hidden]").Select(s => s.TextContent);
    }

    [Fact]
    public async Task Translators_decide_on_pairs_with_drafts_of_their_own_languages()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var german = await portal.AsAsync(Roles.Translator, languages: "de");
        using var russian = await portal.AsAsync(Roles.Translator, languages: "ru");
        var pair = await SuggestAsync(portal, "One", "Eins", 0.9);
        await portal.DoAsync(pair.English.Id, portal.Publish);

        Assert.Null((await russian.ReadAsync(DeskLinks.PairList())).QuerySelector("[name=Decision]"));
        using var refused = await russian.PostAsync(DeskLinks.Pair(pair.Id), new { Decision = "reject" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await german.SubmitAsync(DeskLinks.PairList(), new { Decision = "accept" }, ".candidate form");

        Assert.Equal(pair.English.StoryId, (await portal.NowAsync(pair.German.Id)).StoryId);
        await russian.ReadAsync(DeskLinks.Pair(pair.Id + 1), HttpStatusCode.NotFound);
    }

    private static async Task<(Release English, Release German, int Id)> SuggestAsync(OwnPortal portal, string english, string german, double score, string language = "de")
    {
        var (first, second) = (await portal.WriteAsync(english), await portal.WriteAsync(german, language: language));
        return (first, second, await portal.QueryAsync(async db =>
        {
            var suggestion = new Suggestion(SuggestionKind.Translation, first.Id, second.Id, score, """{"clues":[]}""", portal.Clock.Now);
            db.Add(suggestion);
            await db.SaveChangesAsync();
            return suggestion.Id;
        }));
    }
}
