namespace ScoPortal.Core.Wire;

/// <summary>Short lines behind the story that no rule knows, and that are no part of it.</summary>
internal static class Scraps
{
    private const int Longest = 70;

    /// <summary>A list of titles of other texts may have long ones.</summary>
    private const int LongestOfMany = 120;

    private const int Many = 4;

    /// <summary>So many lines without a full stop, and nothing that announces them, are the titles of other texts.</summary>
    private const int Titles = 5;

    private const int LongestLabel = 50;

    private const int LongestInitials = 8;

    /// <summary>
    /// What follows the last sentence of the story: initials of the officer on duty, keywords, cells of a table beside it, words
    /// of a counter pixel. A list, or a title that something follows, stays.
    /// </summary>
    public static void Cut(WireDraft draft, int storyStart)
    {
        const int most = 60;
        var parts = Parts([.. draft.Lines.Skip(storyStart)]);
        var end = parts.FindLastIndex(p => IsSentence(string.Join(' ', p.Select(l => l.Text))));
        var scraps = parts.Skip(end + 1).SelectMany(p => p).ToList();
        if (end < 0 || scraps.Count is 0 or > most || IsList(parts[end][^1], scraps))
            return;
        var longest = scraps.Count < Many ? Longest : LongestOfMany;
        var isOfThePage = scraps.Count >= Titles || scraps.TrueForAll(IsScrap) || StandsBehindThePage(draft, parts[end], scraps[0]);
        if (!isOfThePage || scraps.Exists(l => l.Text.Length > longest))
            return;
        foreach (var line in scraps)
            line.Take(LineRole.Noise, "after-story");
    }

    /// <summary>One to three words, or initials: no line of a story, and no decision or winner that it lists.</summary>
    private static bool IsScrap(WireLine line) =>
        line.Text.Length <= LongestInitials || (line.Text.Any(Prose.IsHan) ? line.Text.Length <= LongestInitials : line.Text.Length <= 28 && line.Text.AsSpan().Count(' ') < 3);

    /// <summary>What belongs to the page stands between the story and the rest: the rest is the page's too.</summary>
    private static bool StandsBehindThePage(WireDraft draft, List<WireLine> last, WireLine first) =>
        draft.Lines.SkipWhile(l => l != last[^1]).Skip(1).TakeWhile(l => l != first).Any(l => l.Role == LineRole.Noise);

    private static bool IsList(WireLine before, List<WireLine> lines) => Announces(before) || lines.Exists(l => Announces(l) || Body.Item.IsMatch(l.Text));

    /// <summary>"The winners are:" begins a list, whatever its items look like; "Telephone (desk):" is a label.</summary>
    private static bool Announces(WireLine line) => line.Text is [.., ':' or '：']
        && !line.Text.Contains('(', StringComparison.Ordinal) && (line.Text.Any(Prose.IsHan) || line.Text.AsSpan().Count(' ') >= 2);

    /// <summary>Paragraphs where blank lines or other things part them, else lines: a hard wrap leaves halves of sentences.</summary>
    private static List<List<WireLine>> Parts(List<WireLine> lines)
    {
        var parts = new List<List<WireLine>>();
        var hasBlanks = lines.Where(l => l.IsText).Skip(1).Any(l => l.AfterBlank);
        var isParted = true;
        foreach (var line in lines)
        {
            isParted |= line.AfterBlank || !hasBlanks;
            if (line.IsText && line.BodyEnd > line.BodyStart)
            {
                if (isParted)
                    parts.Add([]);
                parts[^1].Add(line);
            }

            isParted = !line.IsText;
        }

        return parts;
    }

    /// <summary>Holds the end of a sentence, and is longer than initials; a title that breaks off is no sentence.</summary>
    private static bool IsSentence(string text)
    {
        var end = text.TrimEnd('"', '”', '“', '»', '\'', '’', ')', '）', '」', '』', ' ');
        if (end is [.., '。' or '！' or '？'] && text.Any(Prose.IsHan))
            return true;
        if (text.Length <= LongestInitials || (text.Length < LongestOfMany && end.EndsWith("...", StringComparison.Ordinal)))
            return false;
        return text.Contains('。', StringComparison.Ordinal) || text.Contains(". ", StringComparison.Ordinal)
            || end is [.., '.' or '!' or '?' or '！' or '？' or '…'] || (text.Length > LongestLabel && end is [.., ':' or '：' or ';' or '；']);
    }
}
