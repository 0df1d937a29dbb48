namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// What some wires put between a dateline on its own line and the story: subheadlines as "-- " items (PR Newswire), a
/// "Key Highlights" list, or the title of the first of several reports (police ots).
/// </summary>
internal static class BehindDateline
{
    private const int LongestTitle = 120;

    private const int LongestItem = 600;

    public static void Mark(WireDraft draft)
    {
        if (draft.DatelineIndex < 0 || draft.Lines[draft.DatelineIndex].IsText)
            return;
        var next = draft.Lines.Skip(draft.DatelineIndex + 1).Where(l => l.IsText).Take(30).ToList();
        if (next.Count < 2)
            return;
        if (Headlines.Bullet.IsMatch(next[0].Text))
            Items(draft, next, 0);
        else if (IsTitle(next[0]) && !next[1].AfterBlank && Headlines.Bullet.IsMatch(next[1].Text))
            Items(draft, next, 1);
        else if (IsTitle(next[0]) && draft["headline"] is null && next[1].Text.Length > LongestTitle)
            Take(draft, [next[0]], "report-title", 0.5);
    }

    private static bool IsTitle(WireLine line) =>
        line.Text.Length < LongestTitle && line.Text[^1] is not ('.' or '!' or '?' or '"' or '“' or '”' or ',' or '-');

    private static void Items(WireDraft draft, List<WireLine> lines, int from)
    {
        var end = from + 1;
        while (end < lines.Count && !lines[end].AfterBlank)
            end++;
        var secondItem = lines.FindIndex(from + 1, l => Headlines.Bullet.IsMatch(l.Text));
        var first = lines.GetRange(from, (secondItem > from && secondItem < end ? secondItem : end) - from);
        if (end == lines.Count || first.Sum(l => l.Text.Length) > LongestItem)
            return;
        Take(draft, first, "subheadline-item", 0.8);
        foreach (var line in lines.Take(end).Where(l => l.IsText))
        {
            line.Take(LineRole.Subheadline, "summary-item");
            draft.Set("subheadline", Prose.Clean(line.Text), line, "summary-item", 0.4);
        }
    }

    private static void Take(WireDraft draft, List<WireLine> block, string rule, double confidence)
    {
        var text = Prose.Clean(string.Join(' ', block.Select(l => l.Text)));
        if (Headlines.Bullet.Match(text) is { Success: true } item)
            text = item.Groups["text"].Value;
        foreach (var line in block)
            line.Take(LineRole.Subheadline, rule);
        draft.Set("subheadline", text, block[0], 0, block[^1].Start + block[^1].Text.Length - block[0].Start, rule, confidence);
    }
}
