using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Wires;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>What came over the wire becomes a draft.</summary>
public class WireTests
{
    private const string Quay = """
        MEDIA RELEASE PR67255
        Lianyungang port opens a second quay

        LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- The port has opened a second quay on June 17, 2021. International logistics was the topic of the day.

        It was built in eleven months , and both share a signal box.

        SOURCE The Harbour Office
        """;

    private const string Hafen = """
        Hafen öffnet zweiten Kai

        Lianyungang, China (ots/PRNewswire) - Der Hafen hat am Dienstag einen zweiten Kai geöffnet. Dort liegen die Schiffe und die Züge nun nebeneinander.
        """;

    [Fact]
    public async Task A_pasted_text_shows_its_fields_beside_the_original_with_what_to_look_at()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor, language: "de");

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = Quay });

        Assert.Equal("Lianyungang port opens a second quay", Value(page, "Form.Headline"));
        Assert.Equal(("Lianyungang", "CN", "2021-06-18", "2021-06-17"), (Value(page, "Form.Place"), Value(page, "Form.Country"), Value(page, "Form.Date"), Value(page, "Form.EventDate")));
        Assert.Equal(("PRNewswire", "The Harbour Office", "asianet:PR67255"), (Value(page, "Form.Wires"), Value(page, "Form.Issuer"), Value(page, "Form.ExternalIds")));
        Assert.Equal("en", ((IHtmlSelectElement)page.QuerySelector("[name='Form.Language']")!).Value);
        Assert.Equal(["Lianyungang"], Picked(page, "Form.Zones"));
        Assert.Equal(["Internationale Logistik"], Picked(page, "Form.Topics"));
        Assert.Equal(Quay, page.QuerySelector(".wire-original")!.TextContent);
        Assert.Equal("Lianyungang port opens a second quay", page.QuerySelector(".wire-original mark[data-field=headline]")!.TextContent);
        Assert.Equal("Was zur Seite und nicht zur Meldung gehört, wurde weggelassen; Zeilen: 2.", page.QuerySelector("[data-code=noise-removed]")!.TextContent);
        Assert.Equal(["MEDIA RELEASE PR67255", "SOURCE The Harbour Office"], page.QuerySelectorAll(".wire-noise li").Select(l => l.TextContent));
        Assert.Equal(0, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    [Fact]
    public async Task What_was_put_right_by_hand_becomes_a_draft_that_keeps_the_original()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var zone = await portal.QueryAsync(db => db.Zones.Where(z => z.Key == "scoda").Select(z => z.Id).SingleAsync());

        using var made = await DraftAsync(editor, Quay, new { Form__Language = "en", Form__Headline = "A second quay", Form__Body = "It **opened**.", Form__Country = "kz", Form__Date = "2021-06", Form__EventDate = "2021-06-17", Form__ExternalIds = "asianet:67255, prnewswire: 301", Form__Zones = zone });

        var release = await portal.QueryAsync(db => db.Releases.Include(r => r.Original).Include(r => r.ExternalIds).Include(r => r.Revisions).Include(r => r.Story.Zones).AsSplitQuery().OrderBy(r => r.Id).LastAsync());
        Assert.Equal(DeskLinks.Release(release.Id), made.Headers.Location?.OriginalString);
        Assert.Equal((ReleaseState.Draft, "A second quay", "It **opened**.", "KZ", "2021-06"), (release.State, release.Content.Headline, release.Content.Body, release.Content.Dateline.Country, release.Content.Dateline.Date.ToString()));
        Assert.Equal((Quay, "2021-06-17", "scoda"), (release.Original!.Text, release.Story.EventDate.ToString(), release.Story.Zones.Single().Key));
        Assert.Equal(["asianet 67255", "prnewswire 301"], release.ExternalIds.Select(x => $"{x.Scheme} {x.Value}").Order());
        Assert.Equal(("Editor", editor.AccountId), (release.Revisions[0].By, release.AuthorId));
        var line = await portal.QueryAsync(db => db.Audit.SingleAsync(e => e.Subject == $"release/{release.Id}"));
        Assert.Equal(("release.import", "Editor", editor.AccountId), (line.Action, line.By, line.AccountId));
    }

    [Fact]
    public async Task A_text_that_was_imported_before_leads_there_and_makes_no_second_release()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        using var made = await DraftAsync(editor, Quay, new { Form__Language = "en" });

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = Quay.Replace(" ", "  ", StringComparison.Ordinal) });
        using var again = await DraftAsync(editor, Quay, new { Form__Language = "en", Form__Headline = "Typed again" });

        Assert.Equal(made.Headers.Location!.OriginalString, page.QuerySelector("[data-known] a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector($"[formaction='{DeskLinks.WireDraft}']"));
        var told = await ParseAsync(again);
        Assert.Equal(made.Headers.Location!.OriginalString, told.QuerySelector("[data-known] a")!.GetAttribute("href"));
        Assert.Equal("Typed again", Value(told, "Form.Headline"));
        Assert.Equal(1, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    [Theory]
    [InlineData("Form.Date", "18 June", "Please write 2021-06-18, 2021-06, 2021 or --06-18.")]
    [InlineData("Form.EventDate", "2021-02-30", "Please write 2021-06-18, 2021-06, 2021 or --06-18.")]
    [InlineData("Form.Country", "China", "This is not in the expected form.")]
    [InlineData("Form.MoreInfoUrl", "example", "Please enter a whole address, with https:// or http://.")]
    [InlineData("Form.ExternalIds", "67255", "This is not in the expected form.")]
    [InlineData("Form.Language", "", "Please fill this in.")]
    public async Task A_wrong_value_is_told_at_its_field_and_nothing_typed_is_lost(string field, string value, string message)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Form.Language"] = "en", ["Form.Headline"] = "Typed by hand", [field] = value };

        using var answer = await DraftAsync(editor, Quay, fields);

        var page = await ParseAsync(answer);
        Assert.Equal(message, page.QuerySelector($"#{field.Replace('.', '_')}-error")?.TextContent);
        Assert.Equal(("Typed by hand", Quay), (Value(page, "Form.Headline"), Text(page)));
        Assert.Equal(field == "Form.Language" ? "" : value, field == "Form.Language" ? "" : Value(page, field));
        Assert.Equal(0, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    [Fact]
    public async Task Fields_of_another_text_make_no_draft()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        using var answer = await editor.PostAsync(DeskLinks.WireDraft, new { Text = Hafen, ReadAs = WireText.Fingerprint(Quay), Form__Language = "en", Form__Headline = "Quay" }, DeskLinks.PasteWire);

        var page = await ParseAsync(answer);
        Assert.Equal("The text has changed since its fields were read. Please read the fields again.", page.QuerySelector("#Text-error")!.TextContent);
        Assert.Equal((Hafen, "Quay"), (Text(page), Value(page, "Form.Headline")));
    }

    [Fact]
    public async Task Reading_the_same_text_again_keeps_what_was_put_right_and_another_text_is_read_anew()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        using var same = await editor.PostAsync(DeskLinks.PasteWire, new { Text = Quay, ReadAs = WireText.Fingerprint(Quay), Form__Headline = "By hand" }, DeskLinks.PasteWire);
        using var other = await editor.PostAsync(DeskLinks.PasteWire, new { Text = Hafen, ReadAs = WireText.Fingerprint(Quay), Form__Headline = "By hand" }, DeskLinks.PasteWire);

        Assert.Equal("By hand", Value(await ParseAsync(same), "Form.Headline"));
        Assert.Equal("Hafen öffnet zweiten Kai", Value(await ParseAsync(other), "Form.Headline"));
    }

    [Theory]
    [InlineData("", "There is no text in it.")]
    [InlineData("a\u0001b\u0001c", "It is binary, not text.")]
    public async Task What_is_no_text_is_refused_in_words(string text, string message)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        Assert.Equal(message, (await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = text })).QuerySelector("#Text-error")!.TextContent);
    }

    [Fact]
    public async Task A_text_of_megabytes_arrives_and_is_refused_in_words()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var book = string.Concat(Enumerable.Repeat("The port has opened a quay. ", 170_000));

        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = book });

        Assert.Equal("It is too large.", page.QuerySelector("#Text-error")!.TextContent);
        Assert.Equal(book, Text(page));
    }

    [Fact]
    public async Task While_it_is_typed_the_fields_come_as_a_part_of_a_page()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        using var answer = await editor.PostAsync(DeskLinks.WireRecognition, new { Text = Quay }, DeskLinks.PasteWire);

        var part = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Equal("Lianyungang port opens a second quay", Value(await new HtmlParser().ParseDocumentAsync(part), "Form.Headline"));
    }

    [Fact]
    public async Task A_translator_makes_drafts_in_the_own_languages_only()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");

        var page = await translator.SubmitAsync(DeskLinks.PasteWire, new { Text = Quay });
        using var foreign = await DraftAsync(translator, Quay, new { Form__Language = "en" });
        using var own = await DraftAsync(translator, Hafen, new { Form__Language = "de" });

        Assert.Equal(["", "de"], ((IHtmlSelectElement)page.QuerySelector("[name='Form.Language']")!).Options.Select(o => o.Value));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (foreign.StatusCode, own.StatusCode));
        Assert.Equal(["de"], await portal.QueryAsync(db => db.Releases.Where(r => r.Original != null).Select(r => r.Language).ToListAsync()));
    }

    [Fact]
    public async Task Of_several_files_bad_ones_are_named_and_the_others_become_drafts()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de", name: "K. Vogt");

        var page = await UploadAsync(
            translator,
            ("kai.txt", Encoding.UTF8.GetBytes(Hafen)), ("quay.txt", Encoding.UTF8.GetBytes(Quay)), ("empty.txt", []), ("picture.png", [0x89, 0x50, 0, 0, 1]),
            ("huge.txt", new byte[WireText.MaxBytes + 1]), ("quai.txt", Encoding.UTF8.GetBytes("Le port est dans la ville et les trains sont sur le quai.")), ("kai-again.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Hafen)).ToArray()));

        var draft = await portal.QueryAsync(db => db.Originals.SingleAsync());
        Assert.Equal(
            [
                $"kai.txt: draft {draft.ReleaseId}", "quay.txt: You do not write in its language: English.", "empty.txt: There is no text in it.", "picture.png: It is binary, not text.",
                "huge.txt: It is too large.", "quai.txt: Its language is none of the portal’s: fr.", $"kai-again.txt: imported before, as release {draft.ReleaseId}",
            ],
            page.QuerySelectorAll(".wire-outcomes li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(
            [("quay.txt", "NotYours:en", true), ("empty.txt", "Empty", false), ("picture.png", "Binary", false), ("huge.txt", "TooLarge", false), ("quai.txt", "Language:fr", true)],
            (await portal.QueryAsync(db => db.FailedImports.OrderBy(f => f.Id).ToListAsync())).Select(f => (f.FileName, f.Reason, f.Text != null)));
        Assert.Equal("release.import", (await portal.QueryAsync(db => db.Audit.SingleAsync(e => e.Subject == $"release/{draft.ReleaseId}"))).Action);
    }

    [Fact]
    public async Task Of_more_than_a_thousand_texts_in_one_go_the_files_behind_are_named()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        static byte[] Feed(int items) => Encoding.UTF8.GetBytes(
            $"<rss><channel>{string.Concat(Enumerable.Repeat("<item><title>The yard opens</title><description>The yard has opened in the city and the cranes are at work.</description></item>", items))}</channel></rss>");

        var page = await UploadAsync(editor, ("a.rss", Feed(600)), ("b.rss", Feed(500)), ("c.txt", Encoding.UTF8.GetBytes(Quay)));

        var said = page.QuerySelectorAll(".wire-outcomes li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal((WireFile.MostStories + 2, true, true), (said.Count, said[599].StartsWith("a.rss#600: ", StringComparison.Ordinal), said[999].StartsWith("b.rss#400: ", StringComparison.Ordinal)));
        Assert.Equal([("b.rss", "TooMany"), ("c.txt", "TooMany")], (await portal.QueryAsync(db => db.FailedImports.OrderBy(f => f.Id).ToListAsync())).Select(f => (f.FileName, f.Reason)));
        Assert.Equal(1, await portal.QueryAsync(db => db.Releases.CountAsync()));
    }

    [Fact]
    public async Task A_single_file_is_shown_to_be_checked_first()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await UploadAsync(editor, ("C:\\wire\\kai.txt", Encoding.UTF8.GetBytes(Hafen)));

        Assert.Equal((Hafen, "Hafen öffnet zweiten Kai", "kai.txt"), (Text(page), Value(page, "Form.Headline"), Value(page, "FileName")));
        Assert.Equal(0, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    [Fact]
    public async Task A_file_beside_a_text_that_stands_there_becomes_no_draft_and_takes_no_correction_back()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await UploadWithAsync(editor, new() { ["Text"] = Quay, ["ReadAs"] = WireText.Fingerprint(Quay), ["Form.Headline"] = "Put right" }, ("kai.txt", Encoding.UTF8.GetBytes(Hafen)));

        Assert.Equal((Quay, "Put right"), (Text(page), Value(page, "Form.Headline")));
        Assert.Contains("Another text stands here", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.QueryAsync(db => db.Originals.CountAsync()));
    }

    [Fact]
    public async Task Without_a_file_the_typed_text_stays()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        using var answer = await editor.PostAsync(DeskLinks.WireFiles, new { Text = Quay }, DeskLinks.PasteWire);

        var page = await ParseAsync(answer);
        Assert.Equal(Quay, Text(page));
        Assert.Contains("Please choose at least one file.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> DraftAsync(DeskClient who, string text, object fields) => DraftAsync(
        who, text, fields.GetType().GetProperties().ToDictionary(p => p.Name.Replace("__", ".", StringComparison.Ordinal), p => $"{p.GetValue(fields)}", StringComparer.Ordinal));

    private static async Task<HttpResponseMessage> DraftAsync(DeskClient who, string text, Dictionary<string, string> fields)
    {
        var token = ((IHtmlInputElement)(await who.ReadAsync(DeskLinks.PasteWire)).QuerySelector("#wire [name=__RequestVerificationToken]")!).Value;
        using var form = new FormUrlEncodedContent([.. fields, new("Text", text), new("ReadAs", WireText.Fingerprint(text)), new("__RequestVerificationToken", token)]);
        return await who.Http.PostAsync(DeskLinks.WireDraft, form);
    }

    internal static Task<IHtmlDocument> UploadAsync(DeskClient who, params (string Name, byte[] Bytes)[] files) => UploadWithAsync(who, [], files);

    internal static async Task<IHtmlDocument> UploadWithAsync(DeskClient who, Dictionary<string, string> typed, params (string Name, byte[] Bytes)[] files)
    {
        var token = ((IHtmlInputElement)(await who.ReadAsync(DeskLinks.PasteWire)).QuerySelector("#wire [name=__RequestVerificationToken]")!).Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in typed)
            form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            form.Add(file, "Files", name);
        }

        return await ParseAsync(await who.Http.PostAsync(DeskLinks.WireFiles, form));
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        _ => null,
    };

    private static string Text(IHtmlDocument page) => ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=Text]")!).Value;

    private static IEnumerable<string> Picked(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"[name='{name}'][checked]").Select(i => i.ParentElement!.TextContent.Trim());
}
