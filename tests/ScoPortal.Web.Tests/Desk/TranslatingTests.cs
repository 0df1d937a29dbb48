using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Terms;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Anna Weber translates into German, Vera Hartmann publishes; neither browser runs scripts.</summary>
public class TranslatingTests
{
    private const string Form = "#work", Body = "The port opened on 18 June. It has 12 berths.";

    [Fact]
    public async Task A_missing_version_is_begun_translated_by_sentence_and_submitted()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var english = await portal.WriteAsync("The port is open", ReleaseState.Published, body: Body);
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de", name: "Anna Weber");

        var page = await anna.SubmitAsync(DeskLinks.Story(english.StoryId), form: $"main form[action='{DeskLinks.Translations(english.StoryId)}']");
        var german = await portal.QueryAsync(db => db.Releases.SingleAsync(r => r.Language == "de"));
        Assert.Equal(DeskLinks.Workbench(german.Id), anna.Path);
        Assert.Equal((english.Id, 1), (german.TranslatedFromId, german.TranslatedFromRevision));
        Assert.Equal(["The port is open", "Summary.", "The port opened on 18 June.", "It has 12 berths."], Sources(page));
        Assert.Contains("0 of 4 confirmed", Text(page), StringComparison.Ordinal);

        page = await KeepAsync(anna, german.Id, "Der Hafen ist offen", "Kurz.", "Der Hafen wurde am 18. Juni eröffnet.", "Er hat 12 Liegeplätze.");
        Assert.Contains("Kept at", Text(page), StringComparison.Ordinal);
        Assert.Equal("", (await portal.NowAsync(german.Id)).Content.Headline);

        page = await PressAsync(anna, german.Id, "[data-confirm]");
        Assert.Contains("1 of 4 confirmed", Text(page), StringComparison.Ordinal);
        // The next one is open.
        Assert.Equal("2", page.QuerySelector(".segment[aria-current] .segment-no")!.TextContent);

        page = await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchSubmission(german.Id)}']");
        Assert.Contains("Submitted for review", Text(page), StringComparison.Ordinal);
        german = await portal.NowAsync(german.Id);
        Assert.Equal(
            (ReleaseState.InReview, "Der Hafen ist offen", "Kurz.", "Der Hafen wurde am 18. Juni eröffnet. Er hat 12 Liegeplätze."),
            (german.State, german.Content.Headline, german.Content.Summary, german.Content.Body));
        Assert.Equal(
            ["release.create", "translation.begin", "translation.confirm", "translation.save", "release.submit"],
            (await portal.AuditAsync($"release/{german.Id}")).Select(a => a.Action));
    }

    [Fact]
    public async Task What_is_not_translated_holds_back_unless_it_is_left_out_on_purpose()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "");
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");
        await KeepAsync(anna, german.Id, "Der Hafen ist offen", "Kurz.", "Der Hafen wurde am 18. Juni eröffnet.", "");

        var page = await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchSubmission(german.Id)}']");
        Assert.Contains("Not translated yet: segment 4", Text(page), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Draft, (await portal.NowAsync(german.Id)).State);

        await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchSubmission(german.Id)}']", ("Incomplete", "true"));
        Assert.Equal((ReleaseState.InReview, "Der Hafen wurde am 18. Juni eröffnet."), ((await portal.NowAsync(german.Id)).State, (await portal.NowAsync(german.Id)).Content.Body));
    }

    [Fact]
    public async Task An_error_holds_back_until_it_is_set_aside_with_a_reason()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "");
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de", name: "Anna Weber");
        var page = await KeepAsync(anna, german.Id, "Der Hafen ist offen", "Kurz.", "Der Hafen wurde am 19. Juni eröffnet.", "Er hat 12 Liegeplätze.");
        Assert.Contains("1 segment with errors holds back publishing", Text(page), StringComparison.Ordinal);

        page = await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchSubmission(german.Id)}']");
        Assert.Contains("Errors hold this back", Text(page), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Draft, (await portal.NowAsync(german.Id)).State);

        page = await PressAsync(anna, german.Id, "[data-waive]", at: 3);
        Assert.Contains("Give a reason.", Text(page), StringComparison.Ordinal);
        page = await PressAsync(anna, german.Id, "[data-waive]", at: 3, ("Findings[0].Reason", "The source is wrong."));
        Assert.Contains("Anna Weber, ", page.QuerySelector("#panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The source is wrong.", page.QuerySelector("#panel")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("holds back", Text(page), StringComparison.Ordinal);

        page = await PressAsync(anna, german.Id, "button[name=Insist]", at: 3);
        Assert.Contains("holds back", Text(page), StringComparison.Ordinal);
        Assert.Equal(["translation.begin", "translation.waive", "translation.insist"], (await portal.AuditAsync($"release/{german.Id}")).Select(a => a.Action));
    }

    [Fact]
    public async Task Two_in_one_translation_lose_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "");
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de", name: "Anna");
        using var emil = await portal.AsAsync(Roles.Translator, languages: "de", name: "Emil");
        var before = Fields(await emil.ReadAsync(DeskLinks.Workbench(german.Id)));
        await KeepAsync(anna, german.Id, "Hafen offen", "", "", "");

        before["Text.1"] = "Der Hafen eröffnet";
        before["Text.2"] = "Kurz.";
        using var answer = await emil.Http.PostAsync(DeskLinks.Workbench(german.Id), new FormUrlEncodedContent(before));
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

        Assert.Contains("Somebody else has written this here meanwhile:", page.QuerySelector("#g1-conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Hafen offen", page.QuerySelector("#g1-conflict [data-theirs]")!.TextContent);
        Assert.Equal("Der Hafen eröffnet", ((IHtmlTextAreaElement)page.QuerySelector("#t1")!).Value);
        var draft = await portal.QueryAsync(db => db.TranslationDrafts.SingleAsync());
        Assert.Equal(["Hafen offen", "Kurz."], draft.Units.Take(2).Select(u => u.Target));
    }

    [Fact]
    public async Task A_segment_is_kept_as_it_is_typed_and_the_answer_says_what_that_changes()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.QueryAsync(db =>
        {
            var term = new Term("berth", null);
            term.Say("en", "berth", TermStatus.Preferred, null);
            term.Say("de", "Liegeplatz", TermStatus.Preferred, null);
            db.Add(term);
            return db.SaveChangesAsync();
        });
        await portal.CatchUpAsync();
        var german = await portal.TranslationAsync(Body, "");
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de", name: "Anna");
        var fields = Fields(await anna.ReadAsync(DeskLinks.Workbench(german.Id)));

        var (status, live) = await TypeAsync(anna, german.Id, fields, 4, "Er hat 13 Kais.");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("error", live.QuerySelector("#g4-state")!.GetAttribute("data-state"));
        Assert.Contains("Numbers differ: 12 in the source, 13 in the translation.", live.QuerySelector("#panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("write Liegeplatz", live.QuerySelector("#panel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Liegeplatz", live.QuerySelector("[data-term]")!.GetAttribute("value"));
        Assert.Contains("0 of 4 confirmed", live.QuerySelector("#progress")!.TextContent, StringComparison.Ordinal);

        // Somebody else has been there: both texts come back.
        (status, live) = await TypeAsync(anna, german.Id, fields, 4, "Er zählt 12 Liegeplätze.");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Er hat 13 Kais.", live.QuerySelector("[data-theirs]")!.TextContent);

        fields["Was.4"] = "Er hat 13 Kais.";
        fields["Confirm"] = "true";
        (status, live) = await TypeAsync(anna, german.Id, fields, 4, "Er hat 12 Liegeplätze.");
        Assert.Equal((HttpStatusCode.OK, "ok"), (status, live.QuerySelector("#g4-state")!.GetAttribute("data-state")));

        using var foreigner = await portal.AsAsync(Roles.Translator, languages: "zh");
        Assert.Equal(HttpStatusCode.Forbidden, (await foreigner.PostAsync(DeskLinks.WorkbenchSegment(german.Id, 4), fields.Where(f => f.Key[0] != '_'))).StatusCode);
    }

    [Fact]
    public async Task A_source_that_changed_is_looked_through_and_then_the_translation_follows_it()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "Der Hafen wurde am 18. Juni eröffnet. Er hat 12 Liegeplätze.", ReleaseState.Published);
        await portal.EditAsync(german.TranslatedFromId!.Value, "The harbour was opened on 18 June. It has 14 berths.");
        Assert.Equal(2, (await portal.NowAsync(german.Id)).StaleSentences);
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera");

        var page = await vera.ReadAsync(DeskLinks.Story(german.StoryId));
        Assert.Contains("2 sentences changed", page.QuerySelector($"a[href='{DeskLinks.Workbench(german.Id)}']")!.TextContent, StringComparison.Ordinal);
        page = await vera.ReadAsync(DeskLinks.Workbench(german.Id));
        Assert.Contains("revision 1 is now revision 2", Text(page), StringComparison.Ordinal);
        Assert.Equal("12", page.QuerySelector("#g4 del")!.TextContent.Trim());
        Assert.Equal("14", page.QuerySelector("#g4 ins")!.TextContent.Trim());
        Assert.Contains("Still fine", page.QuerySelector("#g3-confirm")!.TextContent, StringComparison.Ordinal);

        page = await PressAsync(vera, german.Id, "#g3 [data-confirm]");
        Assert.Equal("ok", page.QuerySelector("#g3-state")!.GetAttribute("data-state"));
        Assert.Equal(1, (await portal.NowAsync(german.Id)).StaleSentences);
        await PressAsync(vera, german.Id, "#g4 [data-confirm]", ("Text.4", "Er hat 14 Liegeplätze."));
        page = await PressAsync(vera, german.Id, $"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']", ("Note", "Berths"));

        Assert.Contains("Revision 3 is saved", Text(page), StringComparison.Ordinal);
        german = await portal.NowAsync(german.Id);
        Assert.Equal(("Der Hafen wurde am 18. Juni eröffnet. Er hat 14 Liegeplätze.", 0, 2), (german.Content.Body, german.StaleSentences, german.TranslatedFromRevision));
    }

    [Fact]
    public async Task A_minor_edit_of_the_source_is_followed_in_silence()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "Der Hafen wurde am 18. Juni eröffnet. Er hat 12 Liegeplätze.", ReleaseState.Published);
        await portal.EditAsync(german.TranslatedFromId!.Value, "The port was opened on 18 June. It has 12 berths.", minor: true);
        using var vera = await portal.AsAsync(Roles.Editor);

        var page = await vera.ReadAsync(DeskLinks.Workbench(german.Id));

        Assert.Contains("The port was opened on 18 June.", Sources(page));
        Assert.Empty(page.QuerySelectorAll("#work del, #alerts > :not([hidden])"));
    }

    [Fact]
    public async Task What_readers_have_is_handed_in_by_the_translator_and_saved_by_an_editor()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "Der Hafen wurde am 18. Juni eröffnet. Er hat 12 Liegeplätze.", ReleaseState.Published);
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de", name: "Anna Weber");
        using var vera = await portal.AsAsync(Roles.Editor, name: "Vera");
        var page = await anna.ReadAsync(DeskLinks.Workbench(german.Id));
        Assert.Null(page.QuerySelector($"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']"));

        page = await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchSubmission(german.Id)}']", ("Text.4", "Er zählt 12 Liegeplätze."));
        Assert.Contains("Handed in: an editor saves it", Text(page), StringComparison.Ordinal);
        Assert.Equal(2, (await portal.NowAsync(german.Id)).RevisionNumber);
        Assert.NotNull((await vera.ReadAsync(DeskLinks.Home)).QuerySelector($"[data-list=submitted] a[href='{DeskLinks.Workbench(german.Id)}']"));
        Assert.NotNull((await vera.ReadAsync(DeskLinks.Translations())).QuerySelector($"[aria-labelledby=t-Submitted] a[href='{DeskLinks.Workbench(german.Id)}']"));

        page = await vera.ReadAsync(DeskLinks.Workbench(german.Id));
        Assert.Contains("Anna Weber handed this in", Text(page), StringComparison.Ordinal);
        await PressAsync(vera, german.Id, $"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']");

        Assert.Contains("Er zählt 12 Liegeplätze.", (await portal.NowAsync(german.Id)).Content.Body, StringComparison.Ordinal);
        Assert.Null((await vera.ReadAsync(DeskLinks.Home)).QuerySelector("[data-list=submitted] a[href*=translation]:not([href='/admin/translations'])"));
        // By hand, past the button that the page does not have.
        using var refused = await anna.PostAsync(DeskLinks.WorkbenchRevision(german.Id), new Dictionary<string, string> { ["Based"] = "3" }, DeskLinks.Workbench(german.Id));
        Assert.Contains("only those who may publish", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_in_the_editor_meanwhile_is_looked_at_before_it_is_saved_over()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "Der Hafen wurde am 18. Juni eröffnet. Er hat 12 Liegeplätze.");
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");
        await KeepAsync(anna, german.Id, "Titel", "Kurz.", "Der Hafen wurde am 18. Juni eröffnet.", "Er zählt 12 Liegeplätze.");
        await portal.EditAsync(german.Id, "Der neue Hafen wurde am 18. Juni eröffnet. Er hat 12 Liegeplätze.");

        var page = await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']");
        Assert.Contains("The release was changed meanwhile", Text(page), StringComparison.Ordinal);
        Assert.Equal(3, (await portal.NowAsync(german.Id)).RevisionNumber);
        page = await PressAsync(anna, german.Id, $"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']");

        Assert.Equal("Der neue Hafen wurde am 18. Juni eröffnet. Er zählt 12 Liegeplätze.", (await portal.NowAsync(german.Id)).Content.Body);
    }

    [Fact]
    public async Task Segments_are_joined_and_parted()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "");
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");
        await KeepAsync(anna, german.Id, "Hafen", "Kurz.", "Am 18. Juni.", "Es sind 12 Liegeplätze.");

        var page = await PressAsync(anna, german.Id, "button[value=join]", at: 3);
        Assert.Equal("Am 18. Juni. Es sind 12 Liegeplätze.", ((IHtmlTextAreaElement)page.QuerySelector("#t3")!).Value);
        page = await PressAsync(anna, german.Id, "button[value=part]", at: 3);
        Assert.Equal(["Hafen", "Kurz.", "Am 18. Juni.", "Es sind 12 Liegeplätze."], page.QuerySelectorAll("#work textarea").OfType<IHtmlTextAreaElement>().Select(t => t.Value));
    }

    [Fact]
    public async Task What_was_joined_by_hand_is_what_readers_compare()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "");
        using var vera = await portal.AsAsync(Roles.Editor);
        await KeepAsync(vera, german.Id, "Hafen", "Kurz.", "Am 18. Juni mit 12 Liegeplätzen eröffnet.", "");
        await PressAsync(vera, german.Id, "button[value=join]", at: 3);
        await PressAsync(vera, german.Id, $"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']");

        var pair = await portal.QueryAsync(async db =>
        {
            var (source, target) = (await db.Releases.SingleAsync(r => r.Id == german.TranslatedFromId), await db.Releases.SingleAsync(r => r.Id == german.Id));
            return await db.BeadsAsync(new(source.Id, "en", source.RevisionNumber, source.Content), new(target.Id, "de", target.RevisionNumber, target.Content));
        });
        Assert.Equal([(1, 1), (1, 1), (2, 1)], pair.Select(b => (b.Source.End.Value - b.Source.Start.Value, b.Target.End.Value - b.Target.Start.Value)));
    }

    [Fact]
    public async Task A_translation_with_errors_is_not_published_until_they_are_put_right_or_set_aside()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "");
        using var vera = await portal.AsAsync(Roles.Editor);
        await KeepAsync(vera, german.Id, "Hafen", "Kurz.", "Der Hafen wurde am 19. Juni eröffnet.", "Er hat 12 Liegeplätze.");
        await PressAsync(vera, german.Id, $"[formaction='{DeskLinks.WorkbenchRevision(german.Id)}']");
        await portal.DoAsync(german.Id, r => { r.Submit(portal.Clock.Now); r.Approve(portal.Clock.Now); });

        Assert.Contains("The checks of the translation found errors", Text(await vera.ReadAsync(DeskLinks.Publication(german.Id))), StringComparison.Ordinal);
        using var held = await vera.PostAsync(DeskLinks.Publication(german.Id), new { Step = "publish", Revision = 2 });
        Assert.Equal(ReleaseState.Approved, (await portal.NowAsync(german.Id)).State);

        await PressAsync(vera, german.Id, "[data-waive]", at: 3, ("Findings[0].Reason", "The source is wrong."));
        using var published = await vera.PostAsync(DeskLinks.Publication(german.Id), new { Step = "publish", Revision = 2 });
        Assert.Equal(ReleaseState.Published, (await portal.NowAsync(german.Id)).State);
    }

    [Fact]
    public async Task A_linked_version_is_told_what_it_is_translated_from()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var english = await portal.WriteAsync("The port is open", body: Body);
        var german = await portal.WriteAsync("Der Hafen ist offen", language: "de", body: "Am 18. Juni wurde der Hafen eröffnet. Er hat 12 Liegeplätze.", story: english.StoryId);
        using var anna = await portal.AsAsync(Roles.Translator, languages: "de");

        var page = await anna.ReadAsync(DeskLinks.Workbench(german.Id));
        Assert.Contains("Nobody has said yet", Text(page), StringComparison.Ordinal);
        page = await anna.SubmitAsync(DeskLinks.Workbench(german.Id), new { Source = english.Id });

        Assert.Equal(DeskLinks.Workbench(german.Id), anna.Path);
        Assert.Equal(4, page.QuerySelectorAll("#work textarea").Length);
        Assert.Equal((english.Id, 1), ((await portal.NowAsync(german.Id)).TranslatedFromId, (await portal.NowAsync(german.Id)).TranslatedFromRevision));
    }

    [Fact]
    public async Task Looking_at_a_translation_writes_nothing_and_a_withdrawn_one_is_only_read()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var german = await portal.TranslationAsync(Body, "Der Hafen.", ReleaseState.Published);
        using var vera = await portal.AsAsync(Roles.Editor);
        await vera.ReadAsync(DeskLinks.Workbench(german.Id));
        Assert.Equal(0, await portal.QueryAsync(db => db.TranslationDrafts.CountAsync()));

        await portal.DoAsync(german.Id, r => r.Withdraw("Falsch.", portal.Clock.Now));
        var page = await vera.ReadAsync(DeskLinks.Workbench(german.Id));
        Assert.All(page.QuerySelectorAll("#work textarea"), t => Assert.True(t.HasAttribute("readonly")));
        using var answer = await vera.PostAsync(DeskLinks.Workbench(german.Id), Fields(page), DeskLinks.Home);
        Assert.Contains("withdrawn and stays as it is", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_sound_in_every_language_with_everything_on_it()
    {
        await using var portal = await OwnPortal.OpenAsync(languages: "en,de,ru,zh,fa,qps");
        var ids = await portal.QueryAsync(db => db.Releases.Where(r => r.StaleSentences > 0 || (r.State == ReleaseState.Draft && r.TranslatedFromId != null)).OrderBy(r => r.Id).Select(r => r.Id).Take(3).ToListAsync());
        var pages = new Dictionary<string, string>();
        foreach (var language in (string[])["en", "de", "ru", "zh", "fa", "qps"])
        {
            using var vera = await portal.AsAsync(Roles.Editor, language: language);
            foreach (var id in ids)
            {
                using var response = await vera.Http.GetAsync(DeskLinks.Workbench(id));
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                pages[$"{id} {language}"] = await response.Content.ReadAsStringAsync();
            }
        }

        House.Faults.None((await House.HtmlValidator.CheckAsync(pages)).Where(f => !f.Message.StartsWith("The “list” role", StringComparison.Ordinal) && !f.Message.StartsWith("Trailing slash", StringComparison.Ordinal)).Select(f => f.ToString()));
    }

    private static IEnumerable<string> Sources(IHtmlDocument page) => page.QuerySelectorAll("#work [data-source]").Select(s => s.TextContent);

    private static string Text(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static Dictionary<string, string> Fields(IHtmlDocument page) =>
        DeskClient.Standing((IHtmlFormElement)page.QuerySelector(Form)!).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value);

    private static Task<IHtmlDocument> KeepAsync(DeskClient person, int id, params string[] texts) =>
        person.SubmitAsync(DeskLinks.Workbench(id), texts.Index().ToDictionary(t => $"Text.{t.Index + 1}", t => (object?)t.Item), Form);

    private static Task<IHtmlDocument> PressAsync(DeskClient person, int id, string button, params (string Name, string Value)[] typed) => PressAsync(person, id, button, at: null, typed);

    // As a browser without scripts does: everything in the form goes to where the button says.
    private static async Task<IHtmlDocument> PressAsync(DeskClient person, int id, string button, int? at, params (string Name, string Value)[] typed)
    {
        var page = await person.ReadAsync(DeskLinks.Workbench(id, at));
        var pressed = (IHtmlButtonElement)page.QuerySelector(button)!;
        var fields = Fields(page);
        foreach (var (name, value) in typed.Append((pressed.Name ?? "", pressed.Value)).Where(f => f.Item1.Length > 0))
            fields[name] = value;
        var target = pressed.GetAttribute("formaction")!;
        using var response = await person.Http.PostAsync(target, new FormUrlEncodedContent(fields));
        return response.StatusCode == HttpStatusCode.Redirect
            ? await person.ReadAsync(response.Headers.Location!.OriginalString)
            : await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Live)> TypeAsync(DeskClient person, int id, Dictionary<string, string> fields, int unit, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskLinks.WorkbenchSegment(id, unit))
        {
            Content = new FormUrlEncodedContent(fields.Where(f => f.Key.EndsWith($".{unit}", StringComparison.Ordinal) || !f.Key.Contains('.', StringComparison.Ordinal))
                .ToDictionary(f => f.Key, f => f.Key == $"Text.{unit}" ? text : f.Value)),
        };
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var response = await person.Http.SendAsync(request);
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }
}

/// <summary>What the tests of the workbench begin with.</summary>
internal static class Translations
{
    /// <summary>A published English release, and a German version of it.</summary>
    public static async Task<Release> TranslationAsync(this OwnPortal portal, string source, string target, ReleaseState state = ReleaseState.Draft)
    {
        var english = await portal.WriteAsync("The port is open", ReleaseState.Published, body: source);
        var id = await portal.QueryAsync(async db =>
        {
            var story = await db.Stories.Include(s => s.Releases).SingleAsync(s => s.Id == english.StoryId);
            var german = story.Translate(story.Releases[0], "de", new Edit("Vera", portal.Clock.Now));
            if (target.Length > 0)
                german.Save(german.Content with { Headline = "Der Hafen ist offen", Summary = "Kurz.", Body = target }, 1, new Edit("Vera", portal.Clock.Now));
            if (state == ReleaseState.Published)
                portal.Publish(german);
            await db.SaveChangesAsync();
            return german.Id;
        });
        return await portal.NowAsync(id);
    }

    /// <summary>Somebody gives a release another text, elsewhere.</summary>
    public static Task EditAsync(this OwnPortal portal, int id, string body, bool minor = false) =>
        portal.DoAsync(id, r => r.Save(r.Content with { Body = body }, r.RevisionNumber, new Edit("Chen", portal.Clock.Now, Minor: minor)));
}
