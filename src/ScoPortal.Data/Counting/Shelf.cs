using System.Collections.Concurrent;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;

namespace ScoPortal.Data.Counting;

/// <summary>What many releases have in common.</summary>
internal sealed record Filing(string Language, ReleaseState State, int? AuthorId, int[] Zones, int[] Topics);

/// <summary>A release in the order of publication.</summary>
/// <param name="Ticks">From when on readers have it: UTC ticks; <see cref="long.MaxValue"/> where they never will as things stand.</param>
/// <param name="Id">Its key.</param>
/// <param name="StoryId">The key of its story.</param>
/// <param name="Filing">Place of its filing in the list of them.</param>
/// <param name="Published">Its publish time, withdrawn or not; <see cref="long.MaxValue"/> where it has none.</param>
/// <param name="Updated">When it was last changed.</param>
internal readonly record struct Entry(long Ticks, int Id, int StoryId, int Filing, long Published = 0, long Updated = 0) : IComparable<Entry>
{
    public int CompareTo(Entry other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Id.CompareTo(other.Id);
}

/// <summary>All releases at one moment of the change log; never changes.</summary>
/// <param name="entries">By publish time and key.</param>
/// <param name="filings">What entries point to.</param>
internal sealed partial class Shelf(Entry[] entries, List<Filing> filings)
{
    private readonly int ready = Below(entries, new Entry(long.MaxValue, 0, 0, 0));
    private readonly Lazy<List<(int Month, int[] Counts)>> months = new(() => CountMonths(entries, filings.Count));
    private readonly Lazy<Dictionary<ReleaseState, int>> states = new(() => Tally(entries, filings.Count).Index().GroupBy(c => filings[c.Index].State).ToDictionary(g => g.Key, g => g.Sum(c => c.Item)));
    private readonly Lazy<int> stories = new(() => entries.Select(e => e.StoryId).ToHashSet().Count);

    private readonly ConcurrentDictionary<int, Dictionary<(int Range, string Language), long>> firsts = [];
    // Where those stand that have a filing, by its place.
    private readonly Lazy<int[][]> ofFiling = new(() => ByFiling(entries, filings.Count));
    private readonly ConcurrentDictionary<(string Language, int? Zone, int? Topic), int[]> lists = [];

    public Entry[] Entries => entries;

    public List<Filing> Filings => filings;

    public int Stories => stories.Value;

    public IReadOnlyDictionary<ReleaseState, int> States => states.Value;

    /// <summary>Those that will be public later.</summary>
    public ReadOnlySpan<Entry> Scheduled(long now) => entries.AsSpan()[Public(now)..ready];

    public Dictionary<T, int> Count<T>(long now, Func<Filing, IEnumerable<T>> keys)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        var perFiling = new int[filings.Count];
        foreach (var (_, some) in months.Value)
            for (var i = 0; i < some.Length; i++)
                perFiling[i] += some[i];
        foreach (var entry in Scheduled(now))
            perFiling[entry.Filing]--;
        for (var i = 0; i < perFiling.Length; i++)
            if (perFiling[i] > 0)
                foreach (var key in keys(filings[i]))
                    counts[key] = counts.GetValueOrDefault(key) + perFiling[i];
        return counts;
    }

    public List<MonthCount> Months(string language, long now)
    {
        var fits = filings.ConvertAll(f => f.Language == language);
        var later = Tally(Scheduled(now), e => fits[e.Filing]);
        var found = new List<MonthCount>();
        foreach (var (month, some) in Enumerable.Reverse(months.Value))
        {
            var count = -later.GetValueOrDefault(month);
            for (var i = 0; i < some.Length; i++)
                if (fits[i])
                    count += some[i];
            if (count > 0)
                found.Add(new MonthCount(month / 100, month % 100, count));
        }

        return found;
    }

    public List<int> Ranges(IReadOnlyCollection<string> languages, int size, long now)
    {
        var first = firsts.GetOrAdd(size, FirstInRange);
        return [.. first.Where(f => f.Value <= now && languages.Contains(f.Key.Language)).Select(f => f.Key.Range).Distinct().Order()];
    }

    public List<int> First(PublicList list, int count, long now)
    {
        var places = lists.GetOrAdd((list.Language, list.ZoneId, list.TopicId), Fitting);
        var (from, to) = (list.After is null ? 0 : NotBelow(places, Below(entries, At(list.After) with { Id = list.After.Id + 1 })), NotBelow(places, End(list.Before, now)));
        var keys = new List<int>();
        for (var i = 0; i < to - from && i < count; i++)
            keys.Add(entries[places[list.IsOldestFirst ? from + i : to - 1 - i]].Id);
        return keys;
    }

    // Where those stand that fit: looked for once for each filter that is asked for.
    private int[] Fitting((string Language, int? Zone, int? Topic) filter)
    {
        var fits = filings.ConvertAll(f => f.Language == filter.Language
            && (filter.Zone is null || f.Zones.Contains(filter.Zone.Value)) && (filter.Topic is null || f.Topics.Contains(filter.Topic.Value)));
        var places = new List<int>();
        for (var i = 0; i < ready; i++)
            if (fits[entries[i].Filing])
                places.Add(i);
        return [.. places];
    }

    private int End(Place? before, long now) => before is null ? Public(now) : Math.Min(Public(now), Below(entries, At(before)));

    private static int NotBelow(int[] places, int place) => Array.BinarySearch(places, place) is var found && found < 0 ? ~found : found;

    private static Entry At(Place place) => new(place.PublishAt.UtcTicks, place.Id, 0, 0);

    private int Public(long now) => Below(entries, new Entry(now, int.MaxValue, 0, 0));

    // From when on a range of keys has something to read in a language.
    private Dictionary<(int Range, string Language), long> FirstInRange(int size)
    {
        var first = new Dictionary<(int Range, string Language), long>();
        foreach (var entry in entries.AsSpan()[..ready])
            first.TryAdd(((entry.Id - 1) / size, filings[entry.Filing].Language), entry.Ticks);
        return first;
    }

    // How many come before it.
    private static int Below(Entry[] entries, Entry place) => Array.BinarySearch(entries, place) is var found && found < 0 ? ~found : found;

    private static int[][] ByFiling(Entry[] entries, int kinds)
    {
        var places = Array.ConvertAll(Tally(entries, kinds), count => new int[count]);
        var next = new int[kinds];
        for (var i = 0; i < entries.Length; i++)
            places[entries[i].Filing][next[entries[i].Filing]++] = i;
        return places;
    }

    private static int[] Tally(Entry[] entries, int kinds)
    {
        var counts = new int[kinds];
        foreach (var entry in entries)
            counts[entry.Filing]++;
        return counts;
    }

    private static Dictionary<int, int> Tally(ReadOnlySpan<Entry> entries, Func<Entry, bool> fits)
    {
        var counts = new Dictionary<int, int>();
        foreach (var entry in entries)
            if (fits(entry))
                counts[MonthOf(entry.Ticks)] = counts.GetValueOrDefault(MonthOf(entry.Ticks)) + 1;
        return counts;
    }

    private static int MonthOf(long ticks) => new DateTime(ticks, DateTimeKind.Utc) is var at ? (at.Year * 100) + at.Month : 0;

    private static List<(int Month, int[] Counts)> CountMonths(Entry[] entries, int kinds)
    {
        var (months, end) = (new List<(int Month, int[] Counts)>(), long.MinValue);
        foreach (var entry in entries)
        {
            if (entry.Ticks == long.MaxValue)
                break;
            if (entry.Ticks >= end)
            {
                var month = MonthOf(entry.Ticks);
                months.Add((month, new int[kinds]));
                end = new DateTime(month / 100, month % 100, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1).Ticks;
            }

            months[^1].Counts[entry.Filing]++;
        }

        return months;
    }
}
