using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Web.Caching;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Feeds;

/// <summary>What a feed says of its entries beside their text.</summary>
internal sealed class FeedSides
{
    private readonly List<Line> lines;
    private readonly List<int> stories;

    private FeedSides(List<Line> lines, List<int> stories) => (this.lines, this.stories) = (lines, stories);

    private enum Part
    {
        Version,
        Zone,
        Topic,
        Picture,
        Withdrawal,
    }

    /// <summary>Keys of the pictures of all entries.</summary>
    public IReadOnlyCollection<int> Pictures => [.. Of(Part.Picture).Select(p => p.Id)];

    /// <summary>When a release was last withdrawn.</summary>
    public DateTimeOffset LastWithdrawal => Of(Part.Withdrawal).Select(w => w.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>Reads all of it in one query.</summary>
    public static async Task<FeedSides> ReadAsync(PortalDb db, List<int> releases, List<int> stories, DateTimeOffset now, CancellationToken cancel) => new(
        await db.Releases.Where(r => stories.Contains(r.StoryId) && r.PublishAt <= now && r.State != ReleaseState.Withdrawn)
            .Select(r => new Line { Part = Part.Version, Of = r.StoryId, Id = r.Id, Order = 0, Language = r.Language, Slug = r.Slug, At = r.PublishAt!.Value, IsOriginal = r.TranslatedFromId == null })
        .Concat(db.Stories.Where(s => stories.Contains(s.Id)).SelectMany(s => s.Zones, (s, z) => new Line { Part = Part.Zone, Of = s.Id, Id = z.Id, Order = 0, Language = null, Slug = null, At = now, IsOriginal = false }))
        .Concat(db.Stories.Where(s => stories.Contains(s.Id)).SelectMany(s => s.Topics, (s, t) => new Line { Part = Part.Topic, Of = s.Id, Id = t.Id, Order = 0, Language = null, Slug = null, At = now, IsOriginal = false }))
        .Concat(db.Releases.Where(r => releases.Contains(r.Id)).SelectMany(r => r.Media, (r, m) => new Line { Part = Part.Picture, Of = r.Id, Id = m.Item.Id, Order = m.Order, Language = null, Slug = null, At = now, IsOriginal = false }))
        .Concat(db.Releases.Where(r => r.State == ReleaseState.Withdrawn).OrderByDescending(r => r.UpdatedAt).Take(1)
            .Select(r => new Line { Part = Part.Withdrawal, Of = r.StoryId, Id = r.Id, Order = 0, Language = r.Language, Slug = r.Slug, At = r.UpdatedAt, IsOriginal = false }))
        .ToListAsync(cancel),
        stories);

    /// <summary>The language versions of a story.</summary>
    public IEnumerable<Version> VersionsOf(int story) =>
        Of(Part.Version).Where(v => v.Of == story).Select(v => new Version(v.Id, v.Language!, v.Slug!, v.At, v.IsOriginal, IsStale: false));

    /// <summary>Keys of a story's zones.</summary>
    public List<int> ZonesOf(int story) => [.. Of(Part.Zone).Where(z => z.Of == story).Select(z => z.Id)];

    /// <summary>Keys of a story's topics.</summary>
    public List<int> TopicsOf(int story) => [.. Of(Part.Topic).Where(t => t.Of == story).Select(t => t.Id)];

    /// <summary>Keys of a release's pictures, in order.</summary>
    public IEnumerable<int> PicturesOf(int release) => Of(Part.Picture).Where(p => p.Of == release).OrderBy(p => p.Order).Select(p => p.Id);

    /// <summary>Says on what the feed depends that names all this.</summary>
    public void Tell(PageDependencies feed)
    {
        foreach (var story in stories)
            feed.OnVersions(story);
        foreach (var version in Of(Part.Version))
            feed.OnRelease(version.Id, version.Of);
    }

    private IEnumerable<Line> Of(Part part) => lines.Where(l => l.Part == part);

    // Every part has the columns of all; what a part does not have is null there.
    private sealed record Line
    {
        public required Part Part { get; init; }

        /// <summary>Key of the story, or of the release.</summary>
        public required int Of { get; init; }

        public required int Id { get; init; }

        public required int Order { get; init; }

        public required string? Language { get; init; }

        public required string? Slug { get; init; }

        public required DateTimeOffset At { get; init; }

        public required bool IsOriginal { get; init; }
    }
}
