using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages.Shared;

/// <summary>Reads what several pages show.</summary>
public static class Teasers
{
    /// <summary>Reads the first releases of a list with the columns of a list.</summary>
    /// <param name="releases">In the order of publication, from the newest.</param>
    /// <param name="count">How many.</param>
    /// <param name="window">What the list is of; its bounds are found while reading.</param>
    /// <param name="page">Told of them.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<List<Teaser>> TeasersAsync(
        this IQueryable<Release> releases, int count, ListWindow window, PageDependencies page, CancellationToken cancel)
    {
        var found = await releases.Take(count).Select(Teaser.Columns).AsNoTracking().ToListAsync(cancel);
        page.OnTeasers(found, window with { From = found.Count < count ? window.From : found[^1].PublishAt });
        return found;
    }

    /// <summary>A part of a list is shown.</summary>
    public static void OnTeasers(this PageDependencies page, IEnumerable<Teaser> shown, ListWindow window)
    {
        foreach (var teaser in shown)
            page.OnRelease(teaser.Id, teaser.StoryId);
        page.OnList(window);
    }

    /// <summary>The language versions of some stories that visitors may open, by story.</summary>
    public static async Task<ILookup<int, Version>> VersionsAsync(
        this PortalDb db, IReadOnlyCollection<int> stories, DateTimeOffset now, PageDependencies page, CancellationToken cancel)
    {
        var versions = await db.Releases.Public(now).Where(r => stories.Contains(r.StoryId))
            .Select(r => new
            {
                r.StoryId,
                Version = new Version(
                    r.Id, r.Language, r.Slug, r.PublishAt!.Value, r.TranslatedFromId == null,
                    r.StaleSentences > 0),
            })
            .AsNoTracking().ToListAsync(cancel);
        foreach (var story in stories)
            page.OnVersions(story);
        foreach (var version in versions)
            page.OnRelease(version.Version.Id, version.StoryId);
        return versions.ToLookup(v => v.StoryId, v => v.Version);
    }
}
