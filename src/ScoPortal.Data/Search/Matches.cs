using System.Buffers;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>Everything public that a query fits, gathered in one pass: the best within the filters, and the counts beside them. Its memory is lent.</summary>
internal sealed class Matches : IDisposable
{
    private readonly SearchRequest request;
    private readonly Facts facts;
    private readonly bool[] isWithin;
    private readonly int[] counts;
    private readonly int[] within;

    public Matches(SearchRequest request, Facts facts)
    {
        (this.request, this.facts) = (request, facts);
        isWithin = Array.ConvertAll(facts.Groups, g => InLanguage(g) && InZone(g) && InTopic(g) && InYear(g));
        within = ArrayPool<int>.Shared.Rent(facts.Id.Length);
        counts = new int[facts.Groups.Length];
    }

    /// <summary>How many are within the filters.</summary>
    public int Count { get; private set; }

    /// <summary>Takes in what was found, by slot.</summary>
    public void Add(ReadOnlySpan<int> slots)
    {
        var now = request.Now.UtcTicks;
        var (allFrom, groups) = (facts.From, facts.Group);
        foreach (var slot in slots)
        {
            if (allFrom[slot] > now)
                continue;
            var group = groups[slot];
            counts[group]++;
            if (isWithin[group])
                within[Count++] = slot;
        }
    }

    /// <summary>So many of those within the filters, by slot, as the request wants them ordered.</summary>
    public IEnumerable<int> First(int count, Tally tally)
    {
        var byAge = request.Order == SearchOrder.Newest;
        var (now, allFrom) = (request.Now.UtcTicks, facts.From);
        var (first, least) = (new PriorityQueue<int, Rank>(count + 1), default(Rank));
        foreach (var slot in within.AsSpan(0, Count))
        {
            var score = byAge ? 0 : tally.Score(slot);
            // Age only takes from it.
            if (score < least.Score)
                continue;
            var from = allFrom[slot];
            var rank = new Rank(byAge ? 0 : score * Recency.Factor(new TimeSpan(now - from)), from, facts.Id[slot]);
            if (first.Count == count && rank.CompareTo(least) <= 0)
                continue;
            first.Enqueue(slot, rank);
            if (first.Count > count)
                first.Dequeue();
            if (first.Count == count)
                first.TryPeek(out _, out least);
        }

        var worstFirst = new List<int>(first.Count);
        while (first.TryDequeue(out var slot, out _))
            worstFirst.Add(slot);
        return Enumerable.Reverse(worstFirst);
    }

    /// <summary>The counts: for each filter with the others applied and its own lifted.</summary>
    public SearchFacets Facets()
    {
        var (zones, topics, languages, years) = (new Dictionary<int, int>(), new Dictionary<int, int>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<int, int>());
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] is not (> 0 and var count))
                continue;
            var group = facts.Groups[place];
            var (inLanguage, inZone, inTopic, inYear) = (InLanguage(group), InZone(group), InTopic(group), InYear(group));
            if (inZone && inTopic && inYear)
                Count(languages, group.Language, count);
            if (inLanguage && inTopic && inYear)
                foreach (var key in group.Zones)
                    Count(zones, key, count);
            if (inLanguage && inZone && inYear)
                foreach (var key in group.Topics)
                    Count(topics, key, count);
            if (inLanguage && inZone && inTopic)
                Count(years, group.Year, count);
        }

        return new(
            MostFirst(zones), MostFirst(topics),
            [.. languages.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount<string>(c.Key, c.Value))],
            [.. years.OrderByDescending(c => c.Key).Select(c => new FacetCount<int>(c.Key, c.Value))]);

        static void Count<T>(Dictionary<T, int> counts, T key, int more)
            where T : notnull => counts[key] = counts.GetValueOrDefault(key) + more;
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(within);

    private static IReadOnlyList<FacetCount<int>> MostFirst(Dictionary<int, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => new FacetCount<int>(c.Key, c.Value))];

    private bool InLanguage(FactGroup group) => request.Language is null || request.Language == group.Language;

    private bool InZone(FactGroup group) => request.ZoneId is not { } zone || group.Zones.Contains(zone);

    private bool InYear(FactGroup group) => request.Year is null || request.Year == group.Year;

    private bool InTopic(FactGroup group) => request.TopicId is not { } topic || group.Topics.Contains(topic);

    /// <summary>The greater the better.</summary>
    private readonly record struct Rank(double Score, long From, int Id) : IComparable<Rank>
    {
        public int CompareTo(Rank other) =>
            Score != other.Score ? Score.CompareTo(other.Score) : From != other.From ? From.CompareTo(other.From) : Id.CompareTo(other.Id);
    }
}
