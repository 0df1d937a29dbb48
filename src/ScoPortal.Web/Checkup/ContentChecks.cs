using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Media;
using ScoPortal.Data.Queries;
using ScoPortal.Web.LinkChecks;

namespace ScoPortal.Web.Checkup;

/// <summary>Looks at what readers get: language versions, links, pictures.</summary>
internal sealed class ContentChecks(PortalDb db, PortalOptions options, MediaFiles media, LinkChecker links, TimeProvider time)
{
    private const int Listed = 20;

    /// <summary>
    /// Pages name the versions of their story, each all others: what can be missing is a version that is linked to another by something else
    /// than the story, and one in a language that the portal has no pages in.
    /// </summary>
    public async Task<Finding> VersionsAsync(CancellationToken cancel)
    {
        var (now, served) = (time.GetUtcNow(), options.Languages.Codes);
        var open = db.Releases.Public(now);
        var apart = await open.Where(r => r.TranslatedFrom != null && r.TranslatedFrom.StoryId != r.StoryId).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Language, Of = r.TranslatedFromId }).Take(Listed).ToListAsync(cancel);
        var pairs = await db.Suggestions
            .Where(s => s.Kind == SuggestionKind.Translation && s.State == SuggestionState.Accepted && s.Release.StoryId != s.Other.StoryId)
            .OrderBy(s => s.Id).Select(s => new { s.ReleaseId, s.OtherId }).Take(Listed).ToListAsync(cancel);
        var unserved = await open.Where(r => !served.Contains(r.Language)).GroupBy(r => r.Language)
            .Select(g => new { Language = g.Key, Count = g.Count() }).OrderBy(g => g.Language).ToListAsync(cancel);
        string[] items =
        [
            .. apart.Select(r => Invariant($"release {r.Id} ({r.Language}) is a translation of release {r.Of}, which is of another story")),
            .. pairs.Select(p => Invariant($"releases {p.ReleaseId} and {p.OtherId} are an accepted pair, but of two stories")),
            .. unserved.Select(g => Invariant($"{g.Count} public releases in '{g.Language}', which is not in Portal:Languages")),
        ];
        return items.Length == 0
            ? Finding.Good("versions", "the versions of every story name each other")
            : Finding.Warn("versions", "there are versions that do not name each other", "Link them at the desk (docs/how-to/link-language-versions.md), or add the language.", items);
    }

    /// <summary>Addresses "more information" of what is public; the newest of them are asked, no more than <paramref name="asked"/>.</summary>
    public async Task<Finding> LinksAsync(int asked, CancellationToken cancel)
    {
        const string Check = "links";
        var all = await db.Releases.Public(time.GetUtcNow()).NewestFirst().Where(r => r.Content.MoreInfoUrl != null && r.Content.MoreInfoUrl != "")
            .Select(r => new { r.Id, r.Language, Url = r.Content.MoreInfoUrl! }).ToListAsync(cancel);
        var checkedLinks = new List<CheckedLink>(all.Select(r => r.Url).Distinct(StringComparer.Ordinal).Where(u => Links.External(u) is null)
            .Select(u => new CheckedLink(u, LinkAnswer.NotWeb)));
        var said = Invariant($"{all.Count} releases have one");
        if (asked > 0)
        {
            var urls = all.Select(r => r.Url).Distinct(StringComparer.Ordinal).Where(u => Links.External(u) is not null).Take(asked).ToList();
            foreach (var some in urls.Chunk(LinkChecker.Most))
                checkedLinks.AddRange(await links.CheckAsync(some, cancel));
            said += Invariant($", {urls.Count} addresses asked");
        }

        var broken = checkedLinks.Where(l => l.Answer is not (LinkAnswer.Good or LinkAnswer.Moved or LinkAnswer.Closed or LinkAnswer.OtherPort))
            .Select(l => (Link: l, Release: all.Find(r => r.Url == l.Url)!))
            .Select(x => Invariant($"release {x.Release.Id} ({x.Release.Language}): {x.Link.Answer}{(x.Link.Status is { } status ? " " + status.ToString(CultureInfo.InvariantCulture) : "")} {x.Link.Url}"))
            .ToList();
        return broken.Count > 0 ? Finding.Warn(Check, Invariant($"{said}, {broken.Count} are broken"), "Correct or remove them at the desk.", broken)
            : Finding.Good(Check, asked > 0 ? $"{said}, none is broken" : $"{said}; --links asks them");
    }

    /// <summary>Rows and files of pictures belong together.</summary>
    public async Task<Finding> PicturesAsync(CancellationToken cancel)
    {
        const string Check = "pictures";
        var named = await db.Media.Select(m => m.Hash)
            .Concat(db.Media.SelectMany(m => EF.Property<List<MediaVariant>>(m, "variants")).Select(v => v.Hash)).ToHashSetAsync(cancel);
        var files = media.All().ToHashSet(StringComparer.Ordinal);
        var missing = named.Where(h => !files.Contains(h)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            return Finding.Fail(
                Check, Invariant($"{missing.Count} of {named.Count} files are missing in {options.MediaFolder}"),
                "Put them back from a backup, or name the right Portal:MediaFolder.", [.. missing.Take(Listed)]);
        var orphans = media.Settled(time.GetUtcNow()).Count(h => !named.Contains(h));
        return orphans > 0
            ? Finding.Warn(Check, Invariant($"{named.Count} files, and {orphans} that no picture names"), "Run 'media clean'.")
            : Finding.Good(Check, Invariant($"{named.Count} files, none missing"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
