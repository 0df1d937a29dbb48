using ScoPortal.Core.Media;

namespace ScoPortal.Data.Queries;

/// <summary>The library of pictures, in the order in which they came in. The order is served by an index.</summary>
public static class Library
{
    /// <summary>Those with all of the words in their name, their credit or a text; all without words.</summary>
    public static IQueryable<MediaItem> Matching(this IQueryable<MediaItem> pictures, string? words)
    {
        foreach (var given in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8))
        {
            var word = given.ToLowerInvariant();
#pragma warning disable MA0011 // The engine's own lower(): a query knows no culture.
            pictures = pictures.Where(m => m.FileName.ToLower().Contains(word) || m.Credit!.ToLower().Contains(word)
                || m.Texts.Any(t => t.Alt.ToLower().Contains(word) || t.Caption!.ToLower().Contains(word)));
#pragma warning restore MA0011
        }

        return pictures;
    }

    /// <summary>Those that came in before the one at <paramref name="place"/>, newest first; all when it is null.</summary>
    public static IQueryable<MediaItem> AddedBefore(this IQueryable<MediaItem> pictures, Place? place) =>
        (place is null
            ? pictures
            : pictures.Where(m => m.AddedAt <= place.PublishAt && (m.AddedAt < place.PublishAt || m.Id < place.Id)))
        .OrderByDescending(m => m.AddedAt).ThenByDescending(m => m.Id);

    /// <summary>Those that came in after the one at <paramref name="place"/>, the nearest first.</summary>
    public static IQueryable<MediaItem> AddedAfter(this IQueryable<MediaItem> pictures, Place place) =>
        pictures.Where(m => m.AddedAt >= place.PublishAt && (m.AddedAt > place.PublishAt || m.Id > place.Id))
            .OrderBy(m => m.AddedAt).ThenBy(m => m.Id);
}
