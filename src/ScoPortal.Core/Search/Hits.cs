namespace ScoPortal.Core.Search;

/// <summary>Where a clause of the query fits a text.</summary>
/// <param name="Clause">Index of the clause.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">The unit after the last one.</param>
internal readonly record struct Hit(int Clause, int Start, int End);

/// <summary>Finds the places of a query in a text.</summary>
internal static class Hits
{
    /// <summary>All hits in order of their start.</summary>
    public static IReadOnlyList<Hit> Find(IReadOnlyList<Token> tokens, IReadOnlyList<SearchClause> clauses)
    {
        var hits = new List<Hit>();
        var text = tokens.AsSpan();
        for (var at = 0; at < text.Length; at++)
            for (var clause = 0; clause < clauses.Count; clause++)
                if (clauses[clause].HitAt(text, at) is > 0 and var length)
                    hits.Add(new Hit(clause, text[at].Start, text[at].Start + length));
        return hits;
    }

    /// <summary>The best run of hits that fits into <paramref name="length"/>: most different clauses, then most hits, then first.</summary>
    /// <returns>Start and end of the run; (0, 0) without hits.</returns>
    public static (int Start, int End) Densest(IReadOnlyList<Hit> hits, int length)
    {
        if (hits.Count == 0)
            return (0, 0);
        var inside = new int[hits.Max(hit => hit.Clause) + 1];
        var (first, different, best) = (0, 0, (Different: 0, Count: 0, First: 0, Last: 0));
        for (var last = 0; last < hits.Count; last++)
        {
            if (inside[hits[last].Clause]++ == 0)
                different++;
            while (first < last && hits[last].End - hits[first].Start > length)
                if (--inside[hits[first++].Clause] == 0)
                    different--;
            if ((different, last - first + 1).CompareTo((best.Different, best.Count)) > 0)
                best = (different, last - first + 1, first, last);
        }
        return (hits[best.First].Start, Math.Min(hits[best.Last].End, hits[best.First].Start + length));
    }

    /// <summary>The hits inside the window, clipped to it; those that touch or overlap are one.</summary>
    public static IEnumerable<(int Start, int End)> Merged(IReadOnlyList<Hit> hits, int start, int end)
    {
        var (from, to) = (start, start);
        foreach (var hit in hits)
        {
            var (left, right) = (Math.Max(hit.Start, start), Math.Min(hit.End, end));
            if (left >= right)
                continue;
            if (left > to)
            {
                if (to > from)
                    yield return (from, to);
                from = left;
                to = right;
            }
            else
            {
                from = to > from ? from : left;
                to = Math.Max(to, right);
            }
        }
        if (to > from)
            yield return (from, to);
    }
}
