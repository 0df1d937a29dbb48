namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// All ways to align two texts, summed by dynamic programming forward and backward, so that each bead has its probability; of these ways the
/// one is taken that is expected to put the most sentences right (minimum Bayes risk, Kumar and Byrne 2002), not the single likeliest.
/// Long texts are looked at in a band around the diagonal.
/// </summary>
internal sealed class Lattice
{
    private const long MostCells = 250_000;
    private const int NarrowestBand = 100;
    private const int WidestBand = 1500;
    private const int BandShare = 5;

    private static readonly (int Source, int Target)[] Kinds = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3)];

    private readonly int sources;
    private readonly int targets;
    private readonly int width;
    private readonly double[,,] value;
    private readonly double[,] forward;
    private readonly double[,] backward;

    public Lattice(Likelihood likelihood, int sources, int targets)
    {
        (this.sources, this.targets) = (sources, targets);
        width = (long)sources * targets <= MostCells ? targets + 1 : Math.Min(targets + 1, Math.Clamp(targets / BandShare, NarrowestBand, WidestBand) + (targets / Math.Max(1, sources)));
        value = new double[sources + 1, width, Kinds.Length];
        (forward, backward) = (new double[sources + 1, width], new double[sources + 1, width]);
        Forward(likelihood);
        Backward();
    }

    /// <summary>Beads in the order of the texts; every sentence is in exactly one.</summary>
    public List<SentenceBead> Best()
    {
        var best = new double[sources + 1, width];
        var step = new int[sources + 1, width];
        foreach (var (i, j) in Cells())
        {
            var column = j - First(i);
            best[i, column] = i + j == 0 ? 0 : double.NegativeInfinity;
            foreach (var (kind, m, n) in Into(i, j))
            {
                var right = At(best, i - m, j - n) + ((m + n) * Probability(i, j, kind));
                if (right > best[i, column])
                    (best[i, column], step[i, column]) = (right, kind);
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

    private double Probability(int i, int j, int kind) => Math.Clamp(
        Math.Exp(At(forward, i - Kinds[kind].Source, j - Kinds[kind].Target) + value[i, j - First(i), kind] + At(backward, i, j) - At(forward, sources, targets)), 0, 1);

    private void Forward(Likelihood likelihood)
    {
        foreach (var (i, j) in Cells())
        {
            var sum = i + j == 0 ? 0 : double.NegativeInfinity;
            foreach (var (kind, m, n) in Into(i, j))
            {
                value[i, j - First(i), kind] = likelihood.Of(i - m, m, j - n, n);
                sum = Add(sum, At(forward, i - m, j - n) + value[i, j - First(i), kind]);
            }

            forward[i, j - First(i)] = sum;
        }
    }

    private void Backward()
    {
        for (var i = 0; i <= sources; i++)
            for (var column = 0; column < width; column++)
                backward[i, column] = double.NegativeInfinity;
        backward[sources, targets - First(sources)] = 0;
        foreach (var (i, j) in Cells().Reverse())
        {
            foreach (var (kind, m, n) in Into(i, j))
                backward[i - m, j - n - First(i - m)] = Add(At(backward, i - m, j - n), At(backward, i, j) + value[i, j - First(i), kind]);
        }
    }

    private IEnumerable<(int I, int J)> Cells()
    {
        for (var i = 0; i <= sources; i++)
            for (var j = First(i); j < First(i) + width; j++)
                yield return (i, j);
    }

    private IEnumerable<(int Kind, int Source, int Target)> Into(int i, int j)
    {
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var (m, n) = Kinds[kind];
            if (m <= i && n <= j && !double.IsNegativeInfinity(At(forward, i - m, j - n)))
                yield return (kind, m, n);
        }
    }

    // The first column of the band in a row.
    private int First(int i) => sources == 0 ? 0 : (int)Math.Clamp((i * (long)targets / sources) - (width / 2), 0, targets + 1 - width);

    private double At(double[,] grid, int i, int j)
    {
        var column = j - First(i);
        return column < 0 || column >= width ? double.NegativeInfinity : grid[i, column];
    }

    // log(eᵃ + eᵇ)
    private static double Add(double a, double b) =>
        double.IsNegativeInfinity(b) ? a : double.IsNegativeInfinity(a) ? b : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
}
