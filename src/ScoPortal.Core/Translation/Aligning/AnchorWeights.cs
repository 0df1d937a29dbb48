namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// What each anchor is worth, as a log likelihood ratio: how much more often a sentence and its translation share it than two sentences taken
/// at random from these two texts. What many sentences have is worth little.
/// </summary>
internal sealed class AnchorWeights
{
    // Anchors depend on each other (a name is also a word and a stem), so that their evidence does not add up whole.
    private const double Independence = 0.7;
    private const double Least = 0.002;
    private const double Most = 0.98;

    private readonly Dictionary<Anchor, int> numbers = [];
    private readonly List<double> shared = [];
    private readonly List<double> missing = [];

    public AnchorWeights(IReadOnlyList<HashSet<Anchor>> source, IReadOnlyList<HashSet<Anchor>> target)
    {
        var (ofSource, ofTarget) = (Count(source), Count(target));
        foreach (var anchor in ofSource.Keys.Concat(ofTarget.Keys).Distinct())
        {
            var (a, b) = (ofSource.GetValueOrDefault(anchor), ofTarget.GetValueOrDefault(anchor));
            if ((a == 0 || b == 0) && !anchor.IsMissed)
                continue;
            var chance = Math.Clamp(Math.Max(a / (source.Count + 1.0), b / (target.Count + 1.0)), Least, Most);
            var often = Math.Max(anchor.Reliability, chance);
            numbers[anchor] = shared.Count;
            shared.Add(Independence * Math.Log(often / chance));
            missing.Add(Independence / (a == 0 || b == 0 ? 1 : 2) * Math.Log((1 - often) / (1 - chance)));
        }
    }

    /// <summary>The numbers of known anchors, growing.</summary>
    public int[] Numbers(IEnumerable<Anchor> anchors) =>
        [.. anchors.Select(a => numbers.GetValueOrDefault(a, -1)).Where(n => n >= 0).Distinct().Order()];

    /// <summary>What it is worth that the one side has these and the other has none of them.</summary>
    public double Missing(int[] anchors) => anchors.Sum(a => missing[a]);

    /// <summary>What the anchors of the two sides are worth together: positive where they agree.</summary>
    public double Of(Traits a, Traits b)
    {
        var sum = a.Missing + b.Missing;
        for (var (i, j) = (0, 0); i < a.Anchors.Length && j < b.Anchors.Length;)
        {
            var (x, y) = (a.Anchors[i], b.Anchors[j]);
            if (x == y)
                sum += shared[x] - (2 * missing[x]);
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return sum;
    }

    private static Dictionary<Anchor, int> Count(IReadOnlyList<HashSet<Anchor>> sentences) =>
        sentences.SelectMany(s => s).CountBy(a => a).ToDictionary();
}
