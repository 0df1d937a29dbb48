using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;

namespace ScoPortal.Data.Counting;

internal sealed partial class Shelf
{
    // Where more than this share fits, the database finds the first few at once.
    private const int Many = 20;

    /// <summary>Keys of the first of a list of the desk, in no order; null where more must be known of a release than stands here, or too many fit.</summary>
    public List<int>? First(DeskList list, int count, long now)
    {
        if (list.Filter is { State: DeskState.Outdated or DeskState.Missing } or { Ids: not null })
            return null;
        var some = filings.Index().Where(f => Fits(f.Item, list.Filter)).Select(f => ofFiling.Value[f.Index]).ToList();
        if (list.Filter.State is null or DeskState.Published && some.Sum(s => s.Length) > entries.Length / Many && entries.Length > DeskList.Few)
            return null;
        var fitting = some.SelectMany(s => FromLast(s, list.Filter.State == DeskState.Scheduled ? Public(now) : 0));
        if (list.Order == DeskOrder.Headline)
            return Few(fitting, list, now);

        // One look at all of them keeps the greatest below the start.
        var best = new PriorityQueue<int, (long Time, int Id)>();
        var sign = list.IsBackwards ? -1 : 1;
        var start = list.Place is { } from ? (sign * Time(from.Time?.UtcTicks ?? 0, list), sign * from.Id) : (long.MaxValue, int.MaxValue);
        var least = (Time: long.MinValue, Id: int.MinValue);
        foreach (var place in fitting)
        {
            ref readonly var entry = ref entries[place];
            if (!IsIn(entry, list, now))
                continue;
            var at = (Time: sign * Time(list.Order == DeskOrder.Published ? entry.Published : entry.Updated, list), Id: sign * entry.Id);
            if (at.Time < least.Time || at.CompareTo(least) < 0 || at.CompareTo(start) >= 0)
                continue;
            best.Enqueue(entry.Id, at);
            if (best.Count > count)
                best.Dequeue();
            if (best.Count == count && best.TryPeek(out _, out var last))
                least = last;
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    // What was published last is likely to have been changed last: a greater one seldom follows.
    private static IEnumerable<int> FromLast(int[] places, int least)
    {
        for (var i = places.Length - 1; i >= 0 && places[i] >= least; i--)
            yield return places[i];
    }

    // In the order of headlines, which only the database knows, it is all or none of them.
    private List<int>? Few(IEnumerable<int> fitting, DeskList list, long now)
    {
        List<int> keys = [];
        foreach (var place in fitting)
        {
            if (!IsIn(entries[place], list, now))
                continue;
            if (keys.Count == DeskList.Few)
                return null;
            keys.Add(entries[place].Id);
        }

        return keys;
    }

    private static long Time(long ticks, DeskList list) => list.Order == DeskOrder.Created ? 0 : ticks;

    private static bool Fits(Filing filing, DeskFilter filter) =>
        (filter.Languages is null || filter.Languages.Contains(filing.Language))
        && (filter.ZoneId is null || filing.Zones.Contains(filter.ZoneId.Value))
        && (filter.TopicId is null || filing.Topics.Contains(filter.TopicId.Value))
        && (filter.AuthorId is null || filing.AuthorId == filter.AuthorId)
        && filter.State switch
        {
            DeskState.Draft => filing.State == ReleaseState.Draft,
            DeskState.Review => filing.State == ReleaseState.InReview,
            DeskState.Approved => filing.State == ReleaseState.Approved,
            DeskState.Scheduled => filing.State == ReleaseState.Published,
            DeskState.Corrected => filing.State == ReleaseState.Corrected,
            DeskState.Withdrawn => filing.State == ReleaseState.Withdrawn,
            _ => true,
        };

    private static bool IsIn(in Entry entry, DeskList list, long now) => (list.Order != DeskOrder.Published || entry.Published < long.MaxValue) && list.Filter.State switch
    {
        DeskState.Scheduled => entry.Published > now && entry.Published < long.MaxValue,
        DeskState.Published => entry.Ticks <= now,
        _ => true,
    };
}
