using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>A stretch of Markdown that is one block of running text: a paragraph, a heading, an item, a cell.</summary>
internal readonly record struct Run(int Start, int Length, SegmentKind Kind);

/// <summary>
/// Finds the running text in Markdown (CommonMark 0.31 blocks, and the pipe tables of GitHub), without marks of blocks around it.
/// Code, rules, link definitions and the lines below setext headings and table heads have none.
/// </summary>
internal static class MarkdownRuns
{
    private static readonly Pattern Fence = Pattern.Exact(@"^ {0,3}(```|~~~)");
    private static readonly Pattern Rule = Pattern.Exact(@"^[ \t]*([-*_=][ \t]*){2,}$|^[ \t]*[-=]+[ \t]*$");
    private static readonly Pattern Definition = Pattern.Exact("""^ {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+([ \t]+("[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$""");
    private static readonly Pattern TableRule = Pattern.Exact(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$");

    private static readonly Pattern HardBreak = Pattern.Exact(@"(  +|\\)$");

    private const string SentenceEnds = ".!?。！？…";
    private const string Closing = "\"”’»“)）]」』";

    /// <summary>In the order of the text; none is empty.</summary>
    public static List<Run> Of(string markdown)
    {
        var runs = new List<Run>();
        var lines = Lines(markdown);
        var (open, fenced, above) = (default(Run?), false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, line) = (lines[i].Start, lines[i].Text);
            var isFence = Fence.IsMatch(line);
            if (isFence)
                fenced = !fenced;
            above &= !string.IsNullOrWhiteSpace(line);
            if (isFence || fenced || string.IsNullOrWhiteSpace(line) || Rule.IsMatch(line) || Definition.IsMatch(line))
            {
                Close(ref open);
                continue;
            }

            if (IsTable(lines, i, ref above))
            {
                Close(ref open);
                if (!TableRule.IsMatch(line))
                    runs.AddRange(Cells(start, line));
                continue;
            }

            var (kind, indent, isNew) = BlockMarks.Of(line, open?.Kind);
            // The marks of quoted lines stand between sentences, where a line ends with one.
            if (isNew || (kind == SegmentKind.Quote && open is { } quote && EndsSentence(markdown, quote)))
                Close(ref open);
            var (from, to) = Trimmed(markdown, start + indent, start + line.Length);
            if (kind == SegmentKind.Heading)
                to = WithoutClosing(markdown, from, to);
            if (from == to)
                Close(ref open);
            else
                open = open is { } run ? run with { Length = to - run.Start } : new Run(from, to - from, kind);
            if (from < to && (kind == SegmentKind.Heading || HardBreak.IsMatch(line)))
                Close(ref open);
        }

        Close(ref open);
        return runs;

        void Close(ref Run? run)
        {
            if (run is { Length: > 0 } done)
                runs.Add(done);
            run = null;
        }
    }

    private static bool EndsSentence(string text, Run run)
    {
        var end = run.Start + run.Length - 1;
        while (end > run.Start && Closing.Contains(text[end], StringComparison.Ordinal))
            end--;
        return SentenceEnds.Contains(text[end], StringComparison.Ordinal);
    }

    // A row with a table's rule below it, or below such a row.
    private static bool IsTable(List<(int Start, string Text)> lines, int i, ref bool above)
    {
        var hasPipe = lines[i].Text.Contains('|', StringComparison.Ordinal);
        above = hasPipe && (above || TableRule.IsMatch(lines[i].Text)
            || (i + 1 < lines.Count && lines[i + 1].Text.Contains('|', StringComparison.Ordinal) && TableRule.IsMatch(lines[i + 1].Text)));
        return above;
    }

    private static IEnumerable<Run> Cells(int start, string line)
    {
        for (var (i, from) = (0, 0); i <= line.Length; i++)
        {
            if (i < line.Length && (line[i] != '|' || (i > 0 && line[i - 1] == '\\')))
                continue;
            var (a, b) = Trimmed(line, from, i);
            if (a < b)
                yield return new Run(start + a, b - a, SegmentKind.Cell);
            from = i + 1;
        }
    }

    private static int WithoutClosing(string text, int from, int to)
    {
        var end = to;
        while (end > from && text[end - 1] == '#')
            end--;
        return end == to || (end > from && text[end - 1] is not (' ' or '\t')) ? to : Trimmed(text, from, end).To;
    }

    /// <summary>Where the text between two places begins and ends without the white space around it.</summary>
    internal static (int From, int To) Trimmed(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        return (from, to);
    }

    private static List<(int Start, string Text)> Lines(string text)
    {
        var lines = new List<(int, string)>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            lines.Add((start, text[start..(end > start && text[end - 1] == '\r' ? end - 1 : end)]));
            start = end + 1;
        }

        return lines;
    }
}
