namespace ScoPortal.Core.Wire.Shapes;

/// <summary>Three short lines or more, one under the other, before the first long one: the menu of a page.</summary>
internal static class Menus
{
    private const int Head = 60;

    private const int Fewest = 3;

    private const int FewWords = 4;

    private const int LongestHan = 6;

    public static void Mark(WireDraft draft)
    {
        if (draft.IsMarkdown)
            return;
        var (run, known) = (new List<WireLine>(), 0);
        foreach (var line in draft.Lines.Take(Head))
        {
            if (IsItem(line))
            {
                run.Add(line);
                continue;
            }

            if (line.Rule is "navigation" or "keyword")
            {
                known++;
                continue;
            }

            if (line.IsText && run.Count + known >= Fewest)
            {
                foreach (var item in run)
                    item.Take(LineRole.Noise, "menu");
            }

            if (line.IsText)
            {
                run.Clear();
                known = 0;
            }

            // Names between a headline and its story are none.
            if (line.IsText && (line.Text.Any(Prose.IsHan) ? line.Text.Length > LongestHan : line.Text.AsSpan().Count(' ') + 1 >= FewWords))
                return;
        }
    }

    private static bool IsItem(WireLine line) => line.IsText && !char.IsDigit(line.Text[0]) && line.Text[^1] is not ('.' or '!' or '?' or '。' or ':' or '：' or ',' or '，')
        && (line.Text.Any(Prose.IsHan) ? line.Text.Length <= LongestHan : line.Text.Length <= 24 && line.Text.AsSpan().Count(' ') < 3);
}
