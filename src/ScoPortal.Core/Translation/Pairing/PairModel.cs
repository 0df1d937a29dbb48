using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Pairing;

/// <summary>
/// From what two texts share to the probability that one is the other's translation: a logistic model (D. R. Cox, "The regression analysis
/// of binary sequences", 1958) over eight measures. Its constants were fitted on 600 groups of news texts and announcements in en, de, fr,
/// ru and zh, whole, cut to their beginnings, and with two fifths of the partners taken away; how is told in docs/reference/pairing.md.
/// </summary>
internal static class PairModel
{
    // By ClueKind, from Number = 1. The last two kinds were not in the data: glossary terms count as the lexicon's words, numbers of wires as links.
    private static readonly float[] Weights = [0, 1, 2.25f, 3, 1, 1.13f, 0.33f, 0.67f, 0.67f, 0.67f, 3, 0];

    /// <summary>Weight of a kind of clue.</summary>
    public static float Weight(uint clue) => Weights[clue >> 28];

    // A text whose partner is missing has a best other text all the same. The fewer texts there are, the less is known of what is rare, and
    // the more any two are alike: a third in a collection of two, a twentieth in one of thousands (measured on random draws).
    private const double RivalOfTwo = 0.36;
    private const double LessTenfold = 0.1;
    private const double LeastRival = 0.05;

    // So much has to be shared that it could be weighed: two or three clues that few texts have.
    private const double LeastShared = 10;

    private const double MostLead = 1.5;

    /// <summary>0 nothing in common, 1 everything: the cosine, with clues weighed and what the other language does not know left out.</summary>
    public static double Similarity(in PairComparison pair)
    {
        var (shared, first, second) = Totals(pair);
        return shared / Math.Sqrt((first + 10) * (second + 10));
    }

    /// <summary>The probability that two texts are translations of each other, 0 to 1.</summary>
    /// <param name="pair">What they share.</param>
    /// <param name="a">Publication of the first.</param>
    /// <param name="b">Publication of the second.</param>
    /// <param name="rival">Similarity of the best other pair that one of them could be in.</param>
    /// <param name="documents">How many texts the collection has in the two languages, 2 or more.</param>
    public static double Probability(in PairComparison pair, DateOnly? a, DateOnly? b, double rival, int documents)
    {
        Span<double> x = stackalloc double[Fitted.Length];
        Measure(x, pair, Math.Max(rival, Math.Max(LeastRival, RivalOfTwo - (LessTenfold * Math.Log10(documents)))));
        var logit = Dates(a, b);
        for (var i = 0; i < x.Length; i++)
            logit += Fitted[i] * x[i];
        return Math.Min(1, Totals(pair).Shared / LeastShared) / (1 + Math.Exp(-logit));
    }

    // One, similarity, lead over the rivals, titles, numbers, dates, amount shared, numbers of a title that the other text lacks.
    private static readonly double[] Fitted = [8.88, 2.28, 5.03, 1.20, 1.72, 1.32, -0.50, -2.29];

    /// <summary>The measures of a pair, as many as there are constants.</summary>
    private static void Measure(Span<double> x, in PairComparison pair, double rival)
    {
        var similarity = Similarity(pair) + 0.001;
        x[0] = 1;
        x[1] = Math.Log(similarity);
        x[2] = Math.Clamp(Math.Log(similarity / rival), -MostLead, MostLead);
        x[3] = Math.Log((pair.SharedTitle + 1) / Math.Sqrt((pair.FirstTitle + 4) * (pair.SecondTitle + 4)));
        x[4] = Agreement(pair, ClueKind.Number);
        x[5] = Agreement(pair, ClueKind.Date);
        x[6] = Math.Log(1 + Totals(pair).Shared);
        x[7] = pair.MissingFigures / (3 + pair.MissingFigures + pair.FoundFigures);
    }

    private static double Agreement(in PairComparison pair, ClueKind kind) =>
        Math.Log((pair.Shared[(int)kind] + 1) / (Math.Sqrt(pair.First[(int)kind] * pair.Second[(int)kind]) + 3));

    private static (double Shared, double First, double Second) Totals(in PairComparison pair)
    {
        var (shared, first, second) = (0.0, 0.0, 0.0);
        for (var kind = 1; kind < PerKind.Count; kind++)
        {
            shared += Weights[kind] * pair.Shared[kind];
            first += Weights[kind] * pair.First[kind];
            second += Weights[kind] * pair.Second[kind];
        }

        return (shared, first, second);
    }

    // Not fitted, for the data has no dates that tell: a translation appears within days. The same day alone says little, since a
    // newsroom has many texts a day; a month apart says much.
    private static double Dates(DateOnly? a, DateOnly? b) => a is not { } one || b is not { } other ? 0 : Math.Abs(one.DayNumber - other.DayNumber) switch
    {
        <= 1 => 0.7,
        <= 3 => 0.3,
        <= 7 => -0.3,
        <= 14 => -1.2,
        <= 31 => -2.5,
        _ => -4,
    };
}
