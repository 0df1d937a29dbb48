using System.Globalization;
using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Pairing;

public sealed partial class PairIndex
{
    // A number of a title that the other text has nowhere is worth telling; one of the text is not.
    private const int MostAgainst = 3;

    /// <summary>The strongest reasons for and against a pair, weighed by rarity in this collection, those for it first.</summary>
    /// <param name="a">The one text; it need not be in the collection.</param>
    /// <param name="b">The other.</param>
    /// <param name="most">At most so many for it; at most three against it follow.</param>
    public IReadOnlyList<PairEvidence> Explain(PairReading a, PairReading b, int most = 8)
    {
        var (x, y) = (a.Profile, b.Profile);
        var (pro, contra) = (new List<PairEvidence>(), new List<PairEvidence>());
        for (int i = 0, j = 0; i < x.Clues.Length || j < y.Clues.Length;)
        {
            var order = j == y.Clues.Length ? -1 : i == x.Clues.Length ? 1 : x.Clues[i].CompareTo(y.Clues[j]);
            var clue = order <= 0 ? x.Clues[i] : y.Clues[j];
            var weight = Rarity(clue, x.Language, y.Language) * Telling(Kind(clue, order == 0 ? x.Counts[i] & y.Counts[j] : 0));
            var counts = (order <= 0 ? x.Counts[i] : 0) | (order >= 0 ? y.Counts[j] : 0);
            if (order == 0)
                pro.Add(new(Kind(clue, x.Counts[i] & y.Counts[j]), a.Written(i), b.Written(j), weight));
            else if (IsFigure(clue) && counts >= PairProfile.InTitle)
                contra.Add(new(Kind(clue, counts), order < 0 ? a.Written(i) : "", order > 0 ? b.Written(j) : "", -weight));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        if (x.Date is { } one && y.Date is { } other)
            (Math.Abs(one.DayNumber - other.DayNumber) <= 7 ? pro : contra).Add(Published(one, other));

        // A name that is found as a word, by its sound and in the lexicon is one piece of evidence.
        return
        [
            .. pro.Where(e => e.Weight > 0).OrderByDescending(e => e.Weight).DistinctBy(e => e.A).DistinctBy(e => e.B).Take(most),
            .. contra.OrderBy(e => e.Weight).Take(MostAgainst),
        ];
    }

    // A person is convinced by what cannot be by chance; words that any text may have convince least.
    private static float Telling(PairEvidenceKind kind) => kind switch
    {
        PairEvidenceKind.Link or PairEvidenceKind.Identifier => 3,
        PairEvidenceKind.Number or PairEvidenceKind.Date or PairEvidenceKind.Name or PairEvidenceKind.Term => 2,
        PairEvidenceKind.Place => 1.5f,
        _ => 1,
    };

    private static PairEvidence Published(DateOnly a, DateOnly b)
    {
        var days = Math.Abs(a.DayNumber - b.DayNumber);
        return new(PairEvidenceKind.Published, a.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), b.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days <= 7 ? 1 : -Math.Min(days / 7, 10));
    }

    private static PairEvidenceKind Kind(uint clue, int counts) => PairProfile.KindOf(clue) switch
    {
        ClueKind.Number => PairEvidenceKind.Number,
        ClueKind.Date => PairEvidenceKind.Date,
        ClueKind.Link => PairEvidenceKind.Link,
        ClueKind.Place => PairEvidenceKind.Place,
        ClueKind.Concept => PairEvidenceKind.Concept,
        ClueKind.Term => PairEvidenceKind.Term,
        ClueKind.Identifier => PairEvidenceKind.Identifier,
        ClueKind.Word when (counts & PairProfile.AsName) == 0 => PairEvidenceKind.Word,
        _ => PairEvidenceKind.Name,
    };

    // A clue or a language that the collection does not have is as rare as can be.
    private float Rarity(uint clue, string a, string b) =>
        features.TryGetValue(clue, out var feature) && languages.IndexOf(a) is >= 0 and var first && languages.IndexOf(b) is >= 0 and var second
            ? Rarity(feature, clue, first, second)
            : (float)-Math.Log(Prior[clue >> 28]);
}
