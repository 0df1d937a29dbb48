namespace ScoPortal.Web.Text;

/// <summary>On which side a piece of text stands.</summary>
public enum Side
{
    Both,
    Before,
    After,
}

/// <summary>A stretch of text that is the same on both sides or stands on one.</summary>
public readonly record struct Piece(Side Side, string Text);

/// <summary>A paragraph, or two that are versions of one another.</summary>
/// <param name="Side">Both where each side has it, whether changed or not.</param>
/// <param name="Pieces">All of it, what is gone before what came.</param>
public sealed record DiffRow(Side Side, IReadOnlyList<Piece> Pieces)
{
    /// <summary>Not a character differs.</summary>
    public bool IsSame => Pieces.All(p => p.Side == Side.Both);

    /// <summary>As one side has it; empty where that side has nothing.</summary>
    public IEnumerable<Piece> On(Side side) => Pieces.Where(p => p.Side is Side.Both || p.Side == side);
}

/// <summary>Compares two texts paragraph by paragraph, and paragraphs word by word.</summary>
public static class TextDiff
{
    // Paragraphs that share less than this part of their words are different paragraphs.
    private const double Alike = 0.3;
    private const int MostPairs = 2_500;

    /// <summary>The paragraphs of a text: what blank lines part.</summary>
    public static string[] Paragraphs(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split('\n')
            .Aggregate(new List<List<string>> { new() }, (all, line) =>
            {
                if (!string.IsNullOrWhiteSpace(line))
                    all[^1].Add(line);
                else if (all[^1].Count > 0)
                    all.Add([]);
                return all;
            })
            .Where(lines => lines.Count > 0).Select(lines => string.Join('\n', lines))];

    /// <summary>Both texts, row by row.</summary>
    public static IReadOnlyList<DiffRow> Rows(string? before, string? after)
    {
        var (old, young, rows, at) = (Paragraphs(before), Paragraphs(after), new List<DiffRow>(), 0);
        foreach (var change in Lists.Changes(old, young))
        {
            rows.AddRange(old[at..change.Start].Select(Same));
            rows.AddRange(Pair(old[change.Start..change.End], young[change.NewStart..(change.NewStart + change.NewCount)]));
            at = change.End;
        }

        rows.AddRange(old[at..].Select(Same));
        return rows;
    }

    /// <summary>One text made from another, word by word.</summary>
    public static IReadOnlyList<Piece> ByWord(string? before, string? after)
    {
        var (old, young, pieces, at) = (Words.Split(before), Words.Split(after), new List<Piece>(), 0);
        foreach (var change in Lists.Changes(old, young))
        {
            Add(Side.Both, old[at..change.Start]);
            Add(Side.Before, old[change.Start..change.End]);
            Add(Side.After, young[change.NewStart..(change.NewStart + change.NewCount)]);
            at = change.End;
        }

        Add(Side.Both, old[at..]);
        return pieces;

        void Add(Side side, string[] words)
        {
            if (words.Length > 0)
                pieces.Add(new Piece(side, string.Concat(words)));
        }
    }

    private static DiffRow Same(string paragraph) => new(Side.Both, [new Piece(Side.Both, paragraph)]);

    private static DiffRow Only(Side side, string paragraph) => new(side, [new Piece(side, paragraph)]);

    // Which of the old paragraphs became which of the new ones: the pairing in order that keeps the most words.
    private static IEnumerable<DiffRow> Pair(string[] old, string[] young)
    {
        if (old.Length * (long)young.Length > MostPairs)
            return [.. old.Select(p => Only(Side.Before, p)), .. young.Select(p => Only(Side.After, p))];

        var best = new double[old.Length + 1, young.Length + 1];
        var alike = new double[old.Length, young.Length];
        var (oldWords, youngWords) = (old.Select(Bag).ToArray(), young.Select(Bag).ToArray());
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = young.Length - 1; j >= 0; j--)
            {
                alike[i, j] = Likeness(oldWords[i], youngWords[j]);
                best[i, j] = Math.Max(alike[i, j] < Alike ? 0 : alike[i, j] + best[i + 1, j + 1], Math.Max(best[i + 1, j], best[i, j + 1]));
            }

        var (rows, a, b) = (new List<DiffRow>(), 0, 0);
        while (a < old.Length && b < young.Length)
            if (alike[a, b] >= Alike && best[a, b] <= alike[a, b] + best[a + 1, b + 1])
                rows.Add(new DiffRow(Side.Both, ByWord(old[a++], young[b++])));
            else if (best[a + 1, b] >= best[a, b + 1])
                rows.Add(Only(Side.Before, old[a++]));
            else
                rows.Add(Only(Side.After, young[b++]));
        return [.. rows, .. old[a..].Select(p => Only(Side.Before, p)), .. young[b..].Select(p => Only(Side.After, p))];
    }

    private static HashSet<string> Bag(string text) => [.. Words.Split(text).Where(w => !string.IsNullOrWhiteSpace(w))];

    private static double Likeness(HashSet<string> a, HashSet<string> b) => a.Count(b.Contains) * 2.0 / Math.Max(1, a.Count + b.Count);
}
