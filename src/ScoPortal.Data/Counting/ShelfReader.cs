using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Counting;

/// <summary>Reads releases onto the shelf: narrow rows, their filing apart, so that nothing is joined and nothing tracked.</summary>
internal static class ShelfReader
{
    /// <summary>All of them.</summary>
    public static Task<Shelf> ReadAsync(PortalDb db, CancellationToken cancel) =>
        BuildAsync(db.Releases, db.Stories, new Shelf([], []), _ => false, cancel);

    /// <summary>Those with these keys and those of these stories anew; the others as they stand.</summary>
    public static async Task<Shelf> ReplaceAsync(PortalDb db, Shelf shelf, List<int> releases, List<int> stories, CancellationToken cancel)
    {
        var some = db.Releases.Where(r => releases.Contains(r.Id) || stories.Contains(r.StoryId));
        var (known, touched) = (releases.ToHashSet(), stories.ToHashSet());
        return await BuildAsync(
            some, db.Stories.Where(s => some.Select(r => r.StoryId).Contains(s.Id)), shelf, e => !known.Contains(e.Id) && !touched.Contains(e.StoryId), cancel);
    }

    private static async Task<Shelf> BuildAsync(
        IQueryable<Release> releases, IQueryable<Story> stories, Shelf shelf, Func<Entry, bool> stays, CancellationToken cancel)
    {
        // A filing is told from others by a text, once for all releases that have it.
        var (filings, places) = (shelf.Filings.ToList(), new Dictionary<(string, ReleaseState, int?, string, string), int>());
        foreach (var (place, filing) in filings.Index())
            places[(filing.Language, filing.State, filing.AuthorId, string.Join(',', filing.Zones), string.Join(',', filing.Topics))] = place;
        var zones = await ByStoryAsync(stories.SelectMany(s => s.Zones, (s, z) => new { Story = s.Id, Key = z.Id }).OrderBy(p => p.Story).ThenBy(p => p.Key).Select(p => new Pair(p.Story, p.Key)), cancel);
        var topics = await ByStoryAsync(stories.SelectMany(s => s.Topics, (s, t) => new { Story = s.Id, Key = t.Id }).OrderBy(p => p.Story).ThenBy(p => p.Key).Select(p => new Pair(p.Story, p.Key)), cancel);

        List<Entry> read = [];
        await foreach (var row in releases.Select(r => new { r.Id, r.StoryId, r.Language, r.State, r.AuthorId, r.PublishAt, r.UpdatedAt }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var (inZones, onTopics) = (zones.GetValueOrDefault(row.StoryId, ""), topics.GetValueOrDefault(row.StoryId, ""));
            if (!places.TryGetValue((row.Language, row.State, row.AuthorId, inZones, onTopics), out var place))
            {
                places[(row.Language, row.State, row.AuthorId, inZones, onTopics)] = place = filings.Count;
                filings.Add(new Filing(row.Language, row.State, row.AuthorId, Keys(inZones), Keys(onTopics)));
            }

            var published = row.PublishAt?.UtcTicks ?? long.MaxValue;
            read.Add(new Entry(row.State == ReleaseState.Withdrawn ? long.MaxValue : published, row.Id, row.StoryId, place, published, row.UpdatedAt.UtcTicks));
        }

        read.Sort();
        return new Shelf(Merge(shelf.Entries.Where(stays), read, shelf.Entries.Length + read.Count), filings);
    }

    // Two rows in order make one.
    private static Entry[] Merge(IEnumerable<Entry> kept, List<Entry> read, int most)
    {
        var (merged, next) = (new List<Entry>(most), 0);
        foreach (var entry in kept)
        {
            while (next < read.Count && read[next].CompareTo(entry) < 0)
                merged.Add(read[next++]);
            merged.Add(entry);
        }

        merged.AddRange(read[next..]);
        return [.. merged];
    }

    private static async Task<Dictionary<int, string>> ByStoryAsync(IQueryable<Pair> pairs, CancellationToken cancel)
    {
        var (lists, spelled) = (new Dictionary<int, string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        await foreach (var (story, key) in pairs.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var list = lists.TryGetValue(story, out var before) ? FormattableString.Invariant($"{before},{key}") : FormattableString.Invariant($"{key}");
            // Few differ: each is kept once.
            lists[story] = spelled.TryGetValue(list, out var same) ? same : spelled[list] = list;
        }

        return lists;
    }

    private static int[] Keys(string list) =>
        list.Length == 0 ? [] : Array.ConvertAll(list.Split(','), key => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));

    private sealed record Pair(int Story, int Key);
}
