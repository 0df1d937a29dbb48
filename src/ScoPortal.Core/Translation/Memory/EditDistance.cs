using System.Buffers;

namespace ScoPortal.Core.Translation.Memory;

/// <summary>
/// The weighted edit distance of two sentences, unit by unit: Robert A. Wagner and Michael J. Fischer, "The String-to-String
/// Correction Problem", Journal of the ACM 21(1), 1974; cells that cannot stay below a limit are left out after Esko Ukkonen,
/// "Algorithms for Approximate String Matching", Information and Control 64, 1985. Costs are tenths of a word.
/// </summary>
internal static class EditDistance
{
    /// <summary>A word, number or address that is missing or another.</summary>
    public const int Word = 10;

    /// <summary>A sign of punctuation that is missing.</summary>
    public const int Mark = 3;

    private const int OtherCase = 1;
    private const int OtherMark = 1;
    private const int OtherNumber = 3;
    private const int OtherEnding = 5;

    /// <summary>What leaving it out costs.</summary>
    public static int Weight(Unit unit) => unit.Kind == WordKind.Mark ? Mark : Word;

    public static int Weight(ReadOnlySpan<Unit> units)
    {
        var sum = 0;
        foreach (var unit in units)
            sum += Weight(unit);
        return sum;
    }

    /// <summary>What putting one for the other costs; 0 only where they are written alike.</summary>
    public static int Cost(Unit a, Unit b)
    {
        if (a.Written == b.Written)
            return 0;
        if (a.Kind != b.Kind)
            return Word;
        return a.Kind switch
        {
            WordKind.Word => a.Folded == b.Folded ? OtherCase : a.Stem == b.Stem ? OtherEnding : Word,
            WordKind.Mark => OtherMark,
            _ => OtherNumber,
        };
    }

    /// <summary>The distance, or something above <paramref name="limit"/> when it is above it.</summary>
    public static int Between(ReadOnlySpan<Unit> a, ReadOnlySpan<Unit> b, int limit = int.MaxValue / 2)
    {
        var rented = ArrayPool<int>.Shared.Rent(2 * (b.Length + 1));
        var row = rented.AsSpan(0, b.Length + 1);
        var weights = rented.AsSpan(b.Length + 1, b.Length + 1);
        weights[0] = row[0] = 0;
        for (var j = 0; j < b.Length; j++)
            weights[j + 1] = row[j + 1] = row[j] + Weight(b[j]);

        var done = 0;
        foreach (var unit in a)
        {
            var (weight, diagonal, least) = (Weight(unit), row[0], int.MaxValue);
            done += weight;
            row[0] = least = done;
            for (var j = 0; j < b.Length; j++)
            {
                var above = row[j + 1];
                var value = Math.Abs(done - weights[j + 1]) > limit
                    ? limit + 1
                    : Math.Min(diagonal + Cost(unit, b[j]), Math.Min(above + weight, row[j] + weights[j + 1] - weights[j]));
                diagonal = above;
                row[j + 1] = value;
                least = Math.Min(least, value);
            }

            if (least > limit)
                break;
        }

        var (distance, whole) = (row[b.Length], done == Weight(a));
        ArrayPool<int>.Shared.Return(rented);
        return whole ? distance : limit + 1;
    }
}
