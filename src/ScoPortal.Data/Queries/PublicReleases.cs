using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Queries;

/// <summary>A release's place in the order of publication; two published at one instant are told apart by key.</summary>
/// <param name="PublishAt">Its publish time, in UTC.</param>
/// <param name="Id">Its key.</param>
public sealed record Place(DateTimeOffset PublishAt, int Id) : IComparable<Place>
{
    /// <summary>Before everything that is published at an instant or later, and after all that was before it.</summary>
    public static Place Of(DateTimeOffset instant) => new(instant, 0);

    /// <inheritdoc />
    public int CompareTo(Place? other) => other is null ? 1 : (PublishAt, Id).CompareTo((other.PublishAt, other.Id));
}

/// <summary>What visitors may read, in the orders that pages show it. Every order is served by an index.</summary>
public static class PublicReleases
{
    /// <summary>Those that a visitor may read at <paramref name="now"/>.</summary>
    /// <remarks>
    /// Only what is published has a publish time. Asked for its two states instead, SQLite would go by the index of the
    /// states and sort everything that was ever published.
    /// </remarks>
    public static IQueryable<Release> Public(this IQueryable<Release> releases, DateTimeOffset now) =>
        releases.Where(r => r.PublishAt <= now && r.State != ReleaseState.Withdrawn);

    /// <summary>Those in one language.</summary>
    public static IQueryable<Release> In(this IQueryable<Release> releases, string language) =>
        releases.Where(r => r.Language == language);

    /// <summary>Those about a zone; all when <paramref name="zoneId"/> is null.</summary>
    public static IQueryable<Release> AboutZone(this IQueryable<Release> releases, int? zoneId) =>
        zoneId is null ? releases : releases.Where(r => r.Story.Zones.Any(z => z.Id == zoneId));

    /// <summary>Those filed under a topic; all when <paramref name="topicId"/> is null.</summary>
    public static IQueryable<Release> UnderTopic(this IQueryable<Release> releases, int? topicId) =>
        topicId is null ? releases : releases.Where(r => r.Story.Topics.Any(t => t.Id == topicId));

    /// <summary>Keys of the stories that some stories are related to, or that are related to one of them.</summary>
    public static IQueryable<int> RelatedStories(this PortalDb db, IReadOnlyCollection<int> storyIds) =>
        db.Set<Relation>().Where(x => storyIds.Contains(x.Story.Id)).Select(x => x.Other.Id)
            .Union(db.Set<Relation>().Where(x => storyIds.Contains(x.Other.Id)).Select(x => x.Story.Id));

    /// <summary>Newest first.</summary>
    public static IQueryable<Release> NewestFirst(this IQueryable<Release> releases) =>
        releases.OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id);

    /// <summary>Those that a visitor may read at <paramref name="now"/> and that stand between two places, which are left out; null is no bound.</summary>
    /// <remarks>The publish time has one upper bound: of two, SQLite seeks by the first and looks at all that lies between them.</remarks>
    public static IQueryable<Release> PublicBetween(this IQueryable<Release> releases, Place? after, Place? before, DateTimeOffset now)
    {
        releases = before is null || before.PublishAt > now
            ? releases.Public(now)
            : releases.Public(before.PublishAt).Where(r => r.PublishAt < before.PublishAt || r.Id < before.Id);
        return after is null ? releases : releases.Where(r => r.PublishAt >= after.PublishAt && (r.PublishAt > after.PublishAt || r.Id > after.Id));
    }

    /// <summary>Where the release with that key stands, or null when it never was published.</summary>
    public static Task<Place?> PlaceOfAsync(this IQueryable<Release> releases, int id, CancellationToken cancel) =>
        releases.Where(r => r.Id == id && r.PublishAt != null)
            .Select(r => new Place(r.PublishAt!.Value, r.Id)).SingleOrDefaultAsync(cancel);
}
