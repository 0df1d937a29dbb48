using System.Buffers;
using System.Runtime.CompilerServices;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>
/// Finds out which releases have all clauses of a query, and how well they fit: columns of numbers by slot that the clauses go over one
/// after the other, so that nothing is sorted and nothing looked up. Its memory is lent.
/// </summary>
internal sealed class Tally(Facts facts) : IDisposable
{
    private readonly int[] ids = facts.Id;
    private readonly int[] weights = Zeros<int>(facts.Id.Length);
    private readonly byte[] clauses = Zeros<byte>(facts.Id.Length);
    private readonly float[] scores = ArrayPool<float>.Shared.Rent(facts.Id.Length);
    private readonly int[] added = ArrayPool<int>.Shared.Rent(facts.Id.Length);
    private readonly int[] left = ArrayPool<int>.Shared.Rent(facts.Id.Length);
    private int addedCount;
    private int leftCount;

    /// <summary>The slots of the releases that have every clause so far, in no order.</summary>
    public ReadOnlySpan<int> Left => left.AsSpan(0, leftCount);

    /// <summary>How well one of them fits.</summary>
    public float Score(int slot) => scores[slot];

    /// <summary>Goes on to the next clause.</summary>
    public void Next() => leftCount = 0;

    /// <summary>What is looked for occurs in a release.</summary>
    /// <param name="slot">Its slot; one that is unknown or empty does not count.</param>
    /// <param name="weight">What the occurrences count, above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int slot, int weight)
    {
        if ((uint)slot >= (uint)ids.Length || ids[slot] == 0)
            return;
        ref var known = ref weights[slot];
        if (known == 0)
            added[addedCount++] = slot;
        known += weight;
    }

    /// <summary>Counts what was added for a clause; several times when it may occur in several ways.</summary>
    /// <param name="clause">Its number, from 0.</param>
    /// <param name="language">The language that was asked.</param>
    /// <param name="isScored">Somebody will ask for the score.</param>
    public void Count(int clause, string language, bool isScored)
    {
        var (releases, words) = facts.Of(language);
        var rarity = Bm25.Rarity(releases, Math.Min(addedCount, releases));
        var (lengths, average) = (facts.Length, 1 / words);
        foreach (var slot in added.AsSpan(0, addedCount))
        {
            var score = isScored ? rarity * Bm25.Share(weights[slot], lengths[slot] * average) : 0;
            weights[slot] = 0;
            if (clauses[slot] == clause)
            {
                clauses[slot]++;
                left[leftCount++] = slot;
                scores[slot] = clause == 0 ? score : scores[slot] + score;
            }
            else if (clauses[slot] == clause + 1)
            {
                scores[slot] += score;
            }
        }

        addedCount = 0;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(weights);
        ArrayPool<byte>.Shared.Return(clauses);
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<int>.Shared.Return(added);
        ArrayPool<int>.Shared.Return(left);
    }

    private static T[] Zeros<T>(int length)
    {
        var lent = ArrayPool<T>.Shared.Rent(length);
        lent.AsSpan(0, length).Clear();
        return lent;
    }
}
