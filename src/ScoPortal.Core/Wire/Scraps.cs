namespace ScoPortal.Core.Wire;

/// <summary>Short lines behind the story that no rule knows, and that are no part of it.</summary>
internal static class Scraps
{
    private const int Longest = 70;

    /// <summary>A list of titles of other texts may have long ones.</summary>
    private const int LongestOfMany = 120;

    private const int Many = 4;

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
        if (end < 0 || scraps.Count > most || scraps.Exists(l => l.Text.Length > (scraps.Count < Many ? Longest : LongestOfMany) || Body.Item.IsMatch(l.Text)))
            return;
        foreach (var line in scraps)
            line.Take(LineRole.Noise, "after-story");
    }

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
        if (text.Length <= LongestInitials || (text.Length < LongestOfMany && end.EndsWith("...", StringComparison.Ordinal)))
            return false;
        return text.Contains('。', StringComparison.Ordinal) || text.Contains(". ", StringComparison.Ordinal)
            || end is [.., '.' or '!' or '?' or '！' or '？' or '…'] || (text.Length > LongestLabel && end is [.., ':' or '：' or ';' or '；']);
    }
}
