namespace ScoPortal.Core.Translation.Segments;

/// <summary>What became of a sentence between two revisions of one release.</summary>
/// <param name="Before">Its place in the earlier list; null where it is new.</param>
/// <param name="After">Its place in the later list; null where it is gone.</param>
/// <param name="Weight">How much a translation has to care; a sentence that is new or gone is a must.</param>
public readonly record struct SegmentChange(int? Before, int? After, ChangeWeight Weight);

/// <summary>
/// Finds what became of each sentence of a release, as <c>diff</c> does for lines, but a sentence that was reworded stays the same
/// sentence: the cheapest series of edits (R. Wagner and M. Fischer, "The String-to-String Correction Problem", JACM 21(1), 1974), where
/// to change a sentence costs the more the fewer words it keeps.
/// </summary>
public static class SegmentDiff
{
    // To drop a sentence and write another costs as much as to change one that keeps nothing but a few words.
    private const double Insertion = 0.4;

    // So many comparisons are made at once.
    private const int MostSteps = 1_000_000;

    /// <summary>Every sentence of both revisions once, in order; unchanged ones weigh <see cref="ChangeWeight.None"/>.</summary>
    /// <param name="before">The sentences of the earlier revision.</param>
    /// <param name="after">Those of the later one.</param>
    /// <param name="language">The language of both, BCP 47.</param>
    public static IReadOnlyList<SegmentChange> Between(IReadOnlyList<Segment> before, IReadOnlyList<Segment> after, string language)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && IsSame(before[head], after[head]))
            head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && IsSame(before[^(tail + 1)], after[^(tail + 1)]))
            tail++;

        var (n, m) = (before.Count - head - tail, after.Count - head - tail);
        var changes = new List<SegmentChange>(before.Count + m);
        for (var i = 0; i < head; i++)
            changes.Add(new SegmentChange(i, i, ChangeWeight.None));
        foreach (var (b, a) in Steps([.. before.Skip(head).Take(n)], [.. after.Skip(head).Take(m)]))
            changes.Add(Weigh(before, after, b + head, a + head, language));
        for (var i = tail; i > 0; i--)
            changes.Add(new SegmentChange(before.Count - i, after.Count - i, ChangeWeight.None));
        return changes;
    }

    private static bool IsSame(Segment one, Segment other) => one.Field == other.Field && one.Text == other.Text;

    private static SegmentChange Weigh(IReadOnlyList<Segment> before, IReadOnlyList<Segment> after, int? b, int? a, string language) =>
        new(b, a, b is { } i && a is { } j ? ChangeTriage.Of(before[i].Text, after[j].Text, language) : ChangeWeight.Must);

    private static List<(int? Before, int? After)> Steps(Segment[] before, Segment[] after)
    {
        if ((long)before.Length * after.Length <= MostSteps)
            return Cheapest(before, after);

        // Long texts are parted where a sentence stands once in each: B. Cohen's "patience diff".
        var steps = new List<(int?, int?)>();
        var (i, j) = (0, 0);
        foreach (var (b, a) in SegmentAnchors.Of(before, after).Append((before.Length, after.Length)))
        {
            steps.AddRange(Shifted(Between(before[i..b], after[j..a]), i, j));
            if (b < before.Length)
                steps.Add((b, a));
            (i, j) = (b + 1, a + 1);
        }

        return steps;

        static List<(int? Before, int? After)> Between(Segment[] before, Segment[] after) =>
            (long)before.Length * after.Length <= MostSteps ? Cheapest(before, after)
                : [.. before.Select((_, b) => ((int?)b, (int?)null)), .. after.Select((_, a) => ((int?)null, (int?)a))];

        static IEnumerable<(int? Before, int? After)> Shifted(List<(int? Before, int? After)> steps, int i, int j) => steps.Select(s => (s.Before + i, s.After + j));
    }

    private static List<(int? Before, int? After)> Cheapest(Segment[] before, Segment[] after)
    {
        var (olds, news) = (Array.ConvertAll(before, Words), Array.ConvertAll(after, Words));
        var cost = new double[before.Length + 1, after.Length + 1];
        for (var i = before.Length; i >= 0; i--)
        {
            for (var j = after.Length; j >= 0; j--)
            {
                if (i == before.Length || j == after.Length)
                    cost[i, j] = (before.Length - i + after.Length - j) * Insertion;
                else
                    cost[i, j] = Math.Min(Change(i, j) + cost[i + 1, j + 1], Insertion + Math.Min(cost[i + 1, j], cost[i, j + 1]));
            }
        }

        var steps = new List<(int?, int?)>();
        for (var (i, j) = (0, 0); i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && cost[i, j] == Change(i, j) + cost[i + 1, j + 1])
                steps.Add((i++, j++));
            else if (i < before.Length && cost[i, j] == Insertion + cost[i + 1, j])
                steps.Add((i++, null));
            else
                steps.Add((null, j++));
        }

        return steps;

        double Change(int i, int j) => before[i].Field != after[j].Field ? 2 * Insertion + 1 : before[i].Text == after[j].Text ? 0 : 1 - Likeness(olds[i], news[j]);
    }

    // The share of words in common (L. R. Dice, 1945).
    private static double Likeness(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        var common = one.Sum(w => Math.Min(w.Value, other.GetValueOrDefault(w.Key)));
        var all = one.Values.Sum() + other.Values.Sum();
        return all == 0 ? 0 : 2d * common / all;
    }

    // Words; single characters of a script without spaces.
    private static Dictionary<string, int> Words(Segment segment)
    {
        var (words, start) = (new Dictionary<string, int>(StringComparer.Ordinal), -1);
        var text = segment.Text;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]) && text[i] < '\u2e80';
            if (isWord && start < 0)
                start = i;
            if (!isWord && start >= 0)
            {
                Count(text[start..i].ToUpperInvariant());
                start = -1;
            }

            if (i < text.Length && text[i] >= '\u2e80' && char.IsLetterOrDigit(text[i]))
                Count(text[i].ToString());
        }

        return words;

        void Count(string word) => words[word] = words.GetValueOrDefault(word) + 1;
    }
}
