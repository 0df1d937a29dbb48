using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Checks;
using ScoPortal.Data;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>One thing to look at before a release is published.</summary>
/// <param name="Name">Which: part of a text's name.</param>
/// <param name="Passed">There is nothing wrong with it.</param>
/// <param name="Blocks">As long as there is, it cannot be published.</param>
/// <param name="Detail">What exactly is wrong, where there is more to say.</param>
public sealed record PublicationCheck(string Name, bool Passed, bool Blocks, string? Detail = null)
{
    /// <summary>The state that shows it.</summary>
    public string Mark => Passed ? "ok" : Blocks ? "error" : "outdated";

    /// <summary>The last part of the name of its text.</summary>
    public string Outcome => Passed ? "ok" : "bad";

    /// <summary>Everything that the checks look at.</summary>
    public static IQueryable<Release> Load(IQueryable<Release> releases) => releases
        .Include(r => r.Story).ThenInclude(s => s.Zones).Include(r => r.TranslatedFrom).Include(r => r.Media).ThenInclude(m => m.Item).AsSplitQuery();

    /// <summary>All checks of a release read by <see cref="Load"/>.</summary>
    public static IReadOnlyList<PublicationCheck> Of(Release release)
    {
        var content = release.Content;
        string[] links =
        [
            .. Markdown.BadLinks(content.Body),
            .. new[] { content.MoreInfoUrl, content.SourceUrl }.OfType<string>().Where(url => Links.External(url) is null),
        ];
        string[] pictures =
        [
            .. release.Media.Select(m => m.Item)
                .Where(i => string.IsNullOrWhiteSpace(i.Texts.FirstOrDefault(t => t.Language == release.Language)?.Alt)).Select(i => i.FileName),
        ];
        return
        [
            new("Headline", !string.IsNullOrWhiteSpace(content.Headline), Blocks: true),
            new("Text", !string.IsNullOrWhiteSpace(content.Body), Blocks: true),
            new("Links", links.Length == 0, Blocks: true, string.Join(", ", links)),
            new("Pictures", pictures.Length == 0, Blocks: true, string.Join(", ", pictures)),
            new("Summary", !string.IsNullOrWhiteSpace(content.Summary), Blocks: false),
            new("Zone", release.Story.Zones.Count > 0, Blocks: false),
            new("Outdated", !release.IsStale, Blocks: false),
        ];
    }

    /// <summary>
    /// The same, what the checks of its translation say, and what there is to say of the pictures in its text: unknown ones, and such as
    /// nobody has put into words.
    /// </summary>
    public static async Task<IReadOnlyList<PublicationCheck>> OfAsync(PortalDb db, Glossaries glossaries, Release release, CancellationToken cancel)
    {
        var pictures = Markdown.PicturesIn(release.Content.Body);
        var hashes = pictures.Select(p => p.Hash).ToList();
        var known = await db.Media.Where(m => hashes.Contains(m.Hash)).AsNoTracking().AsSplitQuery().ToDictionaryAsync(m => m.Hash, cancel);
        string[] faults =
        [
            .. pictures.Where(p => !known.TryGetValue(p.Hash, out var item) || !(p.HasWords || item.Texts.Any(t => t.Language == release.Language && !string.IsNullOrWhiteSpace(t.Alt))))
                .Select(p => known.TryGetValue(p.Hash, out var item) ? item.FileName : $"/media/{p.Hash[..8]}…").Distinct(StringComparer.Ordinal),
        ];
        var errors = await ErrorsAsync(db, glossaries, release, cancel);
        PublicationCheck[] translated = release.TranslatedFrom is null ? [] : [new("Translation", errors.Count == 0, Blocks: true, string.Join(", ", errors))];
        return [.. Of(release), .. translated, new("TextPictures", faults.Length == 0, Blocks: false, string.Join(", ", faults))];
    }

    /// <summary>Something holds the release back.</summary>
    public static async Task<bool> HoldAsync(PortalDb db, Glossaries glossaries, Release release, CancellationToken cancel) =>
        Of(release).Any(c => c is { Passed: false, Blocks: true }) || (await ErrorsAsync(db, glossaries, release, cancel)).Count > 0;

    // Segments of a translation on the workbench, as the release has them, with errors that nobody has set aside.
    private static async Task<List<string>> ErrorsAsync(PortalDb db, Glossaries glossaries, Release release, CancellationToken cancel)
    {
        if (await db.TranslationDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.ReleaseId == release.Id, cancel) is not { } draft || draft.SourceId != release.TranslatedFromId)
            return [];
        var source = await db.Releases.Where(r => r.Id == draft.SourceId).Select(r => r.Language).SingleAsync(cancel);
        var glossary = glossaries.For(source, draft.Language);
        return [.. draft.Units.Index().Where(u => SegmentChecks.Of(u.Item.Source, source, u.Item.Saved, draft.Language, glossary)
            .Any(f => f.Severity == CheckSeverity.Error && !u.Item.Waivers.Any(w => w.Check == f.Check && w.Value == f.Value)))
            .Select(u => (u.Index + 1).ToString(CultureInfo.InvariantCulture))];
    }
}
