namespace ScoPortal.Core.Translation.Segments;

/// <summary>Sentences that stand exactly once in each of two revisions.</summary>
internal static class SegmentAnchors
{
    /// <summary>Their places, rising in both: the longest such chain.</summary>
    public static List<(int Before, int After)> Of(Segment[] before, Segment[] after)
    {
        var places = Once(after).ToDictionary(p => p.Key, p => p.Value);
        var chains = new List<(int Before, int After, int Previous)>();
        var ends = new List<int>(); // by length less one, the chain that ends earliest
        foreach (var (key, b) in Once(before).OrderBy(p => p.Value))
        {
            if (!places.TryGetValue(key, out var a))
                continue;
            var at = ends.FindIndex(e => chains[e].After > a) is var found and >= 0 ? found : ends.Count;
            chains.Add((b, a, at > 0 ? ends[at - 1] : -1));
            if (at == ends.Count)
                ends.Add(chains.Count - 1);
            else
                ends[at] = chains.Count - 1;
        }

        var anchors = new List<(int, int)>();
        for (var e = ends.Count > 0 ? ends[^1] : -1; e >= 0; e = chains[e].Previous)
            anchors.Add((chains[e].Before, chains[e].After));
        anchors.Reverse();
        return anchors;
    }

    private static IEnumerable<KeyValuePair<(SegmentField Field, string Text), int>> Once(Segment[] segments) =>
        segments.Select((s, i) => (Key: (s.Field, s.Text), Place: i)).GroupBy(s => s.Key).Where(g => g.Count() == 1).Select(g => KeyValuePair.Create(g.Key, g.First().Place));
}
