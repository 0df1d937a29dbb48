using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Terms;
using Xunit;

namespace ScoPortal.Web.Tests.Editing;

/// <summary>The glossary as editors keep it.</summary>
public class GlossaryDeskTests
{
    [Fact]
    public async Task Terms_are_filtered_by_text_missing_language_and_status()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        async Task<string[]> Keys(string? q, string? missing, string? status) =>
            [.. (await editor.ReadAsync(DeskLinks.GlossaryList(q, missing, status))).QuerySelectorAll(".terms tbody th").Select(c => c.TextContent)];

        Assert.Contains("sco-short", await Keys("шос", null, null));
        Assert.Contains("intl-coop-hub", await Keys(null, "ru", null));
        Assert.Contains("bri", await Keys(null, null, "Forbidden"));
        Assert.Empty(await Keys("kein solches Wort", null, null));
    }

    [Fact]
    public async Task A_long_glossary_comes_page_by_page()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        await portal.QueryAsync(async db =>
        {
            db.Terms.AddRange(Enumerable.Range(0, 120).Select(i => new Term($"term-{i:000}", null)));
            return await db.SaveChangesAsync();
        });

        List<string> seen = [];
        for (var path = DeskLinks.Glossary; path is not null;)
        {
            var page = await editor.ReadAsync(path);
            seen.AddRange(page.QuerySelectorAll(".terms tbody th").Select(c => c.TextContent));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"term-{i:000}"), seen);
    }

    [Fact]
    public async Task A_term_gets_forms_changes_them_and_goes()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        await editor.SubmitAsync(DeskLinks.Term(), new Dictionary<string, object?>
        {
            ["Form.Key"] = "dry-port",
            ["Form.Note"] = "Far from the sea.",
            ["Form.Forms[de][0].Text"] = "Trockenhafen",
            ["Form.Forms[de][0].Status"] = "Preferred",
            ["Form.Forms[de][0].Source"] = "Duden",
            ["Form.Forms[de][1].Text"] = "Binnenhafen",
            ["Form.Forms[de][1].Status"] = "Forbidden",
        });
        var path = editor.Path;

        await editor.SubmitAsync(path, new Dictionary<string, object?> { ["Form.Forms[de][1].Text"] = "", ["Form.Forms[ru][0].Text"] = "сухой порт" });
        var refused = await editor.SubmitAsync(path, new Dictionary<string, object?>
        {
            ["Form.Forms[de][1].Text"] = "Landhafen",
            ["Form.Forms[de][1].Status"] = "Preferred",
            ["Form.Key"] = "dry-port",
        });

        Assert.Contains("German", refused.QuerySelector(".alert[data-kind=error]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Landhafen", refused.QuerySelector<IHtmlInputElement>("[name='Form.Forms[de][1].Text']")!.Value);
        var term = await portal.QueryAsync(db => db.Terms.Include(t => t.Forms).SingleAsync(t => t.Key == "dry-port"));
        Assert.Equal(["Trockenhafen Preferred Duden", "сухой порт Allowed "], term.Forms.Select(f => $"{f.Text} {f.Status} {f.Source}").Order());

        var taken = await editor.SubmitAsync(path, new { Form__Key = "sco" });
        Assert.NotNull(taken.QuerySelector("[name='Form.Key'][aria-invalid]"));

        await editor.SubmitAsync(path, form: ".removal form");
        await editor.ReadAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_translator_adds_forms_in_the_assigned_language_only()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, languages: "ru");
        var id = await portal.QueryAsync(db => db.Terms.Where(t => t.Key == "intl-coop-hub").Select(t => t.Id).SingleAsync());

        await translator.SubmitAsync(DeskLinks.Term(id), new Dictionary<string, object?>
        {
            ["Form.Key"] = "mine",
            ["Form.Forms[ru][0].Text"] = "хаб",
            ["Form.Forms[ru][0].Status"] = "Preferred",
            ["Form.Forms[de][0].Text"] = "Nabe",
        });

        var term = await portal.QueryAsync(db => db.Terms.Include(t => t.Forms).SingleAsync(t => t.Id == id));
        Assert.Equal("intl-coop-hub", term.Key);
        Assert.Equal("хаб", term.Forms.Single(f => f.Language == "ru").Text);
        Assert.DoesNotContain("Nabe", term.Forms.Select(f => f.Text));
        foreach (var path in (string[])[DeskLinks.Term(), DeskLinks.TermRemoval(id), DeskLinks.GlossaryImport])
        {
            using var refused = await translator.PostAsync(path);
            Assert.True(refused.StatusCode == HttpStatusCode.Forbidden, $"{path}: {refused.StatusCode}");
        }
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("tbx", "application/x-tbx+xml")]
    public async Task What_is_exported_is_imported_without_a_change(string format, string type)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        using var export = await editor.Http.GetAsync(DeskLinks.GlossaryExport(format));
        var bytes = await export.Content.ReadAsByteArrayAsync();

        Assert.Equal(type, export.Content.Headers.ContentType!.MediaType);
        Assert.Equal(format == "csv", bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var page = await UploadAsync(editor, bytes, $"glossary.{format}");
        Assert.Contains("0 new, 0 changed", page.QuerySelector("#effect + p")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name=Apply]"));
    }

    [Fact]
    public async Task An_import_shows_what_would_happen_and_only_then_does_it()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        const string text = "key;language;form;status\ncrane;en;crane;preferred\nsco;de;Schanghai-Bund;forbidden\ncrane;fr;grue;\n";

        var shown = await editor.SubmitAsync(DeskLinks.GlossaryImport, new { Typed = text });
        Assert.Contains("2 new, 0 changed, 0 unchanged, 1 refused", shown.QuerySelector("#effect + p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Line 4", shown.QuerySelector(".lines li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, shown.QuerySelector<IHtmlTextAreaElement>("[name=Typed]")!.Value);
        Assert.False(await portal.QueryAsync(db => db.Terms.AnyAsync(t => t.Key == "crane")));

        // Another text than the one shown is shown first.
        var shows = shown.QuerySelector<IHtmlInputElement>("[name=Shows]")!.Value;
        await editor.SubmitAsync(DeskLinks.GlossaryImport, new { Typed = text + "crane;de;Kran;\n", Shows = shows, Apply = "true" });
        Assert.False(await portal.QueryAsync(db => db.Terms.AnyAsync(t => t.Key == "crane")));

        await editor.SubmitAsync(DeskLinks.GlossaryImport, new { Typed = text.ReplaceLineEndings("\r\n"), Shows = shows, Apply = "true" });
        var crane = await portal.QueryAsync(db => db.Terms.Include(t => t.Forms).SingleAsync(t => t.Key == "crane"));
        Assert.Equal("crane", crane.Forms.Single().Text);
        Assert.Contains("\"added\":2", await portal.QueryAsync(db => db.Audit.Where(a => a.Action == "glossary.import").Select(a => a.After!).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_by_name()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await UploadAsync(editor, [0x89, 0x50, 0, 0, 1], "picture.csv");

        Assert.Contains("picture.csv", page.QuerySelector(".field .error")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> UploadAsync(DeskClient editor, byte[] bytes, string name)
    {
        var token = (await editor.ReadAsync(DeskLinks.GlossaryImport)).QuerySelector<IHtmlInputElement>("form[enctype] input[name=__RequestVerificationToken]")!.Value;
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var tokenField = new StringContent(token);
        using var form = new MultipartFormDataContent { { tokenField, "__RequestVerificationToken" }, { file, "Upload", name } };
        using var response = await editor.Http.PostAsync(DeskLinks.GlossaryImport, form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
