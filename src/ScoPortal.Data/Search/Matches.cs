namespace ScoPortal.Data.Search;

/// <summary>Everything a query fits, gathered in one pass: the results within the filters, and the counts beside them.</summary>
internal sealed class Matches(SearchRequest request, IndexMemory.Snapshot facts)
{
    private readonly Dictionary<(int Group, int Year), int> counts = [];
    private readonly bool[] isWithin = [.. facts.Groups.Select(g => Fits(request, g))];
    private readonly List<int> within = [];

    /// <summary>Results within the filters.</summary>
    public IReadOnlyList<int> Within => within;

    /// <summary>Takes in what an expression has found that is in one of its languages and public.</summary>
    public void Add(IEnumerable<int> ids, IReadOnlyCollection<string> languages)
    {
        var now = request.Now.UtcTicks;
        var isOf = facts.Groups.Select(g => languages.Contains(g.Language)).ToArray();
        foreach (var id in ids)
        {
            var (group, year) = (facts.Group[id], facts.Year[id]);
            if (!isOf[group] || facts.From[id] > now)
                continue;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (group, year), out _)++;
            if (isWithin[group] && (request.Year is null || request.Year == year))
                within.Add(id);
        }
    }

    /// <summary>The counts: for each filter with the others applied and its own lifted.</summary>
    public SearchFacets Facets()
    {
        var (zones, topics, languages, years) = (new Dictionary<int, int>(), new Dictionary<int, int>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<int, int>());
        foreach (var ((place, year), count) in counts)
        {
            var group = facts.Groups[place];
            var (inLanguage, inZone, inTopic) = (InLanguage(request, group), InZone(request, group), InTopic(request, group));
            var inYear = request.Year is null || request.Year == year;
            if (inZone && inTopic && inYear)
                Count(languages, group.Language, count);
            if (inLanguage && inTopic && inYear)
                foreach (var key in group.Zones)
                    Count(zones, key, count);
            if (inLanguage && inZone && inYear)
                foreach (var key in group.Topics)
                    Count(topics, key, count);
            if (inLanguage && inZone && inTopic)
                Count(years, year, count);
        }

        return new(
            MostFirst(zones), MostFirst(topics),
            [.. languages.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount<string>(c.Key, c.Value))],
            [.. years.OrderByDescending(c => c.Key).Select(c => new FacetCount<int>(c.Key, c.Value))]);
    }

    private static IReadOnlyList<FacetCount<int>> MostFirst(Dictionary<int, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => new FacetCount<int>(c.Key, c.Value))];

    private static bool Fits(SearchRequest request, FactGroup group) => InLanguage(request, group) && InZone(request, group) && InTopic(request, group);

    private static bool InLanguage(SearchRequest request, FactGroup group) => request.Language is null || request.Language == group.Language;

    private static bool InZone(SearchRequest request, FactGroup group) => request.ZoneId is not { } zone || group.Zones.Contains(zone);

    private static bool InTopic(SearchRequest request, FactGroup group) => request.TopicId is not { } topic || group.Topics.Contains(topic);

    private static void Count<T>(Dictionary<T, int> counts, T key, int more)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + more;
}
