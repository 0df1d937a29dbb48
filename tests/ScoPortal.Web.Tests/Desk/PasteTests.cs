using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Areas.Admin.Pages.Wire;
using ScoPortal.Web.Localization;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>A pasted text says what was taken from where, is put right by selecting in it, and finds the stories it may belong to.</summary>
public class PasteTests
{
    private const string Fair = """
        MEDIA RELEASE PR70999
        Qingdao opens a fair for dried fruit and cotton

        QINGDAO, China, Nov. 19, 2026 /PRNewswire/ -- A fair for dried fruit and cotton has opened beside the port. It goes on until Sunday and has ninety stands in two halls.

        Visitors come from eleven countries, and trains bring the goods to the gates of the halls every morning.

        SOURCE The Office of the Fair

        Contact: A. Weber
        Tel: +86 532 000 0000
        """;

    // The same, passed on by somebody else under a headline of their own.
    private static readonly string Copy = Fair.Replace("MEDIA RELEASE PR70999\nQingdao opens a fair for dried fruit and cotton", "Fruit fair begins", StringComparison.Ordinal).Replace("/PRNewswire/", "/Xinhua/", StringComparison.Ordinal);

    private const string Messe = """
        Qingdao eröffnet Messe für Trockenobst und Baumwolle

        Qingdao, China, 20. November 2026 (ots/PRNewswire) - Neben dem Hafen ist eine Messe für Trockenobst und Baumwolle eröffnet worden. Sie dauert bis Sonntag.

        Original-Content von: The Office of the Fair, übermittelt durch news aktuell
        """;

    [Fact]
    public async Task Every_mark_says_which_field_it_gave_by_which_rule_and_how_sure()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = Fair });

        Assert.Equal(
            "Place – dateline with a known agency – 98 % sure\nCountry – dateline with a known agency – 95 % sure",
            page.QuerySelector(".wire-original mark[data-field=place]")!.GetAttribute("title"));
        Assert.Equal("Left out – “SOURCE” line", page.QuerySelectorAll(".wire-original mark[data-field=noise]").Last().GetAttribute("title"));
        Assert.Equal(["Contact: A. Weber", "Tel: +86 532 000 0000"], page.QuerySelectorAll(".wire-original mark[data-field=contact]").Select(m => m.TextContent));
        var rows = page.QuerySelectorAll(".wire-taken tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent))).ToList();
        Assert.Contains("Issuer | The Office of the Fair | “SOURCE” line | 97 % sure", rows);
        Assert.Contains("Date of the dateline | 19 November 2026 | dateline with a known agency | 98 % sure", rows);
        Assert.Equal("Contacts", page.QuerySelector(".wire-rest [data-wire=contact] dt")!.TextContent);
    }

    [Theory]
    [InlineData("de", "Ort – Ortsmarke mit bekannter Agentur – zu 98 % sicher")]
    [InlineData("ru", "Место – начальная строка с известным агентством – уверенность 98 %")]
    [InlineData("zh", "地点 – 含已知通讯社的电头 – 把握 98%")]
    public async Task Marks_speak_the_editors_language(string language, string told)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor, language: language);

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = Fair });

        Assert.Equal(told, page.QuerySelector(".wire-original mark[data-field=place]")!.GetAttribute("title")!.Split('\n')[0]);
    }

    [Fact]
    public void A_rule_or_a_warning_without_words_is_named_as_the_reader_names_it()
    {
        var english = new Ui(PortalLanguage.Get("en"));

        Assert.Equal(("line-of-tomorrow", "fieldOfTomorrow"), (english.WireRule("line-of-tomorrow"), english.WireField("fieldOfTomorrow")));
        Assert.Equal("Something new.", english.Warning(new WireWarning("new-code", "Something new.")));
    }

    [Fact]
    public async Task Four_dates_are_kept_apart_and_an_inferred_year_says_so_at_its_field()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new
        {
            Text = "A fair for fruit opens\n发布时间：2026-11-19 09:30\n\nQINGDAO, China, Nov. 19 /PRNewswire/ -- A fair for fruit has opened on Nov. 18 beside the port of the city.",
        });

        Assert.Equal(("2026-11-19", "2026-11-18"), (Value(page, "Form.Date"), Value(page, "Form.EventDate")));
        Assert.Equal("The dateline gives no year; 2026 comes from the page around it.", page.QuerySelector("#Form_Date-hint")!.TextContent);
        Assert.Equal("The text names the day without its year; 2026 is inferred.", page.QuerySelector("#Form_EventDate-hint")!.TextContent);
        Assert.StartsWith("19 November 2026, 09:30", page.QuerySelector("[data-wire=postedAt] .wire-read")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("not given", page.QuerySelector("[data-wire=capturedAt] .wire-read")!.TextContent);
    }

    [Theory]
    [InlineData("eventDate", "Nov. 19, 2026", "2026-11-19")]
    [InlineData("place", "QINGDAO, China", "Qingdao")]
    [InlineData("externalId", "PR70999", "prnewswire:PR70999")]
    [InlineData("body", "Visitors come from eleven countries", "Visitors come from eleven countries")]
    public async Task What_is_selected_comes_back_as_the_value_of_the_field(string field, string selected, string value)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Translator, languages: "de");

        using var answer = await SelectAsync(editor, field, selected);

        Assert.Equal((HttpStatusCode.OK, value), (answer.StatusCode, await PropertyAsync(answer, "value")));
    }

    [Fact]
    public async Task A_selection_without_such_a_value_is_told_in_words_and_one_outside_of_the_text_is_refused()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        using var none = await SelectAsync(editor, "eventDate", "dried fruit");
        using var outside = await editor.PostAsync(DeskLinks.WireSelection, new { Field = "headline", Text = "short", Start = 3, Length = 9 }, DeskLinks.PasteWire);

        Assert.Equal("In the selection there is nothing for this field: Date of the event.", await PropertyAsync(none, "told"));
        Assert.Equal(HttpStatusCode.BadRequest, outside.StatusCode);
    }

    [Fact]
    public async Task A_copy_under_another_headline_is_offered_and_noted_as_such_when_the_draft_is_made()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var first = await DraftAsync(portal, editor, Fair);

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = Copy });
        var offer = page.QuerySelector($"[data-offer='{first.Id}']")!;
        Assert.Contains("% of the shorter text is the same", offer.TextContent, StringComparison.Ordinal);
        Assert.Contains("same issuer: The Office of the Fair", offer.TextContent, StringComparison.Ordinal);
        Assert.Equal(DeskLinks.Release(first.Id), offer.QuerySelector("a[target=_blank]")!.GetAttribute("href"));
        Assert.Contains("Its story has a version in this language: English.", offer.TextContent, StringComparison.Ordinal);
        Assert.Null(offer.QuerySelector($"[value='version:{first.StoryId}']"));
        Assert.True(((IHtmlInputElement)page.QuerySelector("[name=Goes][value=own]")!).IsChecked);

        var copy = await DraftAsync(portal, editor, Copy, $"copy:{first.StoryId}");

        Assert.NotEqual(first.StoryId, copy.StoryId);
        Assert.Equal([(RelationKind.SyndicatedCopy, first.StoryId)], await RelationsAsync(portal, copy.StoryId));
        Assert.Equal("story.relate", (await portal.AuditAsync($"story/{copy.StoryId}")).Single().Action);
        Assert.Equal([SuggestionState.Accepted], await portal.QueryAsync(db => db.Suggestions.Select(s => s.State).ToListAsync()));
    }

    [Fact]
    public async Task A_text_in_another_language_becomes_a_version_of_the_story_it_is_about()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var english = await DraftAsync(portal, editor, Fair);

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = Messe });
        var offer = page.QuerySelector($"[data-offer='{english.Id}']")!;
        Assert.Contains("dateline of 19 November 2026, same place: Qingdao", offer.TextContent, StringComparison.Ordinal);
        var german = await DraftAsync(portal, editor, Messe, $"version:{english.StoryId}");

        Assert.Equal((english.StoryId, "de"), (german.StoryId, german.Language));
        Assert.Equal(1, await portal.QueryAsync(db => db.Stories.CountAsync(s => s.Releases.Any(r => r.Original != null))));
        Assert.False(await portal.QueryAsync(db => db.Stories.AnyAsync(s => s.Releases.Count == 0)));
        Assert.Contains($"\"Story\":{english.StoryId}", (await portal.AuditAsync($"release/{german.Id}")).Single().After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_release_in_one_language_is_refused_in_words_and_nothing_is_stored()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var first = await DraftAsync(portal, editor, Fair);

        using var answer = await PostAsync(editor, Copy, $"version:{first.StoryId}", "en");

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal("This story already has a version in this language: English.", page.QuerySelector(".alert[data-kind=error]")!.TextContent.Trim());
        Assert.Equal(1, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    [Fact]
    public async Task A_translator_adds_a_version_to_a_published_story_and_changes_nothing_else_of_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");
        var published = await portal.WriteAsync("A fair for fruit", ReleaseState.Published);
        var before = (await portal.NowAsync(published.Id)).Story.Zones.Select(z => z.Key).ToList();

        using var foreign = await PostAsync(translator, Fair, $"version:{published.StoryId}", "en");
        var german = await DraftAsync(portal, translator, Messe, $"version:{published.StoryId}", "de");

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(published.StoryId, german.StoryId);
        Assert.Equal(before, (await portal.NowAsync(published.Id)).Story.Zones.Select(z => z.Key));
        Assert.Empty(await portal.AuditAsync($"story/{published.StoryId}"));
    }

    [Theory]
    [InlineData("version:999999", "The story that was chosen is not there any more.")]
    [InlineData("copy:x", "Please check the marked fields.")]
    public async Task A_goal_that_is_not_there_is_told(string goes, string message)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        using var answer = await PostAsync(editor, Fair, goes, "en");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector(".alert[data-kind=error]"));
        Assert.True(message.StartsWith("Please", StringComparison.Ordinal) || page.Body!.TextContent.Contains(message, StringComparison.Ordinal));
        Assert.Equal(0, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    internal static async Task<Release> DraftAsync(OwnPortal portal, DeskClient who, string text, string goes = "own", string? language = null)
    {
        using var answer = await PostAsync(who, text, goes, language ?? (text == Messe ? "de" : "en"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await portal.QueryAsync(db => db.Releases.AsNoTracking().OrderBy(r => r.Id).LastAsync());
    }

    // Sends the fields as they were read, with where the draft is to go.
    private static async Task<HttpResponseMessage> PostAsync(DeskClient who, string text, string goes, string language)
    {
        var page = await who.SubmitAsync(DeskLinks.PasteWire, new { Text = text });
        var fields = DeskClient.Standing((IHtmlFormElement)page.QuerySelector("#wire")!).Where(f => f.Key is not ("Goes" or "Form.Language")).Append(new("Goes", goes)).Append(new("Form.Language", language));
        using var form = new FormUrlEncodedContent(fields);
        return await who.Http.PostAsync(DeskLinks.WireDraft, form);
    }

    private static Task<HttpResponseMessage> SelectAsync(DeskClient who, string field, string selected) => who.PostAsync(
        DeskLinks.WireSelection,
        new { Field = field, Text = Fair, Start = Fair.IndexOf(selected, StringComparison.Ordinal), selected.Length, Body = "", Wires = "PRNewswire, AsiaNet" },
        DeskLinks.PasteWire);

    private static async Task<string?> PropertyAsync(HttpResponseMessage answer, string name)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty(name).GetString();
    }

    private static async Task<IEnumerable<(RelationKind, int)>> RelationsAsync(OwnPortal portal, int story) =>
        (await portal.QueryAsync(db => db.Stories.Where(s => s.Id == story).SelectMany(s => s.Relations).Select(r => new { r.Kind, r.Other.Id }).ToListAsync())).Select(r => (r.Kind, r.Id));

    private static string? Value(IHtmlDocument page, string name) => (page.QuerySelector($"[name='{name}']") as IHtmlInputElement)?.Value;
}
