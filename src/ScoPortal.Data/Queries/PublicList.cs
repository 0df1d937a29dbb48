using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Counting;

namespace ScoPortal.Data.Queries;

/// <summary>A list of what visitors may read in one language, in the order of publication.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="ZoneId">About this zone; null for all.</param>
/// <param name="TopicId">Under this topic; null for all.</param>
public sealed record PublicList(string Language, int? ZoneId = null, int? TopicId = null)
{
    /// <summary>Published after this place, which is left out; null for no bound.</summary>
    public Place? After { get; init; }

    /// <summary>Published before this place, which is left out; null for no bound.</summary>
    public Place? Before { get; init; }

    /// <summary>From the oldest on, not from the newest.</summary>
    public bool IsOldestFirst { get; init; }

    /// <summary>Reads the first of them.</summary>
    /// <remarks>
    /// Of a zone or a topic there may be few, so that the order of publication would be read to its end for them. Their keys are in memory, as of a
    /// certain number of the change log. As long as that is the newest, the database is asked for those keys; otherwise for the list.
    /// </remarks>
    /// <param name="db">The database.</param>
    /// <param name="publications">What is in memory.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">The present instant, in UTC.</param>
    /// <param name="columns">What is read of each; the order is given.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<List<T>> ReadAsync<T>(
        PortalDb db, Publications publications, int count, DateTimeOffset now, Func<IQueryable<Release>, IQueryable<T>> columns, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publications);
        IQueryable<T> Known(IQueryable<Release> some) =>
            columns(InOrder(some.Where(r => (r.PublishAt ?? DateTimeOffset.MaxValue) <= now && r.State != ReleaseState.Withdrawn)));
        return ((ZoneId ?? TopicId) is null ? null : await db.ReadAsync(publications.Find(this, count, now), Known, isPart: false, cancel))
            ?? await columns(In(db.Releases, now).Take(count)).ToListAsync(cancel);
    }

    /// <summary>All of them as the database finds them.</summary>
    /// <param name="releases">Those that there are.</param>
    /// <param name="now">The present instant, in UTC.</param>
    public IQueryable<Release> In(IQueryable<Release> releases, DateTimeOffset now) =>
        InOrder(releases.In(Language).AboutZone(ZoneId).UnderTopic(TopicId).PublicBetween(After, Before, now));

    private IQueryable<Release> InOrder(IQueryable<Release> releases) =>
        IsOldestFirst ? releases.OrderBy(r => r.PublishAt).ThenBy(r => r.Id) : releases.NewestFirst();
}
