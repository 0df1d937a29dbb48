using ScoPortal.Core.Stories;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>Follows the sentences of a release through several revisions.</summary>
public static class SegmentHistory
{
    /// <summary>
    /// What became of each sentence between the first and the last of some revisions. What revisions that were called minor have changed
    /// weighs nothing, and neither does what was changed back.
    /// </summary>
    /// <param name="revisions">At least one, oldest first; whether the first is minor does not matter.</param>
    /// <param name="language">The language of all, BCP 47.</param>
    /// <returns>Sentences that are gone first, then those of the last revision in order.</returns>
    public static IReadOnlyList<SegmentChange> Through(IReadOnlyList<(ReleaseContent Content, bool IsMinor)> revisions, string language)
    {
        ArgumentNullException.ThrowIfNull(revisions);
        var first = Segmentation.Of(revisions[0].Content, language);
        var (now, gone) = (first, new List<SegmentChange>());
        var known = first.Select((_, i) => (Origin: (int?)i, Weight: ChangeWeight.None)).ToArray();
        foreach (var (content, isMinor) in revisions.Skip(1))
        {
            var next = Segmentation.Of(content, language);
            var moved = new (int? Origin, ChangeWeight Weight)[next.Count];
            foreach (var change in SegmentDiff.Between(now, next, language))
            {
                var (origin, before) = change.Before is { } b ? known[b] : (null, ChangeWeight.None);
                var weight = isMinor ? before : before.OrHeavier(change.Weight);
                if (change.After is { } a)
                    moved[a] = (origin, origin is { } o && first[o].Text == next[a].Text ? ChangeWeight.None : weight);
                else if (origin is not null)
                    gone.Add(new(origin, null, weight));
            }

            (now, known) = (next, moved);
        }

        return [.. gone, .. known.Select((k, i) => new SegmentChange(k.Origin, i, k.Weight))];
    }
}
