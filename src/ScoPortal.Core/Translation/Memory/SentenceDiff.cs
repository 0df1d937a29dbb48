namespace ScoPortal.Core.Translation.Memory;

/// <summary>On which side a piece of a sentence stands.</summary>
public enum DiffSide
{
    /// <summary>On both.</summary>
    Both,

    /// <summary>Only in the first.</summary>
    Before,

    /// <summary>Only in the second.</summary>
    After,
}

/// <summary>A stretch of a sentence, with the white space behind it.</summary>
/// <param name="Side">Where it stands.</param>
/// <param name="Text">Not empty; as the second sentence has it where both do.</param>
public readonly record struct DiffPiece(DiffSide Side, string Text);

/// <summary>Which words of two sentences differ (characters in Chinese), by the edit distance of <see cref="Likeness"/>.</summary>
public static class SentenceDiff
{
    // Longer sentences are shown as wholly different.
    private const long MostCells = 1_000_000;

    /// <summary>All of both sentences in order, what is gone before what came in its place.</summary>
    /// <param name="before">A sentence, such as that of a memory match.</param>
    /// <param name="after">The sentence it is compared with.</param>
    /// <param name="language">Two-letter code of both.</param>
    public static IReadOnlyList<DiffPiece> Of(string before, string after, string language)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var vocabulary = new Vocabulary(language);
        Unit[] a = [.. vocabulary.Add(before).Select(n => vocabulary[n])], b = [.. vocabulary.Add(after).Select(n => vocabulary[n])];
        var (old, young) = (Chunks(before), Chunks(after));
        var steps = (long)a.Length * b.Length > MostCells
            ? [.. Enumerable.Repeat(DiffSide.Before, a.Length), .. Enumerable.Repeat(DiffSide.After, b.Length)]
            : Steps(a, b);

        var pieces = new List<DiffPiece>();
        var (i, j) = (0, 0);
        while (steps.Count > 0)
        {
            var side = steps[0];
            var run = side == DiffSide.Both ? steps.TakeWhile(s => s == side).Count() : steps.TakeWhile(s => s != DiffSide.Both).Count();
            var (gone, came) = (steps.Take(run).Count(s => s == DiffSide.Before), steps.Take(run).Count(s => s == DiffSide.After));
            if (side == DiffSide.Both)
                pieces.Add(new(side, string.Concat(young[j..(j + run)])));
            if (gone > 0)
                pieces.Add(new(DiffSide.Before, string.Concat(old[i..(i + gone)])));
            if (came > 0)
                pieces.Add(new(DiffSide.After, string.Concat(young[j..(j + came)])));
            (i, j) = side == DiffSide.Both ? (i + run, j + run) : (i + gone, j + came);
            steps.RemoveRange(0, run);
        }

        return pieces;
    }

    // The units of a sentence, each with what stands between it and the next.
    private static string[] Chunks(string text)
    {
        var words = SentenceWords.Of(text);
        return [.. words.Select((word, i) => text[(i == 0 ? 0 : word.Start)..(i + 1 < words.Count ? words[i + 1].Start : text.Length)])];
    }

    private static List<DiffSide> Steps(Unit[] a, Unit[] b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length; i >= 0; i--)
            for (var j = b.Length; j >= 0; j--)
                cost[i, j] = i == a.Length && j == b.Length ? 0 : Math.Min(
                    i < a.Length && j < b.Length ? cost[i + 1, j + 1] + EditDistance.Cost(a[i], b[j]) : int.MaxValue,
                    Math.Min(
                        i < a.Length ? cost[i + 1, j] + EditDistance.Weight(a[i]) : int.MaxValue,
                        j < b.Length ? cost[i, j + 1] + EditDistance.Weight(b[j]) : int.MaxValue));

        var steps = new List<DiffSide>();
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && cost[i, j] == cost[i + 1, j + 1] + EditDistance.Cost(a[i], b[j]))
                steps.AddRange(a[i++].Written == b[j++].Written ? [DiffSide.Both] : [DiffSide.Before, DiffSide.After]);
            else if (i < a.Length && cost[i, j] == cost[i + 1, j] + EditDistance.Weight(a[i]))
            {
                steps.Add(DiffSide.Before);
                i++;
            }
            else
            {
                steps.Add(DiffSide.After);
                j++;
            }
        }

        return steps;
    }
}
