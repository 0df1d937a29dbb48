namespace ScoPortal.Core.Wire;

/// <summary>Everything after the story: "About X", legal notes, contacts, credits, the page's foot.</summary>
internal static class Tail
{
    private const int LongestHeading = 130;

    private const int LongestEnd = 40;

    private const int LongestTeaser = 80;

    /// <summary>Agencies say where their story ends; what a page prints below is its own.</summary>
    private static readonly Pattern EndOfStory = Pattern.New(@"[（(]完[）)]\s*(?:\[\d+\]\s*){0,9}(?:\[?下一[页頁]\]?)?$|\s(?:enditem|endit)\.?$");

    private static readonly Pattern About = Pattern.New(
        @"^(?:(?:about|über|ueber|zum unternehmen|à propos(?: de| du| d')?|acerca de|sobre|о компании|о группе|об организации|о нас)\b[^.!?。]{0,110}[:：]?"
        + @"|(?:关于|關於)[^。，,]{1,40}[:：]?|(?:notes? to (?:the )?editors?|background\s*:|hintergrund\s*:|boilerplate|disclaimer|haftungsausschluss|forward[- ]looking (?:statements?|information).*"
        + @"|(?:notice|cautionary (?:note|statement)|note|caution) (?:regarding|concerning|on|about) forward.*|safe harbou?r.*|the issuer is solely responsible for .*|neither (?:the )?tsx venture.*|#{1,3} .*|notebook|internet links))$");

    private static readonly Pattern Contact = Pattern.New(
        @"^(?:presse\s*/\s*investor relations|(?:news media|media|press|financial analysts?|analysts?|investors?)(?: inquiries| enquiries| relations)?,? (?:please |may |should )?(?:call|contact)\b.{0,80}|(?:(?:media|press|investor|investors?(?: relations)?|pr|company|corporate|public relations|news)[\s/&]+(?:and\s)?)*(?:media |press )?(?:contacts?|enquiries|inquiries|relations)(?: information| details| us| person)?(?:\s*\([^)]{0,30}\))?\s*[:：]?"
        + @"|(?:for )?(?:further|more|additional|media|press)?\s*(?:information|inquiries|enquiries|details)?,?\s*(?:please )?contact(?: us)?\s*[:：]|for (?:more|further|additional) information\s*[:：]"
        + @"|contact\s*[:：].{0,100}|/?contact[:：].*|presse(?:kontakt|stelle|kontakte)?\s*[:：]?|(?:medien|ansprech)(?:kontakt|partner).{0,20}|kontakt(?:e|informationen|daten|adresse)?\s*[:：]?|rückfragen(?: bitte an| der \w+)?\b.{0,40}[:：]?|rückfragehinweis.{0,20}"
        + @"|контакты?(?:\s(?:для|пресс|организаторов|компании).{0,30})?\s*[:：]?|контактная информация\s*[:：]?.{0,20}|контакты для (?:сми|прессы).*|пресс-служба\s*[:：]?|contacts? presse.{0,20}|contact(?:o|os)(?: de prensa)?\s*[:：]?"
        + @"|(?:媒体|媒體|新闻|新聞|投资者|商务)?(?:联系|聯繫|聯絡)(?:方式|人|我们|我們|资料|資料)?(?:\s*[:：].{0,60})?|媒体垂询.*|媒體查詢.*)$");

    private static readonly Pattern ContactLine = Pattern.New(
        @"^(?:(?:visit|contact[^:.]{0,40}|e-?mail|mail|phone|telephone|tel\w*\.?|telefon|fax|telefax|mobile?|t|e|p|m|f|web(?:site)?|internet|电话|電話|邮箱|電郵|传真|тел\w*\.?|факс|эл\. почта)\s*[:：]\s*\S.{0,100}"
        + @"|[^.!?]{2,60},\s*(?:pressestelle|pressesprecher(?:in)?|pressereferent(?:in)?|polizeisprecher(?:in)?)\b.{0,140}|[^.!?]{2,50},\s*tel(?:efon)?[.:].{0,140}"
        + @"|\S+@\S+\.[a-z]{2,6}|[+(]?[\d][\d\s()./+-]{7,24})$");

    /// <summary>Heads of the lists that a page puts under a text: alone on the line, or a label with what it lists.</summary>
    private static readonly Pattern Footer = Pattern.New(
        @"^(?:(?:смотрите также|читайте также|см\. также|материалы по теме|ссылки по теме|новости по теме|ранее по теме|related (?:stories|news|articles|links|posts|content|topics)|see also|most (?:read|viewed|popular)"
        + @"|recommended(?: (?:for you|stories|reading|articles|news))?|more (?:news|stories|articles)(?: (?:from|on|in) .{1,60})?|you may also (?:like|be interested in)|read (?:also|next|more)|also read|latest news|trending(?: now)?"
        + @"|(?:mehr )?zum thema|mehr zum thema|das könnte sie auch interessieren|weitere (?:meldungen|artikel|nachrichten|storys|beiträge)(?: .{1,60})?|lesen sie (?:auch|mehr)|alle meldungen|meistgelesen"
        + @"|à lire aussi|voir aussi|articles? liés?|sur le même sujet|lea también|noticias relacionadas"
        + @"|相关(?:新闻|阅读|链接|报道|文章|稿件|推荐|内容|资讯)|热点(?:信息|新闻|资讯|推荐)|热门资讯|独家策划|精彩内容|图片新闻|编辑推荐|最新(?:新闻|资讯|文章)|本周热门|相關(?:新聞|閱讀|連結|報導|文章)|推荐阅读|延伸阅读|精彩推荐|热门(?:推荐|新闻|文章|点击)?|猜你喜欢|大家都在看|新闻推荐|更多新闻)\s*[:：]?"
        + @"|(?:tags?|keywords?|schlagwörter|stichworte|теги|ключевые слова|标签|標籤|关键词|關鍵詞|关键字|previous(?: (?:post|article|page))?|next(?: (?:post|article|page))?|предыдущая(?: новость)?|следующая(?: новость)?)\s*[:：].*"
        + @"|(?:上一篇|下一篇|上一条|下一条|上一則|下一則)\s*[:：]?.*|статус материала.*)$");

    /// <summary>What kremlin.ru prints under every text.</summary>
    private static readonly Pattern KremlinFooter = Pattern.Exact(@"^(?:География|Темы|Лица|Смотрите также|Ссылки по теме)\s");

    public static void Mark(WireDraft draft, int storyStart)
    {
        var section = LineRole.Text;
        var (bodyLines, endsAt) = (0, draft.Lines.Count);
        for (var i = storyStart; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.IsText && line.Text == draft["issuer"])
            {
                line.Take(section == LineRole.Contact ? LineRole.Contact : LineRole.Noise, "issuer-line");
                continue;
            }

            var found = bodyLines == 0 ? LineRole.Text : Heading(draft, line, i);
            if (found != LineRole.Text)
                section = found;
            if (line.IsText && section == LineRole.Text && EndOfStory.IsMatch(line.Text.AsSpan(Math.Max(0, line.Text.Length - LongestEnd))))
                endsAt = i;
            if (!line.IsText)
                continue;
            if (section == LineRole.Text && i > endsAt)
                section = LineRole.Noise;
            if (section != LineRole.Text)
                line.Take(Belongs(line, section), section == LineRole.Contact ? "contact-block" : section == LineRole.Noise ? "page-foot" : "boilerplate");
            else if (bodyLines > 0 && line.Text.Length < 200 && !line.Text.EndsWith('.') && IsContactLine(draft, line, i))
                line.Take(LineRole.Contact, "contact-line");
            else
                bodyLines++;
        }
    }

    /// <summary>"About the Port", not "About 3,000 visitors came": few words, no figures, and a paragraph below that it is the head of.</summary>
    private static bool IsHeading(WireDraft draft, string heading, int index)
    {
        const int manyWords = 14;
        if (heading.Any(char.IsDigit) && !heading.EndsWith(':') || heading.AsSpan().Count(' ') >= manyWords)
            return false;
        var next = index + 1 < draft.Lines.Count ? draft.Lines[index + 1].Text : "";
        if (heading.StartsWith("关于", StringComparison.Ordinal) || heading.StartsWith("關於", StringComparison.Ordinal))
            return heading[^1] is ':' or '：' || next[..Math.Min(next.Length, 60)].Contains(heading[2..Math.Min(heading.Length, 6)], StringComparison.Ordinal);

        // A heading names somebody; a sentence without a full stop ends in small letters.
        var words = heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return heading[^1] is ':' or '：' || words.Length < 3 || heading.Any(Prose.IsHan)
            || (words.Skip(1).Any(w => char.IsUpper(w[0])) && (words.Length < 5 || !char.IsLower(words[^1][0])))
            || words.Length < 5 && !heading.StartsWith("about", StringComparison.OrdinalIgnoreCase) && !heading.StartsWith("über", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsContactLine(WireDraft draft, WireLine line, int index) => ContactLine.IsMatch(line.Text)
        || (draft.Lines[index - 1].Role == LineRole.Contact && line.Text.StartsWith("http", StringComparison.Ordinal)
            && !line.Text.Contains(' ', StringComparison.Ordinal));

    private static LineRole Heading(WireDraft draft, WireLine line, int index)
    {
        if (!line.IsText)
        {
            return line.Rule switch
            {
                "source-line" or "original-content" or "original-link" or "powered-by" or "newspaper-page" => LineRole.Contact,
                "share-bar" or "keywords" when IsShortFrom(draft, index) => LineRole.Noise,
                _ => LineRole.Text,
            };
        }

        var heading = draft.IsMarkdown ? line.Text.Trim('#', '*', ' ') : line.Text;
        if (heading.Length == 0)
            return LineRole.Text;
        if (draft.IsKremlinPage && KremlinFooter.IsMatch(heading))
            return LineRole.Noise;
        if (heading.Length < 400 && heading[^1] is not ('.' or '。') && Footer.IsMatch(heading))
            return IsShortFrom(draft, index) ? LineRole.Noise : LineRole.Text;
        if (heading.Length > LongestHeading)
            return LineRole.Text;
        if (Contact.IsMatch(heading) && !(heading[^1] == '.' && StoryStart.IsSentence(heading)))
            return LineRole.Contact;
        return About.IsMatch(heading) && IsHeading(draft, heading, index) ? heading.StartsWith('#') ? LineRole.Noise : LineRole.Boilerplate : LineRole.Text;
    }

    /// <summary>A long line inside a contact block is prose that follows it.</summary>
    private static LineRole Belongs(WireLine line, LineRole section) =>
        section == LineRole.Contact && line.Text.Length > 160 && line.Text.EndsWith('.') ? LineRole.Boilerplate : section;

    /// <summary>Navigation is short lines only; a story that goes on has a long one.</summary>
    private static bool IsShortFrom(WireDraft draft, int index)
    {
        const int farEnough = 400;
        for (var i = index + 1; i < draft.Lines.Count && i < index + farEnough; i++)
        {
            if (draft.Lines[i] is { IsText: true } line && line.Text.Length > LongestTeaser && StoryStart.IsSentence(line.Text))
                return false;
        }

        return true;
    }
}
