namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// What stands before the headline: keyword bullets, section words, the page title with the site's name, the issuer's
/// name alone; and the repeated headline.
/// </summary>
internal static class FeedHead
{
    private static readonly Pattern Keyword = Pattern.New(@"^(?:[*•·-]\s+\S+(?:\s\S+){0,2}|\p{L}+\s?:)$");

    private static readonly Pattern PoliceCode = Pattern.Exact(@"^(?:POL|BPOL|FW|FFW|HZA|ZOLL|THW|DLRG|BPOLP|BPOLD|BPOLI|LKA|KPB|LPI|PI|PP)[A-Z]{0,3}[- ][\p{L}\d .-]{1,30}:");

    private static readonly Pattern Section = Pattern.Exact(@"^\p{Lu}[\p{L}]+$");

    private static readonly Pattern SiteName = Pattern.New(
        @"(?:\s*[-–—_|]\s*[\p{IsCJKUnifiedIdeographs}]{2,6})?\s*[-–—_|]\s*(?<site>新华网|新華網|中新网|中国新闻网|人民网|央视网|光明网|环球网|澎湃新闻|新浪\S{0,4}|搜狐\S{0,4}|网易\S{0,4}|凤凰网|腾讯\S{0,4}|中国网|中国日报网|[\p{IsCJKUnifiedIdeographs}]{2,6}(?:网|網|新闻|在线|頻道|频道|头条|要闻|日报|晚报|热线)|Xinhua(?:\s?\|.*)?|\p{L}+\.(?:com|org|net|cn|ru|de)(?:\.cn)?|РИА Новости|ТАСС|presseportal|finanzen\.net)\s*$");

    public static void Mark(WireDraft draft, int end)
    {
        var head = draft.Lines.Take(Math.Min(end, 40)).Where(l => l.IsText).ToList();
        if (draft["issuer"] is { } issuer)
        {
            foreach (var line in head.Where(l => l.Text == issuer))
                line.Take(LineRole.Noise, "issuer-line");
        }

        PoliceOffice(head, draft);
        SiteTitle(head, draft);
        var text = head.Where(l => l.IsText).ToList();
        for (var i = 0; i + 1 < text.Count; i++)
        {
            var line = text[i];
            var isKeyword = Keyword.IsMatch(line.Text) || (Section.IsMatch(line.Text) && line.Text.Length < 20) || IsKicker(line.Text, text[i + 1].Text);
            if (!isKeyword)
                break;
            line.Take(LineRole.Noise, "keyword");
        }
    }

    /// <summary>presseportal prints the office above the headline, which names its code: "POL-HH: …".</summary>
    private static void PoliceOffice(List<WireLine> head, WireDraft draft)
    {
        if (head.Count < 2 || head[0].Text.Length > 100 || !PoliceCode.IsMatch(head[1].Text) || PoliceCode.IsMatch(head[0].Text))
            return;
        head[0].Take(LineRole.Noise, "issuer-line");
        draft.Set("issuer", head[0].Text, head[0], "issuer-line", 0.7);
        head.RemoveAt(0);
    }

    /// <summary>One to three words over a line of many: the name of a column, not a headline with a standfirst.</summary>
    public static bool IsKicker(string line, string next)
    {
        const int longest = 28;
        const int fewWords = 3;
        const int manyWords = 6;
        if (line.Length > longest || line[^1] is '.' or '!' or '?' or ':' or '。' or '！' or '？' || line.Any(char.IsDigit) || !char.IsLetter(line[0]))
            return false;
        return line.Any(Prose.IsHan)
            ? line.Length <= 5 && next.Length >= line.Length * 3
            : line.AsSpan().Count(' ') < fewWords && next.AsSpan().Count(' ') + 1 >= manyWords && next.Length >= line.Length * 3;
    }

    /// <summary>"Headline | Site" before "Headline": the longer one is the page title. "Headline-中新网": the site is cut off.</summary>
    private static void SiteTitle(List<WireLine> head, WireDraft draft)
    {
        if (head.Find(l => l.IsText) is not { } title)
            return;
        foreach (var other in draft.Lines.Take(12).Where(l => l != title && l.IsText))
        {
            if (other.Text.Length > 8 && title.Text.Length > other.Text.Length
                && title.Text.StartsWith(other.Text, StringComparison.Ordinal)
                && title.Text.AsSpan(other.Text.Length).TrimStart() is ['|' or '-' or '–' or '—' or '_' or ':', ..])
            {
                if (other.Text.Length < title.Text.Length && title.Text.Contains('|', StringComparison.Ordinal))
                {
                    title.Take(LineRole.Noise, "page-title");
                    return;
                }
            }
        }

        // A title of two sentences may come on two lines: the site's name closes it.
        foreach (var line in head.Where(l => l.IsText).Take(3))
        {
            if (line.Text.Length >= 250 || SiteName.Match(line.Text) is not { Success: true, Index: > 3 } site)
                continue;
            draft.CutEnd(line, site.Index, "site-name");
            draft.TitleEnd = line;
            return;
        }
    }
}
