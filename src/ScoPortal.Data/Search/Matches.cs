using System.Globalization;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>Everything a query fits, gathered in one pass: the results within the filters, and the counts beside them.</summary>
internal sealed class Matches(SearchRequest request)
{
    private readonly Dictionary<int, int> zones = [];
    private readonly Dictionary<int, int> topics = [];
    private readonly Dictionary<int, int> years = [];
    private readonly Dictionary<string, int> languages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> keyLists = new(StringComparer.Ordinal);
    private readonly List<Match> within = [];

    /// <summary>Results within the filters.</summary>
    public int Total => within.Count;

    /// <summary>Takes in one row.</summary>
    /// <param name="id">The release.</param>
    /// <param name="story">Its story.</param>
    /// <param name="language">Its language.</param>
    /// <param name="ticks">When it was published: UTC ticks.</param>
    /// <param name="zoneList">Keys, separated by commas.</param>
    /// <param name="topicList">Keys, separated by commas.</param>
    /// <param name="bm25">As FTS5 has it: negative, the lower the better.</param>
    public void Add(int id, int story, string language, long ticks, string zoneList, string topicList, double bm25)
    {
        var match = new Match(id, story, language, new DateTimeOffset(ticks, TimeSpan.Zero), Keys(zoneList), Keys(topicList), 0);
        var inLanguage = request.Language is null || request.Language == language;
        var inZone = request.ZoneId is not { } zone || match.Zones.Contains(zone);
        var inTopic = request.TopicId is not { } topic || match.Topics.Contains(topic);
        var inYear = request.Year is not { } year || match.PublishedAt.Year == year;

        if (inZone && inTopic && inYear)
            Count(languages, language);
        if (inLanguage && inTopic && inYear)
            foreach (var key in match.Zones)
                Count(zones, key);
        if (inLanguage && inZone && inYear)
            foreach (var key in match.Topics)
                Count(topics, key);
        if (inLanguage && inZone && inTopic)
            Count(years, match.PublishedAt.Year);
        if (inLanguage && inZone && inTopic && inYear)
            within.Add(match with { Score = -bm25 * Recency.Factor(match.PublishedAt, request.Now) });
    }

    /// <summary>The results from one place to another, in the order that was asked for.</summary>
    public IEnumerable<Match> Ordered(int skip, int take)
    {
        var best = request.Order == SearchOrder.Newest
            ? within.OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id)
            : within.OrderByDescending(m => m.Score).ThenByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id);
        return best.Skip(skip).Take(take);
    }

    /// <summary>The counts.</summary>
    public SearchFacets Facets() => new(
        MostFirst(zones), MostFirst(topics),
        [.. languages.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount<string>(c.Key, c.Value))],
        [.. years.OrderByDescending(c => c.Key).Select(c => new FacetCount<int>(c.Key, c.Value))]);

    private static IReadOnlyList<FacetCount<int>> MostFirst(Dictionary<int, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => new FacetCount<int>(c.Key, c.Value))];

    private static void Count<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    /// <summary>Few combinations exist, so that each is read once.</summary>
    private int[] Keys(string list)
    {
        if (!keyLists.TryGetValue(list, out var keys))
            keyLists[list] = keys = list.Length == 0 ? [] : [.. list.Split(',').Select(key => int.Parse(key, CultureInfo.InvariantCulture))];
        return keys;
    }
}

/// <summary>One result without its text.</summary>
internal sealed record Match(
    int Id, int StoryId, string Language, DateTimeOffset PublishedAt, int[] Zones, int[] Topics, double Score);
