using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Pairing;

public sealed partial class PairIndex
{
    // A collection of two texts has no rarity of its own: to what it has, so many texts are added in which a clue of a kind is as common as here.
    private const double PriorDocuments = 40;

    private static readonly double[] Prior = [0, .02, .03, .02, .01, .004, .01, .003, .02, .03, .001, 0];

    // What no text of the other language has may be missing for its translator's sake, or because it cannot be known again there.
    private const float Unmatched = 0.3f;

    /// <summary>
    /// -ln of the share of texts that have a clue, in the language where it is commoner: K. Spärck Jones, "A statistical interpretation of
    /// term specificity", Journal of Documentation 28 (1972). What one issuer puts into every text weighs little thereby. How a name sounds
    /// in Chinese is nothing to two texts of which neither is Chinese: they have the name itself.
    /// </summary>
    private float Rarity(int feature, uint clue, int a, int b)
    {
        if (PairProfile.KindOf(clue) is ClueKind.Sound or ClueKind.Pinyin && a != b && a != chinese && b != chinese)
            return 0;
        var rarity = Rarity(clue, a, CountIn(feature, a));
        return a == b ? rarity : Math.Min(rarity, Rarity(clue, b, CountIn(feature, b)));
    }

    private const int KindBits = 4;

    /// <summary>What the rarity of a clue of one kind is in one language, by how many of so many texts have it.</summary>
    private sealed record Logarithms(int Documents, float[] ByCount);

    // Nine of ten clues are in a few texts: their logarithms are the same ones again and again.
    private const int MostCounts = 512;

    private float Rarity(uint clue, int language, int count)
    {
        if (count >= MostCounts)
            return RarityOf(clue, count, documents[language]);
        ref var known = ref logarithms[(language << KindBits) | (int)(clue >> 28)];
        if (known is not { } table || table.Documents != documents[language])
            known = table = new(documents[language], [.. Enumerable.Range(0, MostCounts).Select(n => RarityOf(clue, n, documents[language]))]);
        return table.ByCount[count];
    }

    private static float RarityOf(uint clue, int count, int documents) =>
        (float)-Math.Log(Math.Min((count + (Prior[clue >> 28] * PriorDocuments)) / (documents + PriorDocuments), 1));

    private static float Often(int count) => Occurrences[count & PairProfile.MostCount];

    private static readonly float[] Occurrences = [.. Enumerable.Range(0, PairProfile.MostCount + 1).Select(n => n == 0 ? 0 : 1 + MathF.Log(n))];

    /// <summary>Compares two texts clue by clue, in time linear in their clues.</summary>
    internal PairComparison Compare(int a, int b)
    {
        var (first, second) = (entries[a], entries[b]);
        var (x, y) = (first.Profile!, second.Profile!);
        var result = default(PairComparison);
        for (int i = 0, j = 0; i < x.Clues.Length || j < y.Clues.Length;)
        {
            var order = j == y.Clues.Length ? -1 : i == x.Clues.Length ? 1 : x.Clues[i].CompareTo(y.Clues[j]);
            if (order == 0)
                Both(ref result, x.Clues[i], Rarity(first.Features[i], x.Clues[i], first.Language, second.Language), x.Counts[i++], y.Counts[j++]);
            else if (order < 0)
                One(ref result, ref result.First, ref result.FirstTitle, x.Clues[i], x.Counts[i], Weight(first.Features[i], x.Clues[i++], first.Language, second.Language));
            else
                One(ref result, ref result.Second, ref result.SecondTitle, y.Clues[j], y.Counts[j], Weight(second.Features[j], y.Clues[j++], second.Language, first.Language));
        }

        return result;
    }

    private float Weight(int feature, uint clue, int own, int other) =>
        Rarity(feature, clue, own, other) * (CountIn(feature, other) > 0 ? 1 : Unmatched);

    private static void Both(ref PairComparison result, uint clue, float weight, byte first, byte second)
    {
        var kind = (int)(clue >> 28);
        result.First[kind] += weight * Often(first);
        result.Second[kind] += weight * Often(second);
        result.Shared[kind] += weight * Math.Min(Often(first), Often(second));
        result.FirstTitle += first >= PairProfile.InTitle ? weight : 0;
        result.SecondTitle += second >= PairProfile.InTitle ? weight : 0;
        result.SharedTitle += first >= PairProfile.InTitle && second >= PairProfile.InTitle ? weight : 0;
        result.FoundFigures += IsFigure(clue) && (first | second) >= PairProfile.InTitle ? weight : 0;
    }

    private static void One(ref PairComparison result, ref PerKind side, ref float title, uint clue, byte count, float weight)
    {
        side[(int)(clue >> 28)] += weight * Often(count);
        if (count < PairProfile.InTitle)
            return;
        title += weight;
        result.MissingFigures += IsFigure(clue) ? weight : 0;
    }

    private static bool IsFigure(uint clue) => PairProfile.KindOf(clue) is ClueKind.Number or ClueKind.Date;
}
