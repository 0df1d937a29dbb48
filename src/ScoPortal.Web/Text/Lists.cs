using System.Globalization;
using DiffPlex;

namespace ScoPortal.Web.Text;

/// <summary>A stretch of one list that another list has differently.</summary>
/// <param name="Start">Where it begins in the first list.</param>
/// <param name="Count">How many items of the first list are gone; 0 where only something was put in.</param>
/// <param name="NewStart">Where its replacement begins in the second list.</param>
/// <param name="NewCount">How many items of the second list stand there instead.</param>
public readonly record struct Change(int Start, int Count, int NewStart, int NewCount)
{
    /// <summary>The first item behind it.</summary>
    public int End => Start + Count;
}

/// <summary>Finds the fewest changes that make one list of texts from another.</summary>
internal static class Lists
{
    // The time grows with the square of what differs: beyond this, all of that counts as one change.
    private const int Most = 8_000;

    public static IReadOnlyList<Change> Changes(string[] before, string[] after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var (head, tail) = (before.AsSpan().CommonPrefixLength(after), 0);
        while (tail < shorter - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;

        var (old, young) = (before[head..^tail], after[head..^tail]);
        if (old.Length + young.Length == 0)
            return [];
        if (old.Length == 0 || young.Length == 0 || old.Length + young.Length > Most)
            return [new Change(head, old.Length, head, young.Length)];

        // DiffPlex cuts up texts: it gets each item as the number of its first occurrence.
        var numbers = new Dictionary<string, string>();
        var result = new Differ().CreateCustomDiffs(Text(old), Text(young), ignoreWhiteSpace: false, text => text.Split(' '));
        return [.. result.DiffBlocks.Select(b => new Change(head + b.DeleteStartA, b.DeleteCountA, head + b.InsertStartB, b.InsertCountB))];

        string Text(string[] items) => string.Join(' ', items.Select(item =>
            numbers.TryGetValue(item, out var number) ? number : numbers[item] = numbers.Count.ToString(CultureInfo.InvariantCulture)));
    }
}
