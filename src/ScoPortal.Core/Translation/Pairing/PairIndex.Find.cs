using System.Buffers;

namespace ScoPortal.Core.Translation.Pairing;

public sealed partial class PairIndex
{
    // So many entries of lists are read for a text, rarest lists first: what is in every tenth text tells little.
    private const int Budget = 300_000;

    // So many of each other language are compared exactly.
    private const int Candidates = 12;

    /// <summary>A text of another language and how alike it is.</summary>
    internal readonly record struct Neighbour(int Slot, double Similarity);

    /// <summary>The most similar texts of each other language, or of <paramref name="only"/> one, best first within a language.</summary>
    internal Neighbour[][] Neighbours(int slot, int? only = null)
    {
        var near = new Neighbour[languages.Count][];
        var rough = Rough(slot, only);
        for (var language = 0; language < near.Length; language++)
            near[language] = rough[language] is not { } best ? []
                : [.. best.Select(b => new Neighbour(b.Slot, PairModel.Similarity(Compare(slot, b.Slot)))).OrderByDescending(n => n.Similarity).ThenBy(n => entries[n.Slot].Id)];
        return near;
    }

    // What a text shares, roughly: without how often, and without the commonest clues.
    private List<(int Slot, float Score)>?[] Rough(int slot, int? only)
    {
        var (entry, clues) = (entries[slot], entries[slot].Profile!.Clues);
        var order = Enumerable.Range(0, clues.Length).Where(i => postings[entry.Features[i]].Count > 1).ToArray();
        Array.Sort(Array.ConvertAll(order, i => postings[entry.Features[i]].Count), order);

        var scores = ArrayPool<float>.Shared.Rent(entries.Count);
        Array.Clear(scores, 0, entries.Count);
        var budget = Budget;
        foreach (var i in order)
        {
            var list = postings[entry.Features[i]];
            if ((budget -= list.Count) < 0)
                break;
            var weight = Rarity(entry.Features[i], clues[i], entry.Language, entry.Language) * PairModel.Weight(clues[i]);
            foreach (var other in list.Slots)
                scores[other] += weight;
        }

        var best = new List<(int Slot, float Score)>?[languages.Count];
        for (var other = 0; other < entries.Count; other++)
            if (scores[other] > 0 && (only is { } language ? entries[other].Language == language : entries[other].Language != entry.Language))
                Keep(best[entries[other].Language] ??= new(Candidates + 1), (other, scores[other] / MathF.Sqrt(20 + entries[other].Features.Length)));
        ArrayPool<float>.Shared.Return(scores);
        return best;
    }

    private static void Keep(List<(int Slot, float Score)> best, (int Slot, float Score) one)
    {
        if (best.Count == Candidates && best[^1].Score >= one.Score)
            return;
        var at = best.Count;
        while (at > 0 && best[at - 1].Score < one.Score)
            at--;
        best.Insert(at, one);
        if (best.Count > Candidates)
            best.RemoveAt(Candidates);
    }
}
