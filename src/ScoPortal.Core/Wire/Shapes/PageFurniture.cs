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
        ("rights", 320, Patterns.New(@"^OTS-ORIGINALTEXT .*$|^(?:При (?:перепечатке|цитировании|использовании материалов)|(?:Any )?reproduction (?:in whole|of this|without)|No part of this|Nachdruck|Weiterverbreitung|未经(?:授权|许可|书面)|本网站所刊载|转载(?:请|须|时)).*$|^(?:Copyright|©|\(c\)\s|版权所有|版權所有|Alle Rechte vorbehalten|Все права защищены).*$|^\d?\s?[.、．]?\s?本(?:网|網|站|报|報|公司)[^。]{0,80}(?:版权|版權|授权|授權|转载|轉載).*$|^.{0,60}版(?:权|權)所有.{0,60}$|^.{0,160}(?:All rights reserved|Tous droits réservés|Alle Rechte vorbehalten|Все права защищены)\.?$")),
        ("share-bar", 80, Patterns.New(@"^(?:share|share:|share (?:this|on|to|via|if)\b.*|.{0,40}\bteilen|posten|drucken|print|e-?mail|tweet|pin it|follow us.*|поделиться.*|分享.*|分享到.*|打印|(?:[大中小]\s?)?字号.*|【?字[体體].*|compartir|partager|imprimer|back to top|nach oben|返回顶部|tweet share)\s*[:：]?$")),
        ("breadcrumb", 200, Patterns.New(@"^(?:(?:you are here|current position|当前位置|您的位置|您现在的位置)\s*[:：].*|(?:home|startseite|главная|首页|首頁|accueil|inicio)\s*[>»/|·›].*)$")),
        ("navigation", 60, Patterns.New(@"^(?:(?:skip|go|jump) to (?:the )?(?:main |site )?(?:content|navigation|site|page|menu)|(?:all|latest|top|breaking|more) news|all (?:stories|articles|press releases)|news(?:room| ?center| ?centre|feed| ?& ?events)?|home(?:page)?|press(?: center| centre| room| releases| office)?|media(?: center| centre| room)?|menu|search|log ?in|sign (?:in|up)|subscribe(?: now)?|contact us|site ?map|main menu|toggle navigation|close|language|english|deutsch|русский|中文|français|español"
            + @"|direkt aus dem .{2,30}|zum (?:inhalt|hauptinhalt|menü) (?:springen|wechseln)|startseite|aktuelles|nachrichten|presse(?:mitteilungen|bereich)?|suche|anmelden|menü|zurück(?: zur übersicht)?|главная|все новости|новости|лента новостей|пресс-центр|меню|поиск|войти|подписаться|на главную|перейти к (?:основному )?(?:содержанию|контенту)"
            + @"|首页|首頁|新闻|新聞|新闻中心|新聞中心|要闻|要聞|滚动新闻|新闻资讯|园区动态|当前位置|菜单|搜索|登录|注册|返回(?:首页|列表)?|accueil|actualités|inicio|noticias|saltar al contenido(?: principal)?|aller au contenu(?: principal)?|publicidad|publicité|werbung|anzeige|advertisement|реклама|广告|廣告|back(?: to (?:list|news|overview|home))?)\s*[>»›:：]?$")),
        ("breadcrumb", 120, Patterns.New(@"^[^。！？.!?>«»›]{1,40}(?:\s*(?:>{1,2}|»|›)\s*[^。！？.!?>«»›]{1,40}){1,6}[>»›]?$")),
        ("pagination", 60, Patterns.New(@"^(?:\[?\d{1,2}\]?\s*){1,12}(?:\[?(?:下一[页頁]|next|weiter|далее)\]?)?$|^(?:page|seite|第)\s?\d+(?:\s?(?:of|von|/|页|頁)\s?\d*)?$")),
        ("reporting-credit", 320, Patterns.New(@"^[（(]?(?:(?:additional )?(?:reporting|writing|compiled|translated|editing)(?: and (?:writing|editing))?(?: in [\p{L} ]{2,30})? by|editing by|with (?:assistance|reporting|files) (?:by|from)) .{2,280}[）)]?$|^[（(](?:reportage|rédigé|édité|avec|version|bericht|geschrieben|bearbeitet|redaktion|reporte|redactado|editado|traducción)\b[^()]{2,280}[）)]$|^.{4,120}contributed to this (?:report|story)\.?$")),
        ("legend", 260, Patterns.New(@"^[/(]?not (?:for|intended for) (?:distribution|release|publication|dissemination).*$|^this (?:news|press) release is not for.*$")),
        ("label", 60, Patterns.New(@"^(?:news provided by|(?:press|news|media) release|for immediate release|zur sofortigen veröffentlichung|presse(?:mitteilung|information|meldung)|пресс-релиз|新闻稿|新聞稿|communiqué de presse|comunicado de prensa|附件|(?:ein|\d+) (?:dokument|bild|audio|video|medieninhalt)\w{0,2}|hashtags?\s*[:：].*|#\w+(?:\s#\w+)*)\s*[:：]?$")),
        ("read-more", 80, Patterns.New(@"^(?:阅读全文|閱讀全文|阅读原文|查看全文|更多|read more|weiterlesen|mehr lesen|lesen sie (?:hier )?(?:mehr|weiter).{0,6}|更多[\u4e00-\u9fff]{2,8}|lire la suite|leer más|читать далее|читать полностью|text version|текстовая версия)[\s>»….]*$")),
        ("counter", 80, Patterns.New(@"^(?:views?|hits?|reads?|clicks?|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|次数|率)?|просмотров|просмотры|aufrufe)\s*[:：]?\s*[\d,. ]+(?:次)?$")),
        ("cookie-note", 700, Patterns.New(@"^.*(?:(?:this|our) (?:web\s?site|site|page)s? uses? cookies|we use (?:\w+ ){0,3}cookies|(?:accept|allow|reject|manage) (?:all |our |the use of |essential )?cookies|use of cookies|cookies? (?:policy|settings|preferences|consent|notice|richtlinie)|cookie-?(?:einstellungen|richtlinie|hinweis)|verwenden (?:wir )?cookies|diese (?:web)?seite (?:verwendet|nutzt) cookies|verwendung von cookies|(?:использует|используем|использования|использование) (?:файлы |файлов )?cookie|файл(?:ы|ов) cookie|utilise(?:nt|ons)? des cookies|utiliza(?:mos)? cookies|使用\s?cookies?).*$")),
        ("newspaper-page", 60, Patterns.New(@"^《\s*(?<paper>[^》]{2,12}?)\s*》\s*[（(].*版\s*[）)]$")),
        ("editor-credit", 90, Patterns.New(@"^[【\[（(]?\s*(?:责任编辑|責任編輯|编辑|編輯|责编|责 编|審核|审核|校对|值班编辑|作者|(?:web |online |copy )?editors?|edited by|authors?|written by|redaktion|autor(?:in)?|редактор|автор|корреспондент|auteur|rédacteur)\s*[:：].*$")),
        ("browser-note", 300, Patterns.New(@"^.*(?:(?:outdated|old|unsupported) (?:version of (?:your |the )?)?browser|(?:enable|requires?|turn on) javascript|javascript (?:is )?(?:disabled|required)|устаревш\w+ верси\w+ браузера|включите javascript|(?:ihr|veralteter) browser|aktivieren sie javascript|(?:升级|更新)\S{0,6}浏览器|浏览器版本).*$")),
        ("time-line", 20, Patterns.New(@"^\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:Uhr|am|pm|h))?$")),
        ("greeting", 100, Patterns.New(@"^(?:您好[,，!！]?\s?)?(?:欢迎|歡迎)(?:您)?(?:来到|访问|光临|光臨|登录).{1,60}$|^(?:welcome to|willkommen (?:bei|auf)|добро пожаловать) .{2,60}$")),
        ("page-foot", 240, Patterns.New(@"^.{0,160}(?:impressum\b|datenschutz(?:erklärung)?\b|privacy policy|terms of (?:use|service)|[\u4e00-\u9fff]ICP[备備证]|公网安备|公安备案|политика конфиденциальности|mentions légales|aviso legal).{0,120}$")),
        ("press-release-of", 120, Patterns.New(@"^.{0,60}\b(?:pressemitteilung|presseinformation|press release|news release|пресс-релиз|communiqué de presse|comunicado de prensa)(?:\s(?:nr\.?|no\.?|№)\s?\S{1,12})?\s(?:vom|of|from|dated|от|du|del)\s.{6,30}$")),
        ("credit-line", 80, Patterns.New(@"^[（(][^（）()]{0,40}(?:记者|記者|通讯员|撰稿人?|审核人?|审核|摄影|文/图|编辑|供稿)[^（）()]{0,40}[）)]$|^(?:供稿|撰稿人?|文字|作者单位|图文|文/图|初审|复审|终审|一审|二审|三审)\s*[:：].{0,40}$|^[（(]\s?\p{IsCJKUnifiedIdeographs}{2,4}\s?[）)]$")),
        ("picture-credit", 160, Patterns.New(@"^(?:fotos?|photos?|фото|bild(?:er|quelle)?|image|picture|crédit(?: photo)?|imagen)\s*[:：©]\s*[^:：]{2,140}$|^das (?:foto|bild) (?:kann|darf) .*$|^!?\[[^\]]{0,80}\]\([^)]{0,200}\)[\s|]*$|^.{0,200}\((?:foto|photo|фото)\s*[:：][^()]{2,80}\)[\s|]*$")),
        ("end-mark", 40, Patterns.New(@"^[（(\[]?(?:schluss|schluß|ende|ends?|fin|конец|完)[）)\]]?(?:\s[a-z]{2,4}(?:/[a-z]{2,4})?)?$|^ende der (?:mitteilung|meldung).*$|^\*{3}$")),
        ("table-cell", 120, Patterns.New(@"^[\p{L} /-]{2,24}:\s*\|.{0,80}$|^[^|]{0,60}\|\s*\|?$")),
        ("keywords", 300, Patterns.New(@"^(?:tags?|key ?words?|schlagw(?:ö|oe)rter|schlagworte|stichworte|теги|ключевые слова|标签|標籤|关键词|關鍵詞|关键字|关键字词|mots[- ]clés|palabras clave)\s*[:：].*$")),
        ("follow-note", 200, Patterns.New(@"^(?:(?:please )?follow|find us|join us|folgen sie|suivez|síguenos|подпи(?:шитесь|сывайтесь)|присоединяйтесь|читайте нас|关注|關注|扫码|扫描).{0,80}(?:twitter|facebook|telegram|instagram|linkedin|youtube|weibo|wechat|whatsapp|дзен|вконтакте|одноклассник|канал|微信|微博|公众号|二维码|客户端|\bX\b).*$"
            + @"|^(?:subscribe to|sign up for|get) (?:our |the |free )*(?:daily |weekly )?(?:newsletters?|updates|alerts).{0,80}$|^newsletter.{0,40}$|^(?:jetzt )?(?:unseren )?newsletter (?:abonnieren|bestellen).{0,60}$|^новостная рассылка$|^订阅.{0,20}$")),
        ("picture-note", 60, Patterns.New(@"^[（(【]?(?:资料|配|新闻|示意|网络)?(?:图片|圖片|配图|题图)(?:来源|來源|由)?[^。]{0,20}[）)】]?$")),
        ("menu-bar", 160, Patterns.New(@"^(?:[^|｜。.!?]{1,26}[|｜]\s*){2,12}[^|｜。.!?]{1,26}$")),
        ("disclaimer", 400, Patterns.New(@"^[（(【]?(?:免责声明|版权声明|特别声明|郑重声明|声明|免責聲明|聲明)\s*[:：].*$")),
        ("comments-note", 80, Patterns.New(@"^(?:please enter your (?:comment|name).{0,20}|save my name.*|kommentar(?:e)?|schreibe? (?:uns )?einen kommentar|ihr name|keine kommentare|leserbrief|comments? (?:are )?(?:closed|disabled|off)|(?:leave|post|add) a (?:comment|reply)|no comments(?: yet)?|\d+ comments?|комментарии (?:отключены|закрыты)|(?:оставить|добавить) комментарий|kommentare? (?:deaktiviert|geschlossen|schreiben)|(?:发表|我要)?评论.{0,10})\.?$")),
        ("media-link", 300, Patterns.New(@"^(?:photo|logo|video|image|infographic|picture|bild|foto|фото|видео|图片|圖片|audio|multimedia|cision)[^:：–—-]{0,40}\s*[:：–—-]+\s*(?:https?://\S+|www\.\S+)?$")),
        ("original-link", 300, Patterns.New(@"^(?:view (?:original content|source version)|original(?:text| content)? (?:anzeigen|ansehen|von)|originalmeldung\s*:|cision view|multimedia elements|see original|查看原始|查看原文).*$")),
        ("bare-link", 300, Patterns.New(@"^(?:https?://|www\.)\S+$")),
        ("feed-code", 60, Patterns.New(@"^(?:[a-z]{2,4}(?:/[a-z]{2,4})+|\([a-z]{2,5}\\?/[a-z]{2,4}\)|\d{6} ?(?:GMT )?[a-z]{3,4} \d{2}|[a-z]{3}\d{3,4} \d .*\d|dpa(?: [a-z]{2,4}){1,4}|\+{3,}[\s\d]*|[A-Z][\p{L}-]+/[\p{L}-]+/|[-=_*+#~]{3,}|extra|situation|###|-?\s?ends?\s?-?)$")),
        ("board-signature", 80, Patterns.New(@"^(?:on behalf of the board.*|by order of the board.*|[""“][\p{L}. ]{3,40}[""”],?\s*(?:CEO|CFO|President|Chairman|Chief).*)$")),
        ("caption", Longest, Patterns.New(
            @"^(?:△.*|▲.*|图为.*|圖為.*|图[:：].*|资料图.*|.{0,60}(?:示意图|示意圖|资料图|资料照片|效果图)[。]?|.*\d日在?.{1,30}拍摄的.*|.*(?:摄|攝|发|图)\s?[）)]|新华社发.*|(?:(?:新华社|中新社|人民网|本报|本網|本网)?(?:记者|記者|通讯员|摄影)?[\s:：]*.{1,12}\s?(?:摄|攝|供图|供圖|制图))[。]?)$")),
        ("caption", 300, Patterns.New(@"^[^.。]{0,200}\((?:CNW Group|PRNewsfoto|PRNewswire|Photo|Foto|Graphic|Bild|Image|Photo credit|Business Wire)[/:].{0,120}\)$")),
        ("caption", Longest, Patterns.New(
            @"^(?:(?:this|an?|the|file|aerial|combo)\b.{0,30}\b(?:photo|picture|image|photos|drone photo)\b.{0,30}\b(?:taken|shows|released|provided|show)\b.*|.*[/\[]\s?(?:VCG|CFP|CGTN|IC|AP|Reuters|AFP|Xinhua|Photo|Getty Images)(?: Photo)?\]?|.*\((?:photo(?: by| credit|:)?.*|xinhua/.*|.*/xinhua|.*/ AFP|photo.*)\)|\[?photo(?:\s+(?:by|courtesy|credit)\b.{0,80}|/.{0,60}\]))$")),
        ("credit-line", 80, Patterns.New(@"^[（(]\s*(?:总台(?:央视)?记者.*|記者.*|记者.*|完|SDA.*|AFP|dpa|TASS|ТАСС|Xinhua)\s*[）)]$")),
    ];

    private static readonly Regex Byline = Patterns.Exact(@"^(?:By|BY|Written by|Story by|Reported by|Von|Par|Por|Автор:)\s+(?:\p{Lu}[\p{L}.'-]*[\s,]*(?:and|und|et)?\s*){1,7}(?:for \p{Lu}[\p{L} ]{1,30})?[\s>-]*$");

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
            AgencyLine(draft, line, line.Text.Trim('(', ')', '（', '）'));
            return;
        }

        if (line.Text.Length <= 90 && Byline.IsMatch(line.Text))
        {
            line.Take(LineRole.Noise, "byline");
            return;
        }

        if (line.Text.Length < 60 && before is { Rule: "editor-credit" } && before.Text[^1] is ':' or '：')
        {
            line.Take(LineRole.Noise, "editor-credit");
            return;
        }

        foreach (var (rule, longest, pattern) in Anywhere)
        {
            if (line.Text.Length > longest || (rule == "menu-bar" && draft.IsMarkdown) || (rule == "cookie-note" && !line.Text.Contains("cookie", StringComparison.OrdinalIgnoreCase))
                || !pattern.IsMatch(line.Text))
                continue;

            // A link alone may finish the sentence of the line before it; only after a label is it furniture.
            if (rule == "bare-link" && before is { IsText: true } && (!line.AfterBlank || before.Text.EndsWith(':')))
                return;
            line.Take(LineRole.Noise, rule);
            if (rule == "editor-credit" && Data.WireNames.Resolve(line.Text[(line.Text.AsSpan().IndexOfAny(':', '：') + 1)..]) is { Count: > 0 })
                AgencyLine(draft, line, line.Text[(line.Text.AsSpan().IndexOfAny(':', '：') + 1)..].Trim());
            if (rule == "newspaper-page")
                Newspaper(draft, line, pattern.Match(line.Text).Groups["paper"]);
            else if (rule == "rights")
                draft.Set("rights", Prose.Clean(line.Text), line, rule, 0.9);
            else if (rule == "media-link" || (rule == "bare-link" && before is { Rule: "media-link" }))
                MediaLink(draft, line);
            return;
        }
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
