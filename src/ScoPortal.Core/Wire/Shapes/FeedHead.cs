using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// What stands before the headline: keyword bullets, section words, the page title with the site's name, the issuer's
/// name alone; and the repeated headline.
/// </summary>
internal static class FeedHead
{
    private static readonly Regex Keyword = Patterns.New(@"^(?:[*•·-]\s+\S+(?:\s\S+){0,2}|\p{L}+\s?:)$");

    private static readonly Regex Section = Patterns.Exact(@"^\p{Lu}[\p{L}]+$");

    private static readonly Regex SiteName = Patterns.New(
        @"\s*[-–—_|]\s*(?<site>新华网|新華網|中新网|中国新闻网|人民网|央视网|光明网|环球网|澎湃新闻|新浪\S{0,4}|搜狐\S{0,4}|网易\S{0,4}|凤凰网|腾讯\S{0,4}|中国网|中国日报网|[\p{IsCJKUnifiedIdeographs}]{2,6}(?:网|網|新闻)|Xinhua(?:\s?\|.*)?|\p{L}+\.(?:com|org|net|cn|ru|de)(?:\.cn)?|РИА Новости|ТАСС|presseportal|finanzen\.net)\s*$");

    public static void Mark(WireDraft draft, int end)
    {
        var head = draft.Lines.Take(Math.Min(end, 40)).Where(l => l.IsText).ToList();
        if (draft["issuer"] is { } issuer)
        {
            foreach (var line in head.Where(l => l.Text == issuer))
                line.Take(LineRole.Noise, "issuer-line");
        }

        SiteTitle(head, draft);
        var text = head.Where(l => l.IsText).ToList();
        foreach (var line in text.Take(Math.Max(0, text.Count - 1)))
        {
            var isKeyword = Keyword.IsMatch(line.Text) || (Section.IsMatch(line.Text) && line.Text.Length < 20);
            if (!isKeyword)
                break;
            line.Take(LineRole.Noise, "keyword");
        }
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

        if (title.Text.Length < 250 && SiteName.Match(title.Text) is { Success: true, Index: > 3 } site)
            draft.CutEnd(title, site.Index, "site-name");
    }
}
