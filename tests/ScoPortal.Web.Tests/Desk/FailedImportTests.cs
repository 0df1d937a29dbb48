using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

public class FailedImportTests
{
    private const string Gare = "Une gare ouvre dans la ville\n\nLe port est dans la ville et les trains sont sur le quai de la gare.\n";

    [Fact]
    public async Task Each_says_its_file_the_reason_who_and_when_newest_first()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await KeepAsync(portal, "gare.txt", "Language:fr", Gare);
        await KeepAsync(portal, "picture.txt", "Binary", null);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de", language: "de");

        var rows = (await translator.ReadAsync(DeskLinks.FailedImports)).QuerySelectorAll("tbody tr").ToList();

        Assert.Equal(["picture.txt", "gare.txt"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Equal(["Es ist keine Textdatei, sondern binär.", "Die Sprache gehört nicht zum Portal: fr."], rows.Select(r => r.QuerySelector("td")!.TextContent));
        Assert.All(rows, r => Assert.Contains("import", r.TextContent, StringComparison.Ordinal));
        Assert.Equal("2026-11-21T12:00:00Z", rows[0].QuerySelector("time")!.GetAttribute("datetime"));
        // What could not be read cannot be tried again; only those who may publish dismiss.
        Assert.Equal([0, 1], rows.Select(r => r.QuerySelectorAll("a.button").Length));
        Assert.Empty(rows.SelectMany(r => r.QuerySelectorAll("form")));
    }

    [Fact]
    public async Task Trying_again_opens_the_text_and_its_draft_takes_it_off_the_list()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var id = await KeepAsync(portal, "gare.txt", "Language:fr", Gare);
        using var editor = await portal.AsAsync(Roles.Editor);
        var again = (await editor.ReadAsync(DeskLinks.FailedImports)).QuerySelector("td a.button")!.GetAttribute("href")!;

        var page = await editor.ReadAsync(again);
        Assert.Equal("Une gare ouvre dans la ville", page.QuerySelector("[name='Form.Headline']")!.GetAttribute("value"));
        using var made = await editor.PostAsync(DeskLinks.WireDraft, new { Text = Gare, ReadAs = WireText.Fingerprint(Gare), FileName = "gare.txt", failed = id, Form__Language = "en", Form__Headline = "A station opens" }, again);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal("gare.txt", (await portal.QueryAsync(db => db.Originals.SingleAsync())).FileName);
        Assert.Contains("gare.txt", (await portal.QueryAsync(db => db.Audit.SingleAsync(e => e.Action == "failed-import.settle"))).Before, StringComparison.Ordinal);
        Assert.Equal(0, await portal.QueryAsync(db => db.FailedImports.CountAsync()));
    }

    [Fact]
    public async Task A_translator_cannot_strike_off_a_text_by_the_draft_of_another()
    {
        const string Own = "Hafen öffnet zweiten Kai\n\nDer Hafen hat am Dienstag einen zweiten Kai geöffnet.\n";
        await using var portal = await OwnPortal.OpenAsync();
        var id = await KeepAsync(portal, "gare.txt", "Language:fr", Gare);
        using var translator = await portal.AsAsync(Roles.Translator, languages: "de");

        using var made = await translator.PostAsync(DeskLinks.WireDraft, new { Text = Own, ReadAs = WireText.Fingerprint(Own), failed = id, Form__Language = "de" }, DeskLinks.PasteWire);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(1, await portal.QueryAsync(db => db.FailedImports.CountAsync()));
    }

    [Fact]
    public async Task Dismissing_is_noted_with_what_was_there()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var id = await KeepAsync(portal, "gare.txt", "Language:fr", Gare);
        using var editor = await portal.AsAsync(Roles.Editor);

        var page = await editor.SubmitAsync(DeskLinks.FailedImports, form: "td form");

        Assert.Contains("Dismissed: gare.txt.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.QueryAsync(db => db.FailedImports.CountAsync()));
        var line = await portal.QueryAsync(db => db.Audit.SingleAsync(e => e.Action == "failed-import.dismiss"));
        Assert.Equal($"failed-import/{id}", line.Subject);
        Assert.Contains("gare.txt", line.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);

        await editor.ReadAsync(DeskLinks.RetryImport(7), HttpStatusCode.NotFound);
        using var gone = await editor.PostAsync(DeskLinks.DismissImport(7), from: DeskLinks.PasteWire);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_paste_page_says_how_many_wait()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor, language: "ru");
        await WireTests.UploadAsync(editor, ("a.txt", []), ("b.txt", Encoding.UTF8.GetBytes(Gare)));

        Assert.Equal(2, await portal.QueryAsync(db => db.Audit.CountAsync(e => e.Action == "failed-import.keep")));
        Assert.Equal("2 неудачных импорта", (await editor.ReadAsync(DeskLinks.PasteWire)).QuerySelector($"a[href='{DeskLinks.FailedImports}']")!.TextContent);
    }

    private static Task<int> KeepAsync(OwnPortal portal, string name, string reason, string? text) => portal.QueryAsync(async db =>
    {
        await db.KeepFailedAsync(name, reason, text, "import", portal.Clock.Now, CancellationToken.None);
        return await db.FailedImports.MaxAsync(f => f.Id);
    });
}
