using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Queries;

/// <summary>What a release is for the desk's lists.</summary>
public enum DeskState
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Waits for an editor's eye.</summary>
    Review,

    /// <summary>May be published.</summary>
    Approved,

    /// <summary>Will be public later by itself.</summary>
    Scheduled,

    /// <summary>Readers have it, corrected or not.</summary>
    Published,

    /// <summary>Readers have it, put right with a public note.</summary>
    Corrected,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>A translation whose source has been changed since.</summary>
    Outdated,

    /// <summary>Readers have it, but not in every language.</summary>
    Missing,
}

/// <summary>How the desk's list is sorted.</summary>
public enum DeskOrder
{
    /// <summary>Last changed first.</summary>
    Changed,

    /// <summary>Last begun first.</summary>
    Created,

    /// <summary>Last published first; only what has a publish time.</summary>
    Published,

    /// <summary>By headline, as the database compares texts.</summary>
    Headline,
}

/// <summary>Which releases the desk's list shows; what is null does not matter.</summary>
public sealed record DeskFilter
{
    /// <summary>In this state.</summary>
    public DeskState? State { get; init; }

    /// <summary>In one of these languages, BCP 47.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>About this zone.</summary>
    public int? ZoneId { get; init; }

    /// <summary>Under this topic.</summary>
    public int? TopicId { get; init; }

    /// <summary>Begun by this account.</summary>
    public int? AuthorId { get; init; }

    /// <summary>One of these, as the search index found them.</summary>
    public IReadOnlyList<int>? Ids { get; init; }
}

/// <summary>The desk's lists. Whatever the filter, an index gives the order.</summary>
public static class DeskReleases
{
    /// <summary>Those that fit, in their order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="order">In which order; an order by publication leaves out what was never published.</param>
    /// <param name="portal">The languages of the portal, each of which a story may lack.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public static IQueryable<Release> OnDesk(this PortalDb db, DeskFilter filter, DeskOrder order, IReadOnlyList<string> portal, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(filter);
        // One equality chooses the index that has the order, too. All else is wrapped so that it can choose none: an engine
        // that took it for an index would have to sort everything it found there.
        var byAuthor = order == DeskOrder.Changed && filter.AuthorId is not null;
        var byState = order is DeskOrder.Changed or DeskOrder.Headline && !byAuthor;
        var byLanguage = order == DeskOrder.Published || (byState && filter.State is null or DeskState.Published or DeskState.Missing);
        var (zero, none) = (0, "");

        var releases = db.Releases.AboutZone(filter.ZoneId).UnderTopic(filter.TopicId).InState(filter.State, byState, order == DeskOrder.Published, now);
        if (filter.State == DeskState.Missing)
            releases = releases.Where(r => db.Releases.Count(other => other.StoryId == r.StoryId && portal.Contains(other.Language)) < portal.Count);
        if (filter.AuthorId is { } author)
            releases = byAuthor ? releases.Where(r => r.AuthorId == author) : releases.Where(r => r.AuthorId + zero == author);
        if (filter.Languages is { } languages)
            releases = byLanguage && languages is [var only]
                ? releases.Where(r => r.Language == only)
                : releases.Where(r => languages.Contains(r.Language + none));
        if (filter.Ids is { } ids)
            releases = releases.Where(r => ids.Contains(r.Id));
        return order == DeskOrder.Published ? releases.Where(r => r.PublishAt != null) : releases;
    }

    /// <summary>In their order, from <paramref name="place"/> on, which is left out; from the beginning when it is null.</summary>
    public static IQueryable<Release> Onwards(this IQueryable<Release> releases, DeskOrder order, DeskPlace? place) => order switch
    {
        DeskOrder.Changed => (place is null ? releases : releases.Where(r => r.UpdatedAt <= place.Time && (r.UpdatedAt < place.Time || r.Id < place.Id)))
            .OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id),
        DeskOrder.Published => (place is null ? releases : releases.Where(r => r.PublishAt <= place.Time && (r.PublishAt < place.Time || r.Id < place.Id)))
            .OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id),
        DeskOrder.Headline => (place is null ? releases : releases.Where(r => string.Compare(r.Content.Headline, place.Headline) >= 0
                && (string.Compare(r.Content.Headline, place.Headline) > 0 || r.Id > place.Id)))
            .OrderBy(r => r.Content.Headline).ThenBy(r => r.Id),
        _ => releases.Below(place?.Id ?? int.MaxValue).OrderByDescending(r => r.Id),
    };

    /// <summary>The other way: those before <paramref name="place"/>, the nearest first.</summary>
    public static IQueryable<Release> Backwards(this IQueryable<Release> releases, DeskOrder order, DeskPlace place) => order switch
    {
        DeskOrder.Changed => releases.Where(r => r.UpdatedAt >= place.Time && (r.UpdatedAt > place.Time || r.Id > place.Id))
            .OrderBy(r => r.UpdatedAt).ThenBy(r => r.Id),
        DeskOrder.Published => releases.Where(r => r.PublishAt >= place.Time && (r.PublishAt > place.Time || r.Id > place.Id))
            .OrderBy(r => r.PublishAt).ThenBy(r => r.Id),
        DeskOrder.Headline => releases.Where(r => string.Compare(r.Content.Headline, place.Headline) <= 0
                && (string.Compare(r.Content.Headline, place.Headline) < 0 || r.Id < place.Id))
            .OrderByDescending(r => r.Content.Headline).ThenByDescending(r => r.Id),
        _ => releases.Where(r => r.Id > place.Id).OrderBy(r => r.Id),
    };

    /// <summary>Where the release with that key stands now, or null when there is none.</summary>
    public static Task<DeskPlace?> DeskPlaceAsync(this PortalDb db, int id, DeskOrder order, CancellationToken cancel) =>
        db.Releases.Where(r => r.Id == id)
            .Select(r => new DeskPlace(r.Id, order == DeskOrder.Published ? r.PublishAt : r.UpdatedAt, r.Content.Headline)).SingleOrDefaultAsync(cancel);

    private static IQueryable<Release> Below(this IQueryable<Release> releases, int id) => releases.Where(r => r.Id < id);

    private static IQueryable<Release> InState(this IQueryable<Release> releases, DeskState? state, bool byState, bool byTime, DateTimeOffset now) => state switch
    {
        DeskState.Draft => releases.Be(ReleaseState.Draft, byState),
        DeskState.Review => releases.Be(ReleaseState.InReview, byState),
        DeskState.Approved => releases.Be(ReleaseState.Approved, byState),
        DeskState.Scheduled => releases.Be(ReleaseState.Published, byState).Where(r => (r.PublishAt ?? now) > now),
        DeskState.Published or DeskState.Missing when byTime => releases.Public(now),
        DeskState.Published or DeskState.Missing => releases.Where(r => (r.PublishAt ?? DateTimeOffset.MaxValue) <= now && r.State != ReleaseState.Withdrawn),
        DeskState.Corrected => releases.Be(ReleaseState.Corrected, byState),
        DeskState.Withdrawn => releases.Be(ReleaseState.Withdrawn, byState),
        DeskState.Outdated => releases.Where(r => r.StaleSentences > 0 && r.State != ReleaseState.Withdrawn),
        _ => releases,
    };

    private static IQueryable<Release> Be(this IQueryable<Release> releases, ReleaseState state, bool byState)
    {
        var zero = 0;
        return byState ? releases.Where(r => r.State == state) : releases.Where(r => (int)r.State + zero == (int)state);
    }
}

/// <summary>A release's place in a list of the desk.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Time">When it was changed or published, whichever the order goes by, in UTC.</param>
/// <param name="Headline">Its headline.</param>
public sealed record DeskPlace(int Id, DateTimeOffset? Time, string Headline);
