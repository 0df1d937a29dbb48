using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Web.Tests.Desk;
using ScoPortal.Web.Tests.Media;
using ScoPortal.Web.Tests.Wires;
using Xunit;
using Words = DocumentFormat.OpenXml.Wordprocessing;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>Files that arrive whole and were damaged before: each is taken whole or refused in words, and the next one works.</summary>
public class DamagedFilesTests
{
    private const int Seed = 20261123;

    public static TheoryData<string> Pictures => ["png", "jpeg", "gif", "webp", "avif"];

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_damaged_picture_is_one_or_is_named_with_the_reason_and_leaves_nothing(string format)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, language: "ru");
        var whole = format switch { "png" => Picture.Png(), "jpeg" => Picture.Jpeg(), "gif" => Picture.Gif(), "webp" => Picture.LossyWebP(), _ => Picture.Avif() };
        var folder = portal.Services.GetRequiredService<PortalOptions>().MediaFolder;
        string[] Kept() => Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

        var page = await vera.UploadAsync(release: null, [.. Cut(whole).Select((b, i) => ($"cut{i}.{format}", b))]);
        Assert.Equal(Cut(whole).Select((_, i) => $"cut{i}.{format}"), Refused(page));
        Assert.Equal((0, 0), (await portal.QueryAsync(db => db.Media.CountAsync()), Kept().Length));

        page = await vera.UploadAsync(release: null, [.. Flipped(whole).Select((b, i) => ($"flipped{i}.{format}", b))]);
        var (rows, refused) = (await portal.QueryAsync(db => db.Media.Select(m => m.FileName).ToListAsync()), Refused(page));
        Assert.NotEmpty(refused);
        Assert.Empty(rows.Intersect(refused));
        Assert.Equal(rows.Count, Kept().Length);

        page = await vera.UploadAsync(release: null, ($"whole.{format}", whole));
        Assert.Null(page.QuerySelector("[role=alert]"));
        Assert.NotNull(page.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task A_damaged_Word_file_or_archive_is_named_with_the_reason_and_what_was_typed_stays()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, language: "de");
        static Words.Paragraph Line(string text) => new(new Words.Run(new Words.Text(text)));
        var word = ContainerTests.Word((_, body) => body.Append(Line("The yard opens"), Line("The yard has opened in the city and the cranes are at work.")));
        (string Name, byte[] Bytes)[] cut = [.. Cut(word).Select((b, i) => ($"cut{i}.docx", b)), ("texts.zip", Zip("a.txt", "The yard opened."u8.ToArray()))];

        var page = await WireTests.UploadWithAsync(vera, new() { ["Text"] = "Der Hafen öffnet." }, cut);
        var said = Said(page);
        Assert.Equal(cut.Length, said.Count);
        Assert.All(said.Zip(cut), pair => Assert.Matches($"^{Regex.Escape(pair.Second.Name)}: (Die Datei|Sie|Es|Das|Er) ", pair.First));
        Assert.Equal("Der Hafen öffnet.", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Text]")!.Value);
        Assert.Equal(0, await portal.QueryAsync(db => db.Releases.CountAsync()));

        (string Name, byte[] Bytes)[] flipped = [.. Flipped(word).Select((b, i) => ($"flipped{i}.docx", b))];
        said = Said(await WireTests.UploadAsync(vera, flipped));
        Assert.Equal(flipped.Select(f => f.Name), said.Select(s => s.Split(':')[0]));
        Assert.Equal(flipped.Length, await portal.QueryAsync(async db => await db.FailedImports.CountAsync(f => f.FileName.StartsWith("flipped")) + said.Count(s => s.Contains("Entwurf", StringComparison.Ordinal) || s.Contains("importiert", StringComparison.Ordinal))));
        Assert.Equal(await portal.QueryAsync(db => db.Originals.CountAsync()), await portal.QueryAsync(db => db.Releases.CountAsync()));

        page = await WireTests.UploadAsync(vera, ("whole.docx", word));
        Assert.Equal("The yard opens", page.QuerySelector<IHtmlInputElement>("[name='Form.Headline']")!.Value);
    }

    [Fact]
    public async Task A_damaged_archive_of_translations_is_named_with_the_reason_and_changes_nothing()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Editor, language: "zh");
        var (_, target) = await TranslationFileTests.TranslateAsync(portal);
        var file = await TranslationFileTests.FileAsync(vera, target, "xliff12");
        file = file with { Units = [.. file.Units.Select(u => u with { Target = u.Source, State = UnitState.Confirmed })] };
        var whole = Zip("a.xlf", TranslationFileTests.Written(file, "xliff12"));
        (string Name, byte[] Bytes)[] cut = [.. Cut(whole).Select((b, i) => ($"cut{i}.zip", b))];

        var page = await TranslationFileTests.UploadAsync(vera, DeskLinks.TranslationFiles(), cut);
        Assert.Equal(cut.Select(c => c.Name), page.QuerySelectorAll("article h3").Select(h => h.TextContent));
        Assert.All(page.QuerySelectorAll("article .state"), s => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{4}", s.TextContent));
        Assert.Equal(cut.Length, page.QuerySelectorAll("article .state").Length);
        Assert.Empty(await portal.AuditedAsync($"release/{target}"));
        Assert.Equal(0, await portal.QueryAsync(db => db.TranslationDrafts.CountAsync(d => d.ReleaseId == target && d.Confirmed > 0)));

        (string Name, byte[] Bytes)[] flipped = [.. Flipped(whole).Select((b, i) => ($"flipped{i}.zip", b))];
        page = await TranslationFileTests.UploadAsync(vera, DeskLinks.TranslationFiles(), flipped);
        Assert.Equal(flipped.Select(f => f.Name), page.QuerySelectorAll("article h3").Select(h => h.TextContent.Split('/')[0]).Distinct());

        page = await TranslationFileTests.UploadAsync(vera, DeskLinks.TranslationFiles(), [("whole.zip", whole)]);
        Assert.Empty(page.QuerySelectorAll("article .state"));
        Assert.True(await portal.QueryAsync(db => db.TranslationDrafts.AnyAsync(d => d.ReleaseId == target && d.Confirmed > 0)));
    }

    // Shorter by a quarter, by half, and by all but the first bytes.
    private static IEnumerable<byte[]> Cut(byte[] whole) => [whole[..^(whole.Length / 4)], whole[..(whole.Length / 2)], whole[..12]];

    // Each with one to four bytes that are others.
    private static List<byte[]> Flipped(byte[] whole)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, 40).Select(_ =>
        {
            var damaged = (byte[])whole.Clone();
            for (var i = random.Next(1, 5); i > 0; i--)
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            return damaged;
        })];
    }

    private static byte[] Zip(string name, byte[] content)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return file.ToArray();
    }

    // Names in the alert that are followed by words in her language.
    private static List<string> Refused(IHtmlDocument page) =>
        [.. Regex.Matches(page.QuerySelector("[role=alert]")?.TextContent ?? "", @"(?<name>\w+\.\w+): [А-Яа-я]{2}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture).Select(m => m.Groups["name"].Value)];

    private static List<string> Said(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".wire-outcomes li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
