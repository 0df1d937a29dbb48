namespace ScoPortal.Core.Wire;

/// <summary>A stretch of the original: what was recognised in it.</summary>
/// <param name="Text">The characters as they stand.</param>
/// <param name="Field">Name of the field, as in <see cref="WireField.Name"/>; "noise" for what was left out; null for the rest.</param>
/// <param name="Confidence">How sure the rule is, 0 to 1; 0 for the rest.</param>
/// <param name="Rule">Name of the rule that found it, null for the rest.</param>
public sealed record WireMark(string Text, string? Field, double Confidence, string? Rule);

/// <summary>Cuts the original at the ends of what was recognised, so that it can be shown marked.</summary>
public static class WireMarks
{
    /// <summary>What was left out of the story and of the fields.</summary>
    public const string Noise = "noise";

    /// <summary>
    /// The whole text in order, in stretches that are not empty. Where recognised parts lie within each other, the shorter one
    /// marks: the place within the dateline; of two with one place, the one found first.
    /// </summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="read">What was read from it.</param>
    public static IReadOnlyList<WireMark> Of(string text, WireRelease read)
    {
        var spans = read.Fields.Select(f => (f.Name, f.Start, f.Length, f.Confidence, f.Rule))
            .Concat(read.Noise.Select(n => (Name: Noise, n.Start, n.Length, Confidence: 1.0, n.Rule)))
            .Where(s => s.Start >= 0 && s.Start + s.Length <= text.Length)
            .Select(s => (s.Name, Start: s.Start + Blank(text.AsSpan(s.Start, s.Length)), Length: text.AsSpan(s.Start, s.Length).Trim().Length, s.Confidence, s.Rule))
            .Where(s => s.Length > 0)
            .OrderBy(s => s.Start).ToList();
        var ends = spans.SelectMany(s => (int[])[s.Start, s.Start + s.Length]).Append(text.Length).Distinct().Order();

        var (marks, open, next, at) = (new List<WireMark>(), new PriorityQueue<int, (int Length, int Order)>(), 0, 0);
        foreach (var end in ends)
        {
            while (open.TryPeek(out var shortest, out _) && spans[shortest].Start + spans[shortest].Length <= at)
                open.Dequeue();
            var inner = open.TryPeek(out var index, out _) ? index : -1;
            if (end > at)
                marks.Add(inner < 0 ? new(text[at..end], null, 0, null) : new(text[at..end], spans[inner].Name, spans[inner].Confidence, spans[inner].Rule));
            for (; next < spans.Count && spans[next].Start == end; next++)
                open.Enqueue(next, (spans[next].Length, next));
            at = end;
        }

        return marks;
    }

    private static int Blank(ReadOnlySpan<char> part) => part.Length - part.TrimStart().Length;
}
