using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Pages.Shared;

/// <summary>Reads what several pages show.</summary>
public static class Teasers
{
    /// <summary>Reads a list of releases with the columns of a list.</summary>
    public static Task<List<Teaser>> TeasersAsync(this IQueryable<Release> releases, int count, CancellationToken cancel) =>
        releases.Take(count).Select(Teaser.Columns).AsSingleQuery().AsNoTracking().ToListAsync(cancel);

    /// <summary>What an editor has related to a story, newest first, then others on its topics.</summary>
    public static async Task<IReadOnlyList<Teaser>> RelatedAsync(
        this PortalDb db, IQueryable<Release> readable, int story, IReadOnlyList<int> topics, int count, CancellationToken cancel)
    {
        var related = db.RelatedStories(story);
        var linked = await readable.Where(r => related.Contains(r.StoryId)).NewestFirst().TeasersAsync(count, cancel);
        if (linked.Count == count)
            return linked;
        var known = linked.ConvertAll(r => r.StoryId);
        return
        [
            .. linked,
            .. await readable.Where(r => r.StoryId != story && !known.Contains(r.StoryId) && r.Story.Topics.Any(t => topics.Contains(t.Id)))
                .NewestFirst().TeasersAsync(count - linked.Count, cancel),
        ];
    }

    /// <summary>The language versions of some stories that visitors may open, by story.</summary>
    public static async Task<ILookup<int, Version>> VersionsAsync(
        this PortalDb db, IReadOnlyCollection<int> stories, DateTimeOffset now, CancellationToken cancel)
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
        return versions.ToLookup(v => v.StoryId, v => v.Version);
    }
}
