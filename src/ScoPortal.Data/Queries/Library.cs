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
            var (typed, small, large, title) = Spellings.Of(given);
#pragma warning disable MA0011 // The engine's own lower(): a query knows no culture.
            pictures = pictures.Where(m =>
                m.FileName.ToLower().Contains(small) || m.FileName.Contains(typed) || m.FileName.Contains(large) || m.FileName.Contains(title)
                || m.Credit!.ToLower().Contains(small) || m.Credit!.Contains(typed) || m.Credit!.Contains(large) || m.Credit!.Contains(title)
                || m.Texts.Any(t =>
                    t.Alt.ToLower().Contains(small) || t.Alt.Contains(typed) || t.Alt.Contains(large) || t.Alt.Contains(title)
                    || t.Caption!.ToLower().Contains(small) || t.Caption!.Contains(typed) || t.Caption!.Contains(large) || t.Caption!.Contains(title)));
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
