namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// What two lengths are worth, after William A. Gale and Kenneth W. Church, "A Program for Aligning Sentences in Bilingual Corpora",
/// Computational Linguistics 19(1), 1993: a letter of the one text gives a random number of letters of the other. Differences: how many on
/// average is taken from the two texts; the deviation follows Student's distribution, since free translations are commoner than the normal one
/// allows; and the value is a log likelihood ratio against two lengths taken at random from these texts.
/// </summary>
internal sealed class Lengths
{
    // Variance per letter: 6.8 in section 3.2 of the paper; press texts translate more evenly.
    private const double Variance = 4;
    private const double LeastDeviation = 0.12;
    private const double Freedom = 5;

    // As if the texts had so many more letters, of ratio one: steadies short texts.
    private const double Prior = 300;
    private const double LeastSpread = 0.3;
    private const double FarthestOutlier = 8;

    private readonly double ratio;
    private readonly (double Mean, double Spread) source;
    private readonly (double Mean, double Spread) target;

    /// <param name="source">Lengths of the sentences of the one text.</param>
    /// <param name="target">Lengths of those of the other.</param>
    public Lengths(IReadOnlyList<double> source, IReadOnlyList<double> target)
    {
        ratio = (target.Sum() + Prior) / (source.Sum() + Prior);
        (this.source, this.target) = (Spread(source), Spread(target));
    }

    /// <summary>Positive where the lengths answer each other.</summary>
    public double Of(Traits a, Traits b)
    {
        var deviation = Math.Sqrt((Variance * 2 / ((a.Length * ratio) + b.Length)) + (LeastDeviation * LeastDeviation));
        var z = Math.Log(b.Length / (a.Length * ratio)) / deviation;
        return -((Freedom + 1) / 2 * Math.Log(1 + (z * z / Freedom))) - Math.Log(deviation) - ((AtRandom(a, source) + AtRandom(b, target)) / 2);
    }

    private static double AtRandom(Traits sentences, (double Mean, double Spread) text)
    {
        var spread = text.Spread / Math.Sqrt(sentences.Count);
        var z = (Math.Log(sentences.Length / sentences.Count) - text.Mean) / spread;
        return -Math.Min(FarthestOutlier, z * z / 2) - Math.Log(spread);
    }

    private static (double Mean, double Spread) Spread(IReadOnlyList<double> lengths)
    {
        if (lengths.Count == 0)
            return (0, 1);
        var mean = Math.Log(lengths.Average());
        var variance = (lengths.Sum(l => Math.Pow(Math.Log(l) - mean, 2)) + 2) / (lengths.Count + 3);
        return (mean, Math.Max(LeastSpread, Math.Sqrt(variance)));
    }
}
