using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire;

/// <summary>Cuts a text into trimmed non-blank lines, and glued credits off the lines they stick to.</summary>
internal static class WireLines
{
    private static readonly string[] Glued = ["Original-Content von:", "Originalmeldung:", "Pressekontakt:", "Powered by MetInfo", "View original content", "View source version"];

    private static readonly Pattern GluedSource = Pattern.Exact(@"[\p{Ll}\d/.)""”]SOURCE:?\s+\p{Lu}|[.!?/)""”]\s+SOURCE:?\s+\p{Lu}[^.!?]{1,80}$");

    public static List<WireLine> Split(string text)
    {
        var lines = new List<WireLine>();
        var flattened = Shapes.KremlinPage.Cuts(text);
        var nextCut = 0;
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2028');
            end = end < 0 ? text.Length : at + end;
            while (nextCut < flattened.At.Count && flattened.At[nextCut] <= at)
                nextCut++;
            var isCut = nextCut < flattened.At.Count && flattened.At[nextCut] < end;
            if (isCut)
                end = flattened.At[nextCut];

            var start = at;
            while (start < end && IsSpace(text[start]))
                start++;
            var stop = end;
            while (stop > start && IsSpace(text[stop - 1]))
                stop--;
            if (stop > start)
                Add(lines, text[start..stop], start, start - at, blank, flattened.Inside.Contains(at));
            blank = stop == start || isCut;
            at = end < text.Length && text[end] is '\r' && end + 1 < text.Length && text[end + 1] is '\n' ? end + 2
                : end < text.Length && text[end] is '\n' or '\r' or '\u2028' ? end + 1
                : end;
        }

        return lines;
    }

    private static void Add(List<WireLine> lines, string line, int start, int indent, bool afterBlank, bool continues)
    {
        var cut = lines.Count == 0 && Shapes.CaptureLine.Length(line) is > 0 and var length && length < line.Length ? length : GluedAt(line);
        for (; cut > 0; cut = GluedAt(line))
        {
            lines.Add(new(start, line[..cut].TrimEnd(), afterBlank, continues, indent));
            var rest = line[cut..].TrimStart();
            (start, line, afterBlank, continues) = (start + line.Length - rest.Length, rest, true, false);
        }

        lines.Add(new(start, line, afterBlank, continues, indent));
    }

    private static int GluedAt(string line)
    {
        var first = 0;
        foreach (var marker in Glued)
        {
            var at = line.IndexOf(marker, 1, StringComparison.Ordinal);
            if (at > 0 && (first == 0 || at < first))
                first = at;
        }

        if (first > 0)
            return first;
        var source = line.Contains("SOURCE", StringComparison.Ordinal) ? GluedSource.Match(line) : Match.Empty;
        return source.Success ? line.IndexOf("SOURCE", source.Index, StringComparison.Ordinal) : 0;
    }

    /// <summary>White space, and characters that show as none.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u2060' or '\0';
}
