using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>What the units of a translation say about its sentences: which say the same.</summary>
public static class DraftBeads
{
    /// <summary>Beads over both lists, one for each unit; null where the lists are not what the units are made of.</summary>
    /// <param name="units">The units, in order.</param>
    /// <param name="source">The sentences of the revision of the source that they have.</param>
    /// <param name="target">The sentences of the release with their texts in it.</param>
    public static IReadOnlyList<SentenceBead>? Of(IReadOnlyList<TranslationUnit> units, IReadOnlyList<Segment> source, IReadOnlyList<Segment> target)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var (beads, i, j) = (new List<SentenceBead>(), 0, 0);
        foreach (var unit in units)
        {
            var (from, at) = (i, j);
            foreach (var sentence in unit.Sources)
                if (i == source.Count || source[i++].Text != sentence)
                    return null;
            // A unit may hold several sentences by now, and marks between them.
            for (var left = Letters(unit.Target); left > 0; left -= Letters(target[j++].Text))
                if (j == target.Count || target[j].Field != unit.Field || Letters(target[j].Text) is var size && (size == 0 || size > left))
                    return null;
            if (i > from || j > at)
                beads.Add(new SentenceBead(from..i, at..j, 1));
        }

        return (i, j) == (source.Count, target.Count) ? beads : null;
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);
}
