namespace ScoPortal.Core.Translation.Pairing;

/// <summary>Two texts that seem to be translations of each other.</summary>
/// <param name="A">Number of the one.</param>
/// <param name="B">Number of the other.</param>
/// <param name="Score">How probable it is, 0 to 1.</param>
public readonly record struct PairSuggestion(int A, int B, double Score);

public sealed partial class PairIndex
{
    // What is so alike in one language is passed on by two, or a second version: copies do not compete for a translation.
    internal const double Copy = 0.8;

    // So many of each language are looked at more closely when the partners of one text are asked for.
    private const int Closer = 3;

    /// <summary>
    /// The likely partners of a text in every other language, best first. Whether each of them has a better partner itself is looked at
    /// as well; whether they are linked already is for the caller to know.
    /// </summary>
    /// <param name="id">A text of the collection.</param>
    /// <param name="threshold">Least score, 0 to 1.</param>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public IReadOnlyList<PairSuggestion> Find(int id, double threshold = 0.5)
    {
        var slot = slots[id];
        var near = Neighbours(slot);
        var found = new List<PairSuggestion>();
        foreach (var neighbour in near.SelectMany(n => n.Take(Closer)))
        {
            // The partner's own rivals can only lower the score: who is out without them needs no look at them.
            var own = Rival(near[entries[neighbour.Slot].Language], neighbour.Slot, neighbour.Similarity);
            if (Score(slot, neighbour, own) < threshold)
                continue;
            var others = Neighbours(neighbour.Slot, entries[slot].Language)[entries[slot].Language];
            if (Score(slot, neighbour, Math.Max(own, Rival(others, slot, neighbour.Similarity))) is var score && score >= threshold)
                found.Add(new(id, entries[neighbour.Slot].Id, score));
        }

        return [.. found.OrderByDescending(f => f.Score).ThenBy(f => f.B)];
    }

    /// <summary>
    /// The pairs of the whole collection, best first. In each pair of languages a text is in one pair at most: pairs are taken in the order of
    /// their scores, and each has to be the best for one of its two texts. Works on all processors.
    /// </summary>
    /// <param name="threshold">Least score, 0 to 1.</param>
    public IReadOnlyList<PairSuggestion> Match(double threshold = 0.5)
    {
        var near = new Neighbour[entries.Count][][];
        Parallel.ForEach(slots.Values, slot => near[slot] = Neighbours(slot));
        var best = slots.Values.SelectMany(slot => near[slot].Where(n => n.Length > 0).Select(n => (A: slot, B: n[0])))
            .DistinctBy(p => (Math.Min(p.A, p.B.Slot), Math.Max(p.A, p.B.Slot)));
        var scored = best.AsParallel().Select(p => (p.A, B: p.B.Slot, Score: Score(p.A, p.B, Rival(near, p.A, p.B)))).Where(p => p.Score >= threshold);

        var taken = new HashSet<(int Slot, int Language)>();
        var pairs = new List<PairSuggestion>();
        foreach (var (a, b, score) in scored.OrderByDescending(p => p.Score).ThenBy(p => Math.Min(entries[p.A].Id, entries[p.B].Id)).ThenBy(p => Math.Max(entries[p.A].Id, entries[p.B].Id)))
        {
            var (ofA, ofB) = ((a, entries[b].Language), (b, entries[a].Language));
            if (taken.Contains(ofA) || taken.Contains(ofB))
                continue;
            taken.Add(ofA);
            taken.Add(ofB);
            pairs.Add(new(Math.Min(entries[a].Id, entries[b].Id), Math.Max(entries[a].Id, entries[b].Id), score));
        }

        return pairs;
    }

    private double Score(int a, Neighbour b, double rival) => PairModel.Probability(
        Compare(a, b.Slot), entries[a].Profile!.Date, entries[b.Slot].Profile!.Date, rival,
        documents[entries[a].Language] + documents[entries[b.Slot].Language]);

    private double Rival(Neighbour[][][] near, int a, Neighbour b) =>
        Math.Max(Rival(near[a][entries[b.Slot].Language], b.Slot, b.Similarity), Rival(near[b.Slot][entries[a].Language], a, b.Similarity));

    // The similarity of the best of them that is neither the partner nor a copy of it.
    private double Rival(Neighbour[] near, int partner, double similarity)
    {
        foreach (var other in near)
            if (other.Slot != partner && (other.Similarity < similarity / 2 || PairModel.Similarity(Compare(other.Slot, partner)) < Copy))
                return other.Similarity;
        return 0;
    }

    internal int SlotOf(int id) => slots[id];

    internal int IdOf(int slot) => entries[slot].Id;
}
