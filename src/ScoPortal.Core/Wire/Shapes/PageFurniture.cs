using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>Lines that pages and feeds put around any text: share bars, cookie notes, captions, feed codes, bylines.</summary>
internal static class PageFurniture
{
    public static void Mark(WireDraft draft)
    {
        var found = new List<int>(draft.Lines.Count);
        foreach (var (i, line) in draft.Lines.Index())
            found.Add(Rule(draft, line, i > 0 && found[i - 1] < 0 ? draft.Lines[i - 1] : null));
        bool IsParagraph(WireLine line, int i) => found[i] < 0 && line.IsText && StoryStart.IsProse(line.Text);
        var paragraphs = draft.Lines.Index().Where(l => IsParagraph(l.Item, l.Index)).Select(l => l.Index).ToList();
        var (first, last) = paragraphs.Count == 0 ? (draft.Lines.Count, -1) : (paragraphs[0], paragraphs[^1]);

        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var (line, before) = (draft.Lines[i], i > 0 ? draft.Lines[i - 1] : null);
            if (!line.IsText)
                continue;
            var isWithin = i > first && i < last;
            if (line.Text.Length < 60 && before is { Rule: "editor-credit" } && before.Text[^1] is ':' or '：')
                line.Take(LineRole.Noise, "editor-credit");
            else if (line.Text.Length <= 80 && line.Text.Trim('(', ')', '（', '）') is var agency && Data.WireNames.Resolve(agency).Count > 0)
            {
                line.Take(LineRole.Noise, "agency-line");
                AgencyLine(draft, line, agency);
            }
            else if (found[i] >= 0 && Furniture.Rules[found[i]] is var (rule, _, where, pattern)
                     && (!isWithin || where == Furniture.Where.Anywhere || (where == Furniture.Where.UnlessASentence && !StoryStart.IsSentence(line.Text))))
                Take(draft, line, before, rule, pattern);
        }
    }

    private static int Rule(WireDraft draft, WireLine line, WireLine? before)
    {
        if (!line.IsText || line.Text.Length > Furniture.Longest)
            return -1;
        for (var i = 0; i < Furniture.Rules.Length; i++)
        {
            var (rule, longest, _, pattern) = Furniture.Rules[i];
            if (line.Text.Length > longest || (draft.IsMarkdown && rule is "menu-bar" or "table-cell")
                || (rule == "cookie-note" && !line.Text.Contains("cookie", StringComparison.OrdinalIgnoreCase)) || !pattern.IsMatch(line.Text))
                continue;

            // A link alone may finish the sentence of the line before it; only after a label is it furniture.
            return rule == "bare-link" && before is { IsText: true } && (!line.AfterBlank || before.Text.EndsWith(':')) ? -1 : i;
        }

        return -1;
    }

    private static void Take(WireDraft draft, WireLine line, WireLine? before, string rule, Pattern pattern)
    {
        line.Take(LineRole.Noise, rule);
        if (rule == "editor-credit" && line.Text[(line.Text.AsSpan().IndexOfAny(':', '：') + 1)..].Trim() is var author && Data.WireNames.Resolve(author).Count > 0)
            AgencyLine(draft, line, author);
        else if (rule == "newspaper-page")
            Newspaper(draft, line, pattern.Match(line.Text).Groups["paper"]);
        else if (rule == "rights")
            draft.Set("rights", Prose.Clean(line.Text), line, rule, 0.9);
        else if (rule == "media-link" || (rule == "bare-link" && before is { Rule: "media-link" }))
            MediaLink(draft, line);
    }

    private static void AgencyLine(WireDraft draft, WireLine line, string agency) =>
        draft.Set("agencyLine", agency, line, line.Text.IndexOf(agency, StringComparison.Ordinal), agency.Length, "agency-line", 0.7);

    private static void MediaLink(WireDraft draft, WireLine line)
    {
        var at = line.Text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        at = at < 0 ? line.Text.IndexOf("www.", StringComparison.OrdinalIgnoreCase) : at;
        if (at >= 0)
            draft.Set("mediaLink", line.Text[at..], line, at, line.Text.Length - at, "media-link", 0.9);
    }

    private static void Newspaper(WireDraft draft, WireLine line, Group paper) =>
        draft.Set("newspaper", paper.Value, line, paper.Index, paper.Length, "newspaper-page", 0.9);
}
