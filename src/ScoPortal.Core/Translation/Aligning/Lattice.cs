namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// All ways to align two texts, summed by dynamic programming forward and backward, so that each bead has its probability; of these ways the
/// one is taken that is expected to put the most sentences right (minimum Bayes risk, Kumar and Byrne 2002), not the single likeliest.
/// Long texts are looked at in a band around the diagonal, the longer the narrower, so that space is bounded: about 60 bytes a cell.
/// </summary>
internal sealed class Lattice
{
    private const long MostCells = 250_000;
    private const int MostInBand = 500_000;
    private const int NarrowestBand = 50;
    private const int WidestBand = 1500;
    private const int BandShare = 5;

    private static readonly (int Source, int Target)[] Kinds = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3)];

    private readonly int sources;
    private readonly int targets;
    private readonly int width;
    private readonly float[,,] value;
    private readonly double[,] forward;
    private readonly double[,] backward;

    public Lattice(Likelihood likelihood, int sources, int targets)
    {
        (this.sources, this.targets) = (sources, targets);
        var band = Math.Max(NarrowestBand, Math.Min(Math.Clamp(targets / BandShare, 2 * NarrowestBand, WidestBand), MostInBand / (sources + 1)));
        width = (long)sources * targets <= MostCells ? targets + 1 : Math.Min(targets + 1, band + (targets / Math.Max(1, sources)));
        value = new float[sources + 1, width, Kinds.Length];
        (forward, backward) = (new double[sources + 1, width], new double[sources + 1, width]);
        Forward(likelihood);
        Backward();
    }

    /// <summary>Beads in the order of the texts; every sentence is in exactly one.</summary>
    public List<SentenceBead> Best()
    {
        var best = new double[sources + 1, width];
        var step = new byte[sources + 1, width];
        for (var i = 0; i <= sources; i++)
        {
            var first = First(i);
            for (var j = first; j < first + width; j++)
            {
                best[i, j - first] = i + j == 0 ? 0 : double.NegativeInfinity;
                for (var kind = 0; kind < Kinds.Length; kind++)
                {
                    if (Before(best, i, j, kind) is not { } before)
                        continue;
                    var right = before + ((Kinds[kind].Source + Kinds[kind].Target) * Probability(i, j, kind));
                    if (right > best[i, j - first])
                        (best[i, j - first], step[i, j - first]) = (right, (byte)kind);
                }
            }
        }

        var beads = new List<SentenceBead>();
        for (var (i, j) = (sources, targets); i + j > 0;)
        {
            var kind = step[i, j - First(i)];
            var (m, n) = Kinds[kind];
            beads.Add(new SentenceBead((i - m)..i, (j - n)..j, Probability(i, j, kind)));
            (i, j) = (i - m, j - n);
        }

        beads.Reverse();
        return beads;
    }

    // Of the bead of a kind that ends here; it exists.
    private double Probability(int i, int j, int kind)
    {
        var whole = forward[sources, targets - First(sources)];
        return Math.Min(1, Math.Exp(Before(forward, i, j, kind)!.Value + value[i, j - First(i), kind] + backward[i, j - First(i)] - whole));
    }

    private void Forward(Likelihood likelihood)
    {
        for (var i = 0; i <= sources; i++)
        {
            var first = First(i);
            for (var j = first; j < first + width; j++)
            {
                var sum = i + j == 0 ? 0 : double.NegativeInfinity;
                for (var kind = 0; kind < Kinds.Length; kind++)
                {
                    var (m, n) = Kinds[kind];
                    if (Before(forward, i, j, kind) is not (> double.NegativeInfinity and var before))
                        continue;
                    value[i, j - first, kind] = (float)likelihood.Of(i - m, m, j - n, n);
                    sum = Add(sum, before + value[i, j - first, kind]);
                }

                forward[i, j - first] = sum;
            }
        }
    }

    private void Backward()
    {
        for (var i = 0; i <= sources; i++)
            for (var column = 0; column < width; column++)
                backward[i, column] = double.NegativeInfinity;
        backward[sources, targets - First(sources)] = 0;
        for (var i = sources; i >= 0; i--)
        {
            for (var column = width - 1; column >= 0; column--)
            {
                for (var kind = 0; kind < Kinds.Length; kind++)
                {
                    var (m, n) = Kinds[kind];
                    if (Before(backward, i, column + First(i), kind) is not { } before)
                        continue;
                    backward[i - m, column + First(i) - n - First(i - m)] = Add(before, backward[i, column] + value[i, column, kind]);
                }
            }
        }
    }

    // What a grid holds where a bead of a kind that ends here begins; null outside the band.
    private double? Before(double[,] grid, int i, int j, int kind)
    {
        var (row, column) = (i - Kinds[kind].Source, j - Kinds[kind].Target);
        if (row < 0 || column < 0)
            return null;
        column -= First(row);
        return column < 0 || column >= width ? null : grid[row, column];
    }

    // The first column of the band in a row.
    private int First(int i) => sources == 0 ? 0 : (int)Math.Clamp((i * (long)targets / sources) - (width / 2), 0, targets + 1 - width);

    // log(eᵃ + eᵇ)
    private static double Add(double a, double b) =>
        double.IsNegativeInfinity(b) ? a : double.IsNegativeInfinity(a) ? b : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
}
