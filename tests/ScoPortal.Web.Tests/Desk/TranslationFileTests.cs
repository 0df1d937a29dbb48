using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Translations out to other tools, and back.</summary>
public class TranslationFileTests
{
    private const string Body = "The **port** opened. It has 12 berths.";

    [Theory]
    [InlineData("xliff12")]
    [InlineData("xliff21")]
    public async Task A_translation_goes_out_and_what_fits_comes_back_into_its_draft(string format)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var (source, target) = await TranslateAsync(portal);

        var file = await FileAsync(translator, target, format);
        Assert.Equal((target, source, "en", "de", "Trains"), (file.Release, file.SourceRelease, file.SourceLanguage, file.TargetLanguage, file.Title));
        // One sentence without its marks, one as it should be.
        var page = await UploadAsync(translator, DeskLinks.TranslationFiles(), [("back.xlf", Written(file with
        {
            Units = [.. file.Units.Select(u => u with
            {
                Target = u.Source.ToString() switch
                {
                    "The **port** opened." => CodedText.Plain("Der Hafen ist offen."),
                    "It has 12 berths." => CodedText.Plain("Er hat 12 *Liegeplätze*."),
                    _ => u.Target,
                },
                State = UnitState.Confirmed,
            })],
        }, format))]);

        Assert.Contains("1 refused", page.QuerySelector("#report")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The mark “**” of the source is missing.", page.QuerySelector(".lines li")!.TextContent, StringComparison.Ordinal);
        var draft = await portal.QueryAsync(db => db.TranslationDrafts.SingleAsync(d => d.ReleaseId == target));
        var unit = draft.Units.Single(u => u.Source == "It has 12 berths.");
        Assert.Equal((@"Er hat 12 \*Liegeplätze\*.", UnitState.Confirmed, "xliff"), (unit.Target, unit.State, unit.Origin));
        Assert.Equal("", draft.Units.Single(u => u.Source == "The **port** opened.").Target);
        Assert.Equal("translation.import", (await portal.AuditAsync($"release/{target}"))[^1].Action);
    }

    [Fact]
    public async Task Sentences_whose_source_has_changed_meanwhile_are_refused_and_the_others_taken()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (source, target) = await TranslateAsync(portal);
        var file = await FileAsync(editor, target, "xliff12");
        await portal.DoAsync(source, r => r.Save(r.Content with { Body = "The **port** opened. It has 14 berths." }, 1, new Edit("Vera", portal.Clock.Now)));

        var page = await UploadAsync(editor, DeskLinks.TranslationFiles(), [("back.xlf", Written(file with
        {
            Units = [.. file.Units.Select(u => u with { Target = CodedText.Of("Der **Hafen**.").NumberedAs(u.Source), State = UnitState.Draft })],
        }, "xliff12"))]);

        Assert.Contains(page.QuerySelectorAll(".lines li"), li => li.TextContent.Contains("The source has changed since the file was made.", StringComparison.Ordinal));
        var draft = await portal.QueryAsync(db => db.TranslationDrafts.SingleAsync(d => d.ReleaseId == target));
        Assert.Equal("", draft.Units.Single(u => u.Source == "It has 14 berths.").Target);
        Assert.Equal("Der **Hafen**.", draft.Units.Single(u => u.Source == "The **port** opened.").Target);
    }

    [Theory]
    [InlineData("xliff12")]
    [InlineData("xliff21")]
    public async Task A_sentence_that_a_colleague_has_confirmed_since_the_file_was_made_is_not_overwritten(string format)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var (_, target) = await TranslateAsync(portal);
        byte[] Back(TranslationFile file, string text) => Written(file with
        {
            Units = [.. file.Units.Select(u => u.Source.ToString() == "It has 12 berths." ? u with { Target = CodedText.Plain(text), State = UnitState.Draft } : u)],
        }, format);
        var early = await FileAsync(editor, target, format);
        await UploadAsync(editor, DeskLinks.TranslationFiles(), [("new.xlf", Back(await FileAsync(editor, target, format), "Neu."))]);

        var page = await UploadAsync(editor, DeskLinks.TranslationFiles(), [("old.xlf", Back(early, "Alt."))]);

        Assert.Contains(page.QuerySelectorAll(".lines li"), li => li.TextContent.Contains("has been changed in the portal since the file was made", StringComparison.Ordinal));
        var draft = await portal.QueryAsync(db => db.TranslationDrafts.SingleAsync(d => d.ReleaseId == target));
        Assert.Equal("Neu.", draft.Units.Single(u => u.Source == "It has 12 berths.").Target);
    }

    [Fact]
    public async Task Nobody_takes_or_brings_a_language_of_others()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "ru");
        using var editor = await portal.AsAsync(Roles.Editor);
        var (_, target) = await TranslateAsync(portal);
        var file = await FileAsync(editor, target, "xliff12");

        await translator.ReadAsync(DeskLinks.TranslationFile(target), HttpStatusCode.Forbidden);
        Assert.DoesNotContain($"value=\"{target}\"", (await translator.ReadAsync(DeskLinks.TranslationFiles())).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var page = await UploadAsync(translator, DeskLinks.TranslationFiles(), [("back.xlf", Written(file, "xliff12"))]);
        Assert.Contains("You may not write in this language.", page.QuerySelector("#report")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.QueryAsync(db => db.TranslationDrafts.AnyAsync()));
    }

    [Fact]
    public async Task Several_translations_go_out_in_one_archive_and_come_back_in_one()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var targets = new[] { (await TranslateAsync(portal)).Target, (await TranslateAsync(portal)).Target };
        var bytes = await editor.Http.GetByteArrayAsync($"{DeskLinks.TranslationBundle}?release={targets[0]}&release={targets[1]}&release=999999&format=xliff21");
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal([$"{targets[0]}-en-de.xlf", $"{targets[1]}-en-de.xlf"], zip.Entries.Select(e => e.Name));

        var back = new MemoryStream();
        using (var archive = new ZipArchive(back, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var target in targets)
            {
                var file = await FileAsync(editor, target, "xliff21");
                await using var entry = archive.CreateEntry($"de/{target}.xlf").Open();
                await entry.WriteAsync(Written(file with { Units = [.. file.Units.Select(u => u with { Target = CodedText.Of("Der **Hafen**.").NumberedAs(u.Source) })] }, "xliff21"));
            }

            await using var other = archive.CreateEntry("readme.txt").Open();
            await other.WriteAsync("Translated by hand"u8.ToArray());
        }

        var page = await UploadAsync(editor, DeskLinks.TranslationFiles(), [("all.zip", back.ToArray())]);

        Assert.Equal([$"all.zip/de/{targets[0]}.xlf", $"all.zip/de/{targets[1]}.xlf", "all.zip/readme.txt"], page.QuerySelectorAll("article h3").Select(h => h.TextContent));
        Assert.Contains("not XML", page.QuerySelectorAll("article")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(targets, await portal.QueryAsync(db => db.TranslationDrafts.OrderBy(d => d.ReleaseId).Select(d => d.ReleaseId).ToArrayAsync()));
    }

    [Fact]
    public async Task Stories_picked_on_the_board_go_out_in_one_archive()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var translator = await portal.AsAsync(Roles.Translator, "de");
        var target = (await TranslateAsync(portal)).Target;
        var story = (await portal.NowAsync(target)).StoryId;

        using var response = await translator.PostAsync(DeskLinks.TranslationBundle, new { Stories = new[] { $"{story}", "999999" }, Language = "de" });
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());

        Assert.Equal([$"{target}-en-de.xlf"], zip.Entries.Select(e => e.Name));
        Assert.Equal("translation.export", Assert.Single(await portal.AuditAsync("translation")).Action);
        using var none = await translator.PostAsync(DeskLinks.TranslationBundle, new { Stories = new[] { $"{story}" }, Language = "ru" });
        Assert.Equal(DeskLinks.TranslationFiles(), none.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_archive_that_is_larger_inside_than_any_honest_one_is_refused()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var editor = await portal.AsAsync(Roles.Editor);
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("a.xlf").Open();
            for (var i = 0; i < 20; i++)
                await entry.WriteAsync(new byte[1024 * 1024]);
        }

        var page = await UploadAsync(editor, DeskLinks.TranslationFiles(), [("a.zip", bomb.ToArray()), ("b.xlf", "<html/>"u8.ToArray())]);

        Assert.Equal(["The file is too large, or is nested too deeply.", "This is no file of a kind that is read here."], page.QuerySelectorAll("article .state").Select(s => s.TextContent.Trim()));
    }

    [Fact]
    public async Task A_memory_comes_in_goes_out_and_is_offered_for_a_like_sentence()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var editor = await portal.AsAsync(Roles.Editor);
        var tmx = Encoding.UTF8.GetBytes("""
            <tmx version="1.4"><header/><body>
            <tu><tuv xml:lang="EN-US"><seg>It has 13 berths.</seg></tuv><tuv xml:lang="de-DE"><seg>Er hat 13 Liegeplätze.</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>No German</seg></tuv><tuv xml:lang="fr"><seg>Pas d'allemand</seg></tuv></tu></body></tmx>
            """);

        foreach (var sums in (string[])["1 added, 0 doubled, 0 replaced, 1 refused.", "1 added, 0 doubled, 1 replaced, 1 refused."])
        {
            var page = await UploadAsync(editor, DeskLinks.Memory, [("agency.tmx", tmx)], "Upload");
            Assert.Contains(sums, page.QuerySelector("#report")!.ParentElement!.TextContent, StringComparison.Ordinal);
        }

        var damaged = await UploadAsync(editor, DeskLinks.Memory, [("agency.tmx", tmx[..^20])], "Upload");
        Assert.Contains("Nothing of it was taken.", damaged.QuerySelector("#report")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var unit = await portal.QueryAsync(db => db.MemoryUnits.SingleAsync(u => u.Origin != null));
        Assert.Equal(("de", "Er hat 13 Liegeplätze.", "en", "agency.tmx"), (unit.FirstLanguage, unit.FirstText, unit.SecondLanguage, unit.Origin));

        var read = Tmx.Read(new MemoryStream(await editor.Http.GetByteArrayAsync($"{DeskLinks.MemoryExport}?source=en&target=de"))).Single(r => r.Unit!.Origin == "agency.tmx");
        Assert.Equal(["en", "de"], read.Unit!.Texts.Select(t => t.Language));
        var (_, target) = await TranslateAsync(portal);
        var match = (await FileAsync(editor, target, "xliff12")).Units.Single(u => u.Source.ToString() == "It has 12 berths.").Matches[0];
        Assert.Equal(("Er hat 13 Liegeplätze.", "agency.tmx"), (match.Target.ToString(), match.Origin));
        Assert.InRange(match.Percent, 60, 99);
    }

    [Fact]
    public async Task A_translator_brings_no_memory()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var translator = await portal.AsAsync(Roles.Translator, "de");

        Assert.Null((await translator.ReadAsync(DeskLinks.Memory)).QuerySelector("form[enctype]"));
        using var refused = await translator.PostAsync(DeskLinks.Memory);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    // A release in English, and one in German that is empty but for a headline.
    internal static async Task<(int Source, int Target)> TranslateAsync(OwnPortal portal)
    {
        var source = await portal.WriteAsync("Trains", ReleaseState.Published, body: Body);
        var target = await portal.WriteAsync("Züge", language: "de", body: "", story: source.StoryId);
        await portal.QueryAsync(async db =>
        {
            var release = await db.Releases.SingleAsync(r => r.Id == target.Id);
            release.Follow(await db.Releases.SingleAsync(r => r.Id == source.Id), 1);
            return await db.SaveChangesAsync();
        });
        return (source.Id, target.Id);
    }

    internal static async Task<TranslationFile> FileAsync(DeskClient person, int target, string format) =>
        Assert.Single(Xliff.Read(new MemoryStream(await person.Http.GetByteArrayAsync(DeskLinks.TranslationFile(target, format)))).Files);

    internal static byte[] Written(TranslationFile file, string format)
    {
        using var stream = new MemoryStream();
        if (format == "xliff21")
            Xliff21.Write(file, stream);
        else
            Xliff12.Write([file], stream);
        return stream.ToArray();
    }

    internal static async Task<IHtmlDocument> UploadAsync(DeskClient person, string path, (string Name, byte[] Content)[] files, string field = "Files")
    {
        var token = (await person.ReadAsync(path)).QuerySelector<IHtmlInputElement>("form[enctype] input[name=__RequestVerificationToken]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), field, name);
        using var response = await person.Http.PostAsync(path, form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
