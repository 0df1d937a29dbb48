using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire;

/// <summary>"For more details, please visit URL" and its kin in the languages read.</summary>
internal static class MoreInfo
{
    private const int Longest = 4_000;

    private const string Url =
        @"(?<url>https?://[^\s<>""'“”，。、；）)】\]]+|www\.[^\s<>""'“”，。、；）)】\]]+"
        + @"|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|cn|ru|de|gov|int|edu|info|io|eu|kz|uz|kg|tj|by|ch|at|fr|es|ca|co|uk|hk|tw|sg|au|jp|in|asia|travel|biz)\b(?:/[^\s<>""'“”，。、；）)】\]]*)?)";

    private static readonly Pattern Phrase = Pattern.New(
        @"(?<lead>(?:\b(?:for|to (?:find|get|obtain|receive|see|read)|(?:to )?(?:learn|know|discover)|find(?: out)?|get|read|see|more)\b(?:\s\w+){0,3}?\s*\b(?:more|further|additional|full|detailed|information|details)\b"
        + @"|\bvisit\b|\b(?:reach us|website|web site|homepage|online|web pages?) (?:at|is|is at|on)\b"
        + @"|\b(?:weitere|nähere|mehr|ausführliche|zusätzliche|detaillierte|alle)\s+(?:\w+\s)?(?:informationen|infos|details|hinweise|angaben)\b|\bmehr (?:unter|auf|dazu|erfahren)\b"
        + @"|\b(?:подробнее|подробности|подробная информация|более подробн\w+|дополнительная информация|больше информации|ссылка на материал)\b"
        + @"|(?:更多|更详细|更詳細|详细|詳細)(?:的)?(?:信息|资讯|資訊|資料|资料|详情|詳情|内容|內容)|(?:详情|詳情|欲知|了解更多|查询|查詢)"
        + @"|\b(?:pour (?:plus|de plus|en savoir|toute|obtenir)|plus d['’]informations?|en savoir plus|más información|para (?:más|obtener|mayor))\b)"
        + @"[^.!?@。！？]{0,140}?[\s:：(（<“""问訪见見在为]\s*)" + Url);

    /// <summary>Where filings lie and wires keep their own copies: no place to learn more from the issuer.</summary>
    private static readonly Pattern Registers = Pattern.New(@"(?:^|[/.])(?:sec\.gov|sedar\.com|sedarplus\.ca|prnewswire\.com|businesswire\.com|globenewswire\.com|bundesanzeiger\.de|hkexnews\.hk)(?:/|$)");

    private static readonly Pattern SentenceEnd = Pattern.New(@"[.!?。！？»”""]\s*$");

    public static void Mark(WireDraft draft, int storyStart)
    {
        WireLine? lastOfStory = null;
        for (var i = storyStart; i < draft.Lines.Count; i++)
        {
            if (draft.Lines[i] is { IsText: true } line)
                lastOfStory = line;
        }

        for (var i = storyStart; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.Text.Length > Longest || (line.Role == LineRole.Noise && line.Rule is not "page-foot"))
                continue;
            var next = i + 1 < draft.Lines.Count && !draft.Lines[i + 1].AfterBlank ? draft.Lines[i + 1] : null;
            Read(draft, line, next, line == lastOfStory || next == lastOfStory);
        }
    }

    private static void Read(WireDraft draft, WireLine line, WireLine? next, bool isLast)
    {
        var text = next is { Text.Length: < 160 } && line.Text.Length is > 40 and < 120 && next.Role == line.Role
            ? line.Text + " " + next.Text
            : line.Text;
        var match = HasAddress(text) ? Phrase.Match(text) : Match.Empty;
        if (!match.Success || match.Index >= line.Text.Length)
            return;
        var address = match.Groups["url"].Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '>', '»', '*');
        if (address.Length < 4 || Registers.IsMatch(address))
            return;
        var crosses = match.Groups["url"].Index > line.Text.Length;
        var (at, owner) = crosses ? (match.Groups["url"].Index - line.Text.Length - 1, next!) : (match.Groups["url"].Index, line);
        draft.Set("moreInfoUrl", address, owner, at, Math.Min(address.Length, owner.Text.Length - at), "more-info", 0.9);

        var after = text.Length - match.Index - match.Length;
        var startsLine = match.Index <= 3;
        if (line.IsText && startsLine && after < 90 && text.Length < 320)
        {
            TakeLine(draft, line);
            if (crosses)
                TakeLine(draft, next!);
        }
        else if (line.IsText && isLast && !crosses && after < 40 && line.BodyStart < match.Index && SentenceEnd.IsMatch(line.Text.AsSpan(0, match.Index)))
        {
            line.BodyEnd = match.Index;
            draft.Set("moreInfo", line.Text[match.Index..], line, match.Index, line.Text.Length - match.Index, "more-info", 0.8);
        }
    }

    /// <summary>A full stop between letters: cheap to see, and no address is without one.</summary>
    private static bool HasAddress(string text)
    {
        for (var at = text.IndexOf('.', StringComparison.Ordinal); at > 0 && at + 1 < text.Length; at = text.IndexOf('.', at + 1))
        {
            if (char.IsLetter(text[at + 1]))
                return true;
        }

        return false;
    }

    private static void TakeLine(WireDraft draft, WireLine line)
    {
        line.Take(LineRole.Field, "more-info");
        draft.Set("moreInfo", line.Text, line, "more-info", 0.9);
    }
}
