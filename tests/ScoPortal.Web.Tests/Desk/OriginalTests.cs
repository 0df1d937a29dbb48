using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Areas.Admin.Pages.Wire;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>The file that a text was taken out of is kept beside its draft, untouched, and comes back as it was.</summary>
public class OriginalTests
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>Fair opens</title><script>alert(1)</script></head><body><nav><a href="/a">Home</a> <a href="/b">News</a></nav>
        <article><h1>Qingdao opens a fair for cotton</h1>
        <p>QINGDAO, China, Nov. 19, 2026 /PRNewswire/ -- A fair for dried fruit and cotton has opened beside the port. It goes on until Sunday and has ninety stands.</p>
        <p>Visitors come from eleven countries, and trains bring the goods to the gates of the halls every morning.</p></article></body></html>
        """;

    private const string Feed = """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Port office</title><link>https://example.org/</link>
        <item><title>Port opens a second quay</title><guid>https://example.org/1</guid><description>The port has opened a second quay on Tuesday, and trains stand beside the ships there.</description></item>
        <item><title>Gare</title><guid>https://example.org/2</guid><description>Le port est dans la ville et les trains sont sur le quai de la gare depuis mardi.</description></item></channel></rss>
        """;

    private const string Other = """
        A lighthouse for the harbour town

        The harbour town has put up a lighthouse of glass, and the ships of the whole coast are glad of it.
        """;

    [Fact]
    public async Task A_file_that_is_checked_first_is_kept_with_its_draft_byte_for_byte()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var bytes = Encoding.UTF8.GetBytes(Page);

        var page = await WireTests.UploadAsync(editor, ("fair.html", bytes));
        Assert.Equal("The file is kept beside the draft, as it came.", page.QuerySelector("[data-source]")!.TextContent);
        // Reading the fields again changes nothing of it.
        page = await ParseAsync(await PostAsync(editor, DeskLinks.PasteWire, page));
        using var made = await PostAsync(editor, DeskLinks.WireDraft, page);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var original = await OriginalAsync(portal);
        Assert.Equal(("fair.html", "text/html"), (original.FileName, original.SourceType));
        Assert.Equal(bytes, original.Source);
    }

    [Fact]
    public async Task A_file_that_is_too_large_to_be_carried_says_that_only_its_text_is_kept()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await WireTests.UploadAsync(editor, ("fair.html", Encoding.UTF8.GetBytes(Page.Replace("alert(1)", new string(' ', WireSource.Longest), StringComparison.Ordinal))));
        Assert.Equal("The file is larger than 512 KB: only its text is kept beside the draft.", page.QuerySelector("[data-source]")!.TextContent);
        using var made = await PostAsync(editor, DeskLinks.WireDraft, page);

        var original = await OriginalAsync(portal);
        Assert.Equal((null, null), (original.Source, original.SourceType));
        Assert.Contains("ninety stands", original.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_text_pasted_over_has_nothing_of_the_file()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var file = Page.Replace("<title>", "<link rel=\"canonical\" href=\"https://example.org/fair\"><meta name=\"author\" content=\"The Office of the Fair\"><title>", StringComparison.Ordinal);

        var page = await WireTests.UploadAsync(editor, ("fair.html", Encoding.UTF8.GetBytes(file)));
        var taken = page.QuerySelectorAll(".wire-taken tbody tr").Count(r => r.TextContent.Contains("HTML page", StringComparison.OrdinalIgnoreCase));
        Assert.True(taken > 0, page.QuerySelector(".wire-taken")?.TextContent);
        page = await ParseAsync(await PostAsync(editor, DeskLinks.PasteWire, page, Other));
        Assert.Equal("Changed", page.QuerySelector("[data-source]")!.GetAttribute("data-source"));
        Assert.DoesNotContain("HTML page", page.QuerySelector(".wire-taken")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("false", page.QuerySelector(".wire-original")!.GetAttribute("data-markdown"));
        using var made = await PostAsync(editor, DeskLinks.WireDraft, page);

        var original = await OriginalAsync(portal);
        Assert.Equal(("paste", null, null), (original.FileName, original.Source, original.SourceType));
    }

    [Fact]
    public async Task What_is_put_right_further_down_leaves_the_file_with_its_text()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await WireTests.UploadAsync(editor, ("fair.html", Encoding.UTF8.GetBytes(Page)));
        var text = ((IHtmlTextAreaElement)page.QuerySelector("[name=Text]")!).Value.Replace("eleven", "twelve", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        page = await ParseAsync(await PostAsync(editor, DeskLinks.PasteWire, page, text));
        using var made = await PostAsync(editor, DeskLinks.WireDraft, page);

        var original = await OriginalAsync(portal);
        Assert.Equal(("fair.html", Encoding.UTF8.GetBytes(Page).Length), (original.FileName, original.Source!.Length));
        Assert.Contains("twelve countries", original.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not base 64")]
    [InlineData("====")]
    public async Task What_is_no_file_makes_a_draft_without_one(string carried)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var around = WireAround.Of(new WireDocument { Text = Other });

        using var made = await editor.PostAsync(DeskLinks.WireDraft, new { Text = Other, ReadAs = WireText.Fingerprint(Other), Around = around, SourceFile = carried, SourceType = "text/html", Form__Language = "en" }, DeskLinks.PasteWire);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Null((await OriginalAsync(portal)).Source);
    }

    [Fact]
    public async Task Each_item_of_a_feed_is_kept_and_one_that_fails_is_named_with_its_number()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await WireTests.UploadAsync(editor, ("feed.xml", Encoding.UTF8.GetBytes(Feed)));

        Assert.Equal(["feed.xml#1:", "feed.xml#2:"], page.QuerySelectorAll(".wire-outcomes li").Select(l => l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.Equal("feed.xml#2 Language:fr", await portal.QueryAsync(db => db.FailedImports.Select(f => f.FileName + " " + f.Reason).SingleAsync()));
        var original = await OriginalAsync(portal);
        Assert.Equal("application/xml", original.SourceType);
        Assert.Contains("<guid>https://example.org/1</guid>", Encoding.UTF8.GetString(original.Source!), StringComparison.Ordinal);
        Assert.DoesNotContain("Gare", Encoding.UTF8.GetString(original.Source!), StringComparison.Ordinal);
        using var file = await editor.Http.GetAsync(DeskLinks.Original(original.ReleaseId));
        Assert.Equal("feed-1.xml", NameOf(file));
    }

    [Theory]
    [InlineData("fair.html", "text/html", "fair.html", "application/octet-stream")]
    [InlineData("kai.txt", "text/plain; charset=windows-1252", "kai.txt", "text/plain; charset=windows-1252")]
    [InlineData("Kai öffnet 青岛.txt", "text/plain; charset=gb18030", "Kai öffnet 青岛.txt", "text/plain; charset=gb18030")]
    [InlineData("kai.exe", "text/plain", "kai.exe.txt", "text/plain")]
    [InlineData("story.json", "application/json", "story.json", "application/json")]
    [InlineData("a/b\"c\u0001.html", "application/json", "a_b_c_.json", "application/json")]
    [InlineData("fair.html", "image/svg+xml", "fair.bin", "application/octet-stream")]
    [InlineData("fair.html", "nonsense", "fair.bin", "application/octet-stream")]
    [InlineData("page.htm", "text/plain, text/html", "page.bin", "application/octet-stream")]
    public async Task A_kept_file_is_given_out_as_it_came_and_never_shown_in_the_browser(string name, string type, string given, string answered)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        byte[] bytes = [0xEF, 0xBB, 0xBF, 0x3C, 0xE4, 0x00, 0x0D, 0x0A];
        var id = await ImportAsync(portal, name, bytes, type);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");

        using var answer = await translator.Http.GetAsync(DeskLinks.Original(id));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((given, answered), (NameOf(answer), answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_text_without_a_file_is_given_out_as_text_and_the_editor_leads_there()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await ImportAsync(portal, "paste", null, null);
        using var editor = await portal.AsAsync(Roles.Editor, language: "de");

        var link = (await editor.ReadAsync(DeskLinks.Release(id))).QuerySelector($"a[href='{DeskLinks.Original(id)}']")!;
        using var answer = await editor.Http.GetAsync(link.GetAttribute("href"));

        Assert.Equal("Text herunterladen", link.TextContent);
        Assert.Equal(("paste.txt", "text/plain; charset=utf-8"), (NameOf(answer), answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(Other, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_release_that_was_written_here_has_no_original_and_strangers_get_none()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var written = await portal.WriteAsync("A fair for fruit", ReleaseState.Draft);
        var imported = await ImportAsync(portal, "fair.html", [1, 2], "text/html");

        Assert.Null((await editor.ReadAsync(DeskLinks.Release(written.Id))).QuerySelector($"a[href='{DeskLinks.Original(written.Id)}']"));
        Assert.Equal("Download the file", (await editor.ReadAsync(DeskLinks.Release(imported))).QuerySelector($"a[href='{DeskLinks.Original(imported)}']")!.TextContent);
        await editor.ReadAsync(DeskLinks.Original(written.Id), HttpStatusCode.NotFound);
        await editor.ReadAsync(DeskLinks.Original(999_999), HttpStatusCode.NotFound);
        using var stranger = await portal.Client.GetAsync(DeskLinks.Original(imported));
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.StartsWith(DeskLinks.SignIn(), stranger.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_were_read_in_a_wrong_encoding_are_repaired_where_they_are_pasted()
    {
        const string Sound = "Neuer Güterbahnhof für die Hafenstadt\n\nLianyungang (ots) - Die Züge fahren „in beide Richtungen“ und die Häfen öffnen für sie früher.";
        var damaged = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(Sound));
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        using var answer = await editor.PostAsync(DeskLinks.WireRecognition, new { Text = damaged }, DeskLinks.PasteWire);
        var part = await ParseAsync(answer);
        var page = await editor.SubmitAsync(DeskLinks.PasteWire, new { Text = damaged });
        using var made = await PostAsync(editor, DeskLinks.WireDraft, page);

        Assert.Equal(Sound, ((IHtmlTemplateElement)part.QuerySelector("template[data-repaired]")!).Content.TextContent);
        Assert.Equal("Letters that had been read in a wrong encoding were repaired; lines: 2.", part.QuerySelector("[data-code=mojibake-repaired]")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-code=mojibake-repaired]"));
        Assert.Equal(Sound, ((IHtmlTextAreaElement)page.QuerySelector("[name=Text]")!).Value);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(Sound, (await OriginalAsync(portal)).Text);
    }

    [Fact]
    public async Task A_sound_text_is_left_as_it_is_typed()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);

        using var answer = await editor.PostAsync(DeskLinks.WireRecognition, new { Text = "Une fête à la gare «\u00a0École\u00a0» für alle\n\nDie Gäste feiern." }, DeskLinks.PasteWire);

        var part = await ParseAsync(answer);
        Assert.NotNull(part.QuerySelector("[name='Form.Headline']"));
        Assert.Null(part.QuerySelector("template"));
    }

    private static Task<int> ImportAsync(OwnPortal portal, string name, byte[]? source, string? type) => portal.QueryAsync(async db =>
    {
        var story = new Story();
        var release = story.Draft("en", new ReleaseContent { Headline = "Lighthouse" }, new Edit("import", portal.Clock.Now));
        release.CameFrom(new Original(Other, name, WireText.Fingerprint(Other), portal.Clock.Now, source, type));
        db.Add(story);
        await db.SaveChangesAsync();
        return release.Id;
    });

    private static Task<Original> OriginalAsync(OwnPortal portal) => portal.QueryAsync(db => db.Originals.AsNoTracking().SingleAsync());

    private static string? NameOf(HttpResponseMessage answer) => answer.Content.Headers.ContentDisposition!.FileNameStar;

    // Sends the form as it stands, with another text where one is given.
    private static async Task<HttpResponseMessage> PostAsync(DeskClient who, string path, IHtmlDocument page, string? text = null)
    {
        var standing = DeskClient.Standing((IHtmlFormElement)page.QuerySelector("#wire")!);
        using var form = new FormUrlEncodedContent(text is null ? standing : standing.Where(f => f.Key != "Text").Append(new("Text", text)));
        return await who.Http.PostAsync(path, form);
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
