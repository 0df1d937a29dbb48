using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Queries;

/// <summary>What was put right in public, newest first. The order is served by an index.</summary>
public static class PublicCorrections
{
    /// <summary>Those of releases in one language that a visitor may read at <paramref name="now"/>.</summary>
    public static IQueryable<Correction> Public(this IQueryable<Correction> corrections, string language, DateTimeOffset now) =>
        corrections.Where(c => c.Language == language && c.Release.PublishAt <= now
            && (c.Release.State == ReleaseState.Published || c.Release.State == ReleaseState.Corrected));

    /// <summary>Those older than the one at <paramref name="place"/>, newest first; all when it is null.</summary>
    public static IQueryable<Correction> Before(this IQueryable<Correction> corrections, Place? place) =>
        (place is null
            ? corrections
            : corrections.Where(c => c.At <= place.PublishAt && (c.At < place.PublishAt || c.Id < place.Id)))
        .OrderByDescending(c => c.At).ThenByDescending(c => c.Id);

    /// <summary>Those newer than the one at <paramref name="place"/>, the nearest first.</summary>
    public static IQueryable<Correction> After(this IQueryable<Correction> corrections, Place place) =>
        corrections.Where(c => c.At >= place.PublishAt && (c.At > place.PublishAt || c.Id > place.Id))
            .OrderBy(c => c.At).ThenBy(c => c.Id);

    /// <summary>Where the correction with that key stands, or null when there is none.</summary>
    public static Task<Place?> PlaceOfAsync(this IQueryable<Correction> corrections, int id, CancellationToken cancel) =>
        corrections.Where(c => c.Id == id).Select(c => new Place(c.At, c.Id)).SingleOrDefaultAsync(cancel);
}
