namespace ScoPortal.Core.Translation;

/// <summary>A paragraph, heading, list or table of a text, as far as alignment looks at it.</summary>
/// <param name="Length">In UTF-16 units of plain text, 0 or more.</param>
/// <param name="IsHeading">Headings answer headings.</param>
public readonly record struct Block(int Length, bool IsHeading);

/// <summary>Blocks of one text and the blocks of the other that say the same; one range is empty where there are none.</summary>
/// <param name="Source">Which blocks of the first text.</param>
/// <param name="Target">Which blocks of the second.</param>
public readonly record struct Bead(Range Source, Range Target);

/// <summary>
/// Aligns two texts block by block by their lengths alone: William A. Gale and Kenneth W. Church, "A Program for Aligning
/// Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993. Two differences: how many characters of the one
/// language answer one of the other is taken from the two texts themselves, since Chinese and German differ threefold, and
/// a heading beside a paragraph costs extra.
/// </summary>
public static class BlockAligner
{
    // Variance of the length of a translation per character (section 3.2 of the paper).
    private const double Variance = 6.8;

    // Costs of the kinds of beads, -100·log of their frequency in the paper's table 5, in its order of kinds.
    private static readonly (int Source, int Target, double Cost)[] Kinds =
        [(1, 1, 12), (1, 0, 462), (0, 1, 462), (2, 1, 242), (1, 2, 242), (2, 2, 451)];

    private const double HeadingBesideText = 600;
    private const double Impossible = 5000;

    /// <summary>The longest text, in blocks, that is aligned: far longer than any press release.</summary>
    public const int Most = 1000;

    /// <summary>
    /// Beads in the order of the texts; every block is in exactly one. Time and space grow with the product of the two
    /// counts; beyond <see cref="Most"/> blocks on a side they are only put beside each other in their order.
    /// </summary>
    public static IReadOnlyList<Bead> Align(ReadOnlySpan<Block> source, ReadOnlySpan<Block> target)
    {
        if (source.Length > Most || target.Length > Most)
            return InOrder(source.Length, target.Length);

        var ratio = Ratio(source, target);
        var best = new double[source.Length + 1, target.Length + 1];
        var step = new int[source.Length + 1, target.Length + 1];
        for (var i = 0; i <= source.Length; i++)
        {
            for (var j = 0; j <= target.Length; j++)
            {
                if (i + j == 0)
                    continue;
                best[i, j] = double.PositiveInfinity;
                for (var kind = 0; kind < Kinds.Length; kind++)
                {
                    var (m, n, cost) = Kinds[kind];
                    if (m > i || n > j)
                        continue;
                    var total = best[i - m, j - n] + cost + Mismatch(source.Slice(i - m, m), target.Slice(j - n, n), ratio);
                    if (total < best[i, j])
                        (best[i, j], step[i, j]) = (total, kind);
                }
            }
        }

        return Trace(step, source.Length, target.Length);
    }

    private static List<Bead> InOrder(int source, int target) =>
        [.. Enumerable.Range(0, Math.Max(source, target)).Select(i => new Bead(
            Math.Min(i, source)..Math.Min(i + 1, source), Math.Min(i, target)..Math.Min(i + 1, target)))];

    private static List<Bead> Trace(int[,] step, int i, int j)
    {
        var beads = new List<Bead>();
        while (i + j > 0)
        {
            var (m, n, _) = Kinds[step[i, j]];
            beads.Add(new Bead((i - m)..i, (j - n)..j));
            (i, j) = (i - m, j - n);
        }

        beads.Reverse();
        return beads;
    }

    private static double Ratio(ReadOnlySpan<Block> source, ReadOnlySpan<Block> target)
    {
        var (a, b) = (Sum(source), Sum(target));
        return a == 0 || b == 0 ? 1 : (double)b / a;
    }

    private static double Mismatch(ReadOnlySpan<Block> source, ReadOnlySpan<Block> target, double ratio)
    {
        if (source.IsEmpty || target.IsEmpty)
            return 0;

        var headings = HasHeading(source) == HasHeading(target) && (!HasHeading(source) || source.Length + target.Length == 2)
            ? 0 : HeadingBesideText;
        var (a, b) = (Sum(source) * ratio, Sum(target));
        if (a + b == 0)
            return headings;
        var delta = Math.Abs(b - a) / Math.Sqrt((a + b) / 2 * Variance);
        return headings + Math.Min(Impossible, -100 * Math.Log(Math.Max(TwoTails(delta), 1e-20)));
    }

    private static bool HasHeading(ReadOnlySpan<Block> blocks)
    {
        foreach (var block in blocks)
            if (block.IsHeading)
                return true;
        return false;
    }

    private static int Sum(ReadOnlySpan<Block> blocks)
    {
        var sum = 0;
        foreach (var block in blocks)
            sum += block.Length;
        return sum;
    }

    // 2·(1 − Φ(x)) by Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17.
    private static double TwoTails(double x)
    {
        var t = 1 / (1 + (0.2316419 * x));
        var polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 2 * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * polynomial;
    }
}
