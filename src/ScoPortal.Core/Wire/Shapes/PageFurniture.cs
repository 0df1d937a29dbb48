using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>Lines that pages and feeds put around any text: share bars, cookie notes, captions, feed codes, bylines.</summary>
internal static class PageFurniture
{
    private const int Longest = 900;

    /// <summary>Rule name, longest line it applies to, pattern of the whole line.</summary>
    private static readonly (string Rule, int Longest, Regex Pattern)[] Anywhere =
    [
        ("powered-by", 120, Patterns.New(@"^Powered by .*$|^技术支持\s*[:：].*$|^技術支持\s*[:：].*$")),
        ("rights", 260, Patterns.New(@"^OTS-ORIGINALTEXT .*$|^(?:Copyright|©|\(c\)\s|版权所有|版權所有|Alle Rechte vorbehalten|Все права защищены).*$|^.{0,160}(?:All rights reserved|Tous droits réservés|Alle Rechte vorbehalten|Все права защищены)\.?$")),
        ("share-bar", 80, Patterns.New(@"^(?:share|share:|share (?:this|on|to|via)\b.*|teilen|drucken|print|e-?mail|tweet|pin it|follow us.*|поделиться.*|分享.*|分享到.*|打印|字号.*|【?字体.*|compartir|partager|imprimer|back to top|nach oben|返回顶部|tweet share)\s*[:：]?$")),
        ("breadcrumb", 200, Patterns.New(@"^(?:(?:you are here|current position|当前位置|您的位置|您现在的位置)\s*[:：].*|(?:home|startseite|главная|首页|首頁|accueil|inicio)\s*[>»/|·›].*)$")),
        ("label", 60, Patterns.New(@"^(?:news provided by|(?:press|news|media) release|for immediate release|zur sofortigen veröffentlichung|presse(?:mitteilung|information|meldung)|пресс-релиз|新闻稿|新聞稿|communiqué de presse|comunicado de prensa|(?:ein|\d+) (?:dokument|bild|audio|video|medieninhalt)\w{0,2}|hashtags?\s*[:：].*|#\w+(?:\s#\w+)*)\s*[:：]?$")),
        ("read-more", 80, Patterns.New(@"^(?:阅读全文|閱讀全文|阅读原文|查看全文|更多|read more|weiterlesen|mehr lesen|lire la suite|leer más|читать далее|читать полностью|text version|текстовая версия)[\s>»…]*$")),
        ("counter", 80, Patterns.New(@"^(?:views?|hits?|reads?|clicks?|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|次数|率)?|просмотров|просмотры|aufrufe)\s*[:：]?\s*[\d,. ]+(?:次)?$")),
        ("cookie-note", 700, Patterns.New(@"^.*(?:\bcookies?\b.*(?:settings|policy|browse|accept|consent|agree|use)|(?:agree|accept|use|consent).*\bcookies?\b|cookie-?(?:einstellungen|richtlinie)|файлы cookie).*$")),
        ("newspaper-page", 60, Patterns.New(@"^《\s*(?<paper>[^》]{2,12}?)\s*》\s*[（(].*版\s*[）)]$")),
        ("editor-credit", 60, Patterns.New(@"^[【\[（(]?\s*(?:责任编辑|責任編輯|编辑|編輯|责编|责 编|審核|审核|校对|值班编辑|редактор)\s*[:：].*$")),
        ("media-link", 300, Patterns.New(@"^(?:photo|logo|video|image|infographic|picture|bild|foto|фото|видео|图片|圖片|audio|multimedia|cision)[^:：–—-]{0,40}\s*[:：–—-]+\s*(?:https?://\S+|www\.\S+)?$")),
        ("original-link", 300, Patterns.New(@"^(?:view (?:original content|source version)|original(?:text| content)? (?:anzeigen|ansehen|von)|cision view|multimedia elements|see original|查看原始|查看原文).*$")),
        ("bare-link", 300, Patterns.New(@"^(?:https?://|www\.)\S+$")),
        ("feed-code", 60, Patterns.New(@"^(?:[a-z]{2,4}(?:/[a-z]{2,4})+|\([a-z]{2,5}\\?/[a-z]{2,4}\)|\d{6} ?(?:GMT )?[a-z]{3,4} \d{2}|[a-z]{3}\d{3,4} \d .*\d|dpa(?: [a-z]{2,4}){1,4}|\+{3,}[\s\d]*|[A-Z][\p{L}-]+/[\p{L}-]+/|[-=_*+#~]{3,}|extra|situation|###|-?\s?ends?\s?-?)$")),
        ("board-signature", 80, Patterns.New(@"^(?:on behalf of the board.*|by order of the board.*|[""“][\p{L}. ]{3,40}[""”],?\s*(?:CEO|CFO|President|Chairman|Chief).*)$")),
        ("caption", Longest, Patterns.New(
            @"^(?:△.*|▲.*|图为.*|圖為.*|图[:：].*|资料图.*|.{0,60}(?:示意图|示意圖|资料图|资料照片|效果图)[。]?|.*\d日在?.{1,30}拍摄的.*|.*(?:摄|攝|发|图)\s?[）)]|新华社发.*|新华社记者.{0,8}摄)$")),
        ("caption", Longest, Patterns.New(
            @"^(?:(?:this|an?|the|file|aerial|combo)\b.{0,30}\b(?:photo|picture|image|photos|drone photo)\b.{0,30}\b(?:taken|shows|released|provided|show)\b.*|.*[/\[]\s?(?:VCG|CFP|CGTN|IC|AP|Reuters|AFP|Xinhua|Photo|Getty Images)(?: Photo)?\]?|.*\((?:photo(?: by| credit|:)?.*|xinhua/.*|.*/xinhua|.*/ AFP|photo.*)\)|\[?photo(?:\s+(?:by|courtesy|credit)\b.{0,80}|/.{0,60}\]))$")),
        ("credit-line", 80, Patterns.New(@"^[（(]\s*(?:总台(?:央视)?记者.*|記者.*|记者.*|完|SDA.*|AFP|dpa|TASS|ТАСС|Xinhua)\s*[）)]$")),
    ];

    private static readonly Regex Byline = Patterns.Exact(@"^(?:By|Von|Par|Por|Автор:)\s+(?:\p{Lu}[\p{L}.'-]*[\s,]*(?:and|und|et)?\s*){1,7}$");

    public static void Mark(WireDraft draft)
    {
        WireLine? before = null;
        foreach (var line in draft.Lines)
        {
            if (line.IsText && line.Text.Length <= Longest)
                MarkLine(draft, line, before);
            before = line;
        }
    }

    private static void MarkLine(WireDraft draft, WireLine line, WireLine? before)
    {
        if (line.Text.Length <= 80 && Data.WireNames.Resolve(line.Text.Trim('(', ')', '（', '）')) is { Count: > 0 })
        {
            line.Take(LineRole.Noise, "agency-line");
            draft.Set("agencyLine", line.Text.Trim('(', ')', '（', '）'), line, "agency-line", 0.7);
            return;
        }

        if (line.Text.Length <= 90 && Byline.IsMatch(line.Text))
        {
            line.Take(LineRole.Noise, "byline");
            return;
        }

        foreach (var (rule, longest, pattern) in Anywhere)
        {
            if (line.Text.Length > longest || (rule == "cookie-note" && !line.Text.Contains("cookie", StringComparison.OrdinalIgnoreCase))
                || !pattern.IsMatch(line.Text))
                continue;

            // A link alone may finish the sentence of the line before it; only after a label is it furniture.
            if (rule == "bare-link" && before is { IsText: true } && (!line.AfterBlank || before.Text.EndsWith(':')))
                return;
            line.Take(LineRole.Noise, rule);
            if (rule == "newspaper-page")
                Newspaper(draft, line, pattern.Match(line.Text).Groups["paper"]);
            else if (rule == "rights")
                draft.Set("rights", Prose.Clean(line.Text), line, rule, 0.9);
            else if (rule == "media-link" || (rule == "bare-link" && before is { Rule: "media-link" }))
                MediaLink(draft, line);
            return;
        }
    }

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
