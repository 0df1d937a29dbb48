using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Pages.Shared;

/// <summary>A part of a long list of releases, found by key and not by number, so that the last is as quick as the first.</summary>
/// <param name="Releases">Newest first.</param>
/// <param name="NewerThan">Key of the first one, where newer ones exist.</param>
/// <param name="OlderThan">Key of the last one, where older ones exist.</param>
public sealed record ListPart(IReadOnlyList<Teaser> Releases, int? NewerThan, int? OlderThan)
{
    public static ListPart Empty { get; } = new([], null, null);

    /// <summary>
    /// Reads the <paramref name="size"/> releases that come before, or after, the one with that key, which may have been
    /// withdrawn since; the newest where there never was one. At most two queries.
    /// </summary>
    public static async Task<ListPart> ReadAsync(PortalDb db, IQueryable<Release> releases, int? before, int? after, int size, CancellationToken cancel)
    {
        var place = (before ?? after) is { } key ? await db.Releases.PlaceOfAsync(key, cancel) : null;
        if (place is not null && before is null)
        {
            var newer = await releases.After(place).TeasersAsync(size + 1, cancel);
            var more = newer.Count > size;
            List<Teaser> part = [.. newer.Take(size).Reverse()];
            return part.Count == 0 ? Empty : new(part, more ? part[0].Id : null, part[^1].Id);
        }

        var older = await releases.Before(place).TeasersAsync(size + 1, cancel);
        List<Teaser> shown = [.. older.Take(size)];
        return shown.Count == 0 ? Empty : new(shown, place is null ? null : shown[0].Id, older.Count > size ? shown[^1].Id : null);
    }
}
