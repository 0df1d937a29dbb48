namespace ScoPortal.Core.Wire.Shapes;

/// <summary>Lines that pages and feeds put around any text, as patterns of the whole line.</summary>
internal static class Furniture
{
    /// <summary>The longest line that a pattern is tried on.</summary>
    public const int Longest = 900;

    /// <summary>Where a line that fits is furniture.</summary>
    public enum Where
    {
        /// <summary>Wherever it stands.</summary>
        Anywhere,

        /// <summary>Between the paragraphs of the story only when it is no sentence.</summary>
        UnlessASentence,

        /// <summary>Above the first paragraph and below the last one.</summary>
        AroundTheStory,
    }

    /// <summary>Rule name, longest line it applies to, where it applies, pattern of the whole line.</summary>
    public static readonly (string Rule, int Longest, Where Where, Pattern Pattern)[] Rules =
    [
        ("powered-by", 120, Where.Anywhere, Pattern.New(@"^Powered by .*$|^技术支持\s*[:：].*$|^技術支持\s*[:：].*$")),
        ("rights", 320, Where.Anywhere, Pattern.New(@"^\W*OTS-ORIGINALTEXT .*$|^VERANTWORTUNG DES AUSSENDERS.*$|^(?:Copyright\b|©|\(c\)\s).*$|^.{0,160}(?:All rights reserved|Tous droits réservés|Alle Rechte vorbehalten|Все права защищены)\.?$")),
        ("rights", 320, Where.UnlessASentence, Pattern.New(@"^(?:При (?:перепечатке|цитировании|использовании материалов)|(?:Any )?reproduction (?:in whole|of this|without)|No part of this|Nachdruck|Weiterverbreitung|未经(?:授权|许可|书面)|本网站所刊载|转载(?:请|须|时)).*$|^(?:Copyright|©|\(c\)\s|版权所有|版權所有|Alle Rechte vorbehalten|Все права защищены).*$|^\d?\s?[.、．]?\s?本(?:网|網|站|报|報|公司)[^。]{0,80}(?:版权|版權|授权|授權|转载|轉載).*$|^.{0,60}版(?:权|權)所有.{0,60}$|^.{0,160}(?:All rights reserved|Tous droits réservés|Alle Rechte vorbehalten|Все права защищены)\.?$")),
        ("share-bar", 80, Where.UnlessASentence, Pattern.New(@"^(?:share|share:|share (?:this|on|to|via|if)\b.*|(?:(?:diese )?(?:pressemitteilung|meldung|artikel|seite|beitrag) )?teilen|posten|drucken|print|e-?mail|tweet|pin it|follow us.*|поделиться.*|分享.*|分享到.*|(?:[【\[]?(?:关闭(?:窗口|本页)?|打印(?:此页|本页|本稿)?|(?:返回)?顶部)[】\]]?\s*){1,3}|打印|(?:[大中小]\s?)?字号.*|【?字[体體].*|compartir|partager|imprimer|back to top|nach oben|返回顶部|tweet share)\s*[:：]?$")),
        ("breadcrumb", 200, Where.AroundTheStory, Pattern.New(@"^(?:(?:you are here|current position|当前位置|您的位置|您现在的位置)\s*[:：].*|(?:home|startseite|главная|首页|首頁|accueil|inicio)\s*[>»/|·›].*)$")),
        ("navigation", 60, Where.AroundTheStory, Pattern.New(@"^(?:(?:skip|go|jump) to (?:the )?(?:main |site )?(?:content|navigation|site|page|menu)|(?:all|latest|top|breaking|more) news|all (?:stories|articles|press releases)|news(?:room| ?center| ?centre|feed| ?& ?events)?|home(?:page)?|press(?: center| centre| room| releases| office)?|media(?: center| centre| room)?|menu|search|log ?in|sign (?:in|up)|subscribe(?: now)?|contact us|site ?map|main menu|toggle navigation|close|language|english|deutsch|русский|中文|français|español"
            + @"|direkt aus dem .{2,30}|zum (?:inhalt|hauptinhalt|menü) (?:springen|wechseln)|startseite|aktuelles|nachrichten|presse(?:mitteilungen|bereich)?|suche|anmelden|menü|zurück(?: zur übersicht)?|главная|все новости|новости|лента новостей|пресс-центр|меню|поиск|войти|подписаться|на главную|перейти к (?:основному )?(?:содержанию|контенту)"
            + @"|首页|首頁|新闻|新聞|新闻中心|新聞中心|要闻|要聞|滚动新闻|新闻资讯|园区动态|当前位置|菜单|搜索|登录|注册|返回(?:首页|列表)?|accueil|actualités|inicio|noticias|saltar al contenido(?: principal)?|aller au contenu(?: principal)?|publicidad|publicité|werbung|anzeige|advertisement|реклама|广告|廣告|back(?: to (?:list|news|overview|home))?)\s*[>»›:：]?$")),
        ("breadcrumb", 120, Where.AroundTheStory, Pattern.New(@"^[^。！？.!?>«»›]{1,40}(?:\s*(?:>{1,2}|»|›)\s*[^。！？.!?>«»›]{1,40}){1,6}[>»›]?$")),
        ("pagination", 60, Where.AroundTheStory, Pattern.New(@"^(?:\[?\d{1,2}\]?\s*){1,12}(?:\[?(?:下一[页頁]|next|weiter|далее)\]?)?$|^(?:page|seite|第)\s?\d+(?:\s?(?:of|von|/|页|頁)\s?\d*)?$")),
        ("reporting-credit", 320, Where.UnlessASentence, Pattern.New(@"^[（(]?(?:(?:additional )?(?:reporting|writing|compiled|translated|editing)(?: and (?:writing|editing))?(?: in [\p{L} ]{2,30})? by|editing by|with (?:assistance|reporting|files) (?:by|from)) .{2,280}[）)]?$|^[（(](?:reportage|rédigé|édité|avec|version|bericht|geschrieben|bearbeitet|redaktion|reporte|redactado|editado|traducción)\b[^()]{2,280}[）)]$|^.{4,120}contributed to this (?:report|story)\.?$")),
        ("legend", 260, Where.UnlessASentence, Pattern.New(@"^[/(]?not (?:for|intended for) (?:distribution|release|publication|dissemination).*$|^this (?:news|press) release is not for.*$|^this information is provided by (?:RNS|Reach).*$")),
        ("label", 60, Where.UnlessASentence, Pattern.New(@"^(?:news provided by|(?:press|news|media) release|for immediate release|zur sofortigen veröffentlichung|presse(?:mitteilung|information|meldung)|пресс-релиз|新闻稿|新聞稿|communiqué de presse|comunicado de prensa|附件|(?:ein|\d+) (?:dokument|bild|audio|video|medieninhalt)\w{0,2}|hashtags?\s*[:：].*|#\w+(?:\s#\w+)*)\s*[:：]?$")),
        ("read-more", 80, Where.UnlessASentence, Pattern.New(@"^(?:阅读全文|閱讀全文|阅读原文|查看全文|更多|read more|weiterlesen|mehr lesen|lesen sie (?:hier )?(?:mehr|weiter).{0,6}|更多[\u4e00-\u9fff]{0,4}(?:新闻|新聞|资讯|要闻|要聞|内容|精彩|报道|報導)|lire la suite|leer más|читать далее|читать полностью|text version|текстовая версия)[\s>»….]*$")),
        ("counter", 80, Where.UnlessASentence, Pattern.New(@"^(?:views?|hits?|reads?|clicks?|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|次数|率)?|просмотров|просмотры|aufrufe)\s*(?:[:：]?\s*[\d,. ]+(?:次)?|[:：])$")),
        ("cookie-note", 700, Where.UnlessASentence, Pattern.New(@"^.*(?:(?:this|our) (?:web\s?site|site|page)s? uses? cookies|we use (?:\w+ ){0,3}cookies|(?:accept|allow|reject|manage) (?:all |our |the use of |essential )?cookies|use of cookies|cookies? (?:policy|settings|preferences|consent|notice|richtlinie)|cookie-?(?:einstellungen|richtlinie|hinweis)|verwenden (?:wir )?cookies|diese (?:web)?seite (?:verwendet|nutzt) cookies|verwendung von cookies|(?:использует|используем|использования|использование) (?:файлы |файлов )?cookie|файл(?:ы|ов) cookie|utilise(?:nt|ons)? des cookies|utiliza(?:mos)? cookies|使用\s?cookies?).*$")),
        ("newspaper-page", 60, Where.Anywhere, Pattern.New(@"^《\s*(?<paper>[^》]{2,12}?)\s*》\s*[（(].*版\s*[）)]$")),
        ("editor-credit", 90, Where.UnlessASentence, Pattern.New(@"^[【\[（(]?\s*(?:责任编辑|責任編輯|编辑|編輯|责编|责 编|審核|审核|校对|值班编辑|作者|(?:web |online |copy )?editors?|edited by|authors?|written by|redaktion|autor(?:in)?|редактор|автор|корреспондент|auteur|rédacteur)\s*[:：].*$")),
        ("browser-note", 300, Where.UnlessASentence, Pattern.New(@"^.*(?:(?:outdated|old|unsupported) (?:version of (?:your |the )?)?browser|(?:enable|requires?|turn on) javascript|javascript (?:is )?(?:disabled|required)|устаревш\w+ верси\w+ браузера|включите javascript|(?:ihr|veralteter) browser|aktivieren sie javascript|(?:升级|更新)\S{0,6}浏览器|浏览器版本).*$")),
        ("time-line", 20, Where.AroundTheStory, Pattern.New(@"^\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:Uhr|am|pm|h))?$")),
        ("greeting", 100, Where.AroundTheStory, Pattern.New(@"^(?:您好[,，!！]?\s?)?(?:欢迎|歡迎)(?:您)?(?:来到|访问|光临|光臨|登录).{1,60}$|^(?:welcome to|willkommen (?:bei|auf)|добро пожаловать) .{2,60}$")),
        ("page-foot", 240, Where.AroundTheStory, Pattern.New(@"^.{0,160}(?:impressum\b|datenschutz(?:erklärung)?\b|privacy policy|terms of (?:use|service)|[\u4e00-\u9fff]ICP[备備证]|公网安备|公安备案|политика конфиденциальности|mentions légales|aviso legal).{0,120}$")),
        ("press-release-of", 120, Where.AroundTheStory, Pattern.New(@"^.{0,60}\b(?:pressemitteilung|presseinformation|press release|news release|пресс-релиз|communiqué de presse|comunicado de prensa)(?:\s(?:nr\.?|no\.?|№)\s?\S{1,12})?\s(?:vom|of|from|dated|от|du|del)\s.{6,30}$")),
        ("credit-line", 80, Where.UnlessASentence, Pattern.New(@"^[（(][^（）()]{0,40}(?:记者|記者|通讯员|撰稿人?|审核人?|审核|摄影|文/图|编辑|供稿)[^（）()]{0,40}[）)]$|^(?:供稿|撰稿人?|文字|作者单位|图文|文/图|初审|复审|终审|一审|二审|三审)\s*[:：].{0,40}$")),
        ("picture-credit", 160, Where.UnlessASentence, Pattern.New(@"^(?:fotos?|photos?|фото|bild(?:er|quelle)?|image|picture|crédit(?: photo)?|imagen)\s*[:：©]\s*[^:：]{2,140}$|^das (?:foto|bild) (?:kann|darf) .*$|^!?\[[^\]]{0,80}\]\([^)]{0,200}\)[\s|]*$|^.{0,200}\((?:foto|photo|фото)\s*[:：][^()]{2,80}\)[\s|]*$")),
        ("end-mark", 40, Where.AroundTheStory, Pattern.New(@"^[（(\[]?(?:schluss|schluß|ende|ends?|fin|конец|完)[）)\]]?(?:\s[a-z]{2,4}(?:/[a-z]{2,4})?)?$|^ende der (?:mitteilung|meldung).*$|^\*{3}$")),
        ("table-cell", 120, Where.AroundTheStory, Pattern.New(@"^[\p{L} /-]{2,24}:\s*\|.{0,80}$|^[^|]{0,60}\|\s*\|?$")),
        ("keywords", 300, Where.AroundTheStory, Pattern.New(@"^(?:tags?|key ?words?|schlagw(?:ö|oe)rter|schlagworte|stichworte|теги|ключевые слова|标签|標籤|关键词|關鍵詞|关键字|关键字词|mots[- ]clés|palabras clave)\s*[:：].*$")),
        ("follow-note", 200, Where.UnlessASentence, Pattern.New(@"^(?:(?:please )?follow (?:us|@)|find us|join us|folgen sie|suivez|síguenos|подпи(?:шитесь|сывайтесь)|присоединяйтесь|читайте нас|关注|關注|扫码|扫描).{0,80}(?:twitter|facebook|telegram|instagram|linkedin|youtube|weibo|wechat|whatsapp|дзен|вконтакте|одноклассник|канал|微信|微博|公众号|二维码|客户端|\bX\b).*$"
            + @"|^(?:subscribe to|sign up for|get) (?:our |the |free )*(?:daily |weekly )?(?:newsletters?|updates|alerts).{0,80}$|^newsletter.{0,40}$|^(?:jetzt )?(?:unseren )?newsletter (?:abonnieren|bestellen).{0,60}$|^новостная рассылка$|^订阅.{0,20}$")),
        ("picture-note", 60, Where.AroundTheStory, Pattern.New(@"^[（(【]?(?:资料|配|新闻|示意|网络)?(?:图片|圖片|配图|题图)(?:来源|來源|由)?[^。]{0,20}[）)】]?$")),
        ("menu-bar", 160, Where.AroundTheStory, Pattern.New(@"^(?:[^|｜。.!?]{1,26}[|｜]\s*){2,12}[^|｜。.!?]{1,26}$")),
        ("disclaimer", 400, Where.UnlessASentence, Pattern.New(@"^[（(【]?(?:免责声明|版权声明|特别声明|郑重声明|声明|免責聲明|聲明)\s*[:：].*$")),
        ("comments-note", 80, Where.UnlessASentence, Pattern.New(@"^(?:please enter your (?:comment|name).{0,20}|save my name.*|kommentar(?:e)?|schreibe? (?:uns )?einen kommentar|ihr name|keine kommentare|leserbrief|comments? (?:are )?(?:closed|disabled|off)|(?:leave|post|add) a (?:comment|reply)|no comments(?: yet)?|\d+ comments?|комментарии (?:отключены|закрыты)|(?:оставить|добавить) комментарий|kommentare? (?:deaktiviert|geschlossen|schreiben)|(?:发表|我要)?评论.{0,10})\.?$")),
        ("media-link", 300, Where.Anywhere, Pattern.New(@"^(?:photo|logo|video|image|infographic|picture|bild|foto|фото|видео|图片|圖片|audio|multimedia|cision)[^:：–—-]{0,40}\s*[:：–—-]+\s*(?:https?://\S+|www\.\S+)?$")),
        ("original-link", 300, Where.Anywhere, Pattern.New(@"^(?:view (?:original content|source version)|original(?:text| content)? (?:anzeigen|ansehen|von)|originalmeldung\s*:|cision view|multimedia elements|see original|查看原始|查看原文).*$")),
        ("bare-link", 300, Where.Anywhere, Pattern.New(@"^(?:https?://|www\.)\S+$")),
        ("feed-code", 60, Where.Anywhere, Pattern.New(@"^(?:[a-z]{2,4}(?:/[a-z]{2,4})+|\([a-z]{2,5}\\?/[a-z]{2,4}\)|\d{6} ?(?:GMT )?[a-z]{3,4} \d{2}|[a-z]{3}\d{3,4} \d .*\d|dpa(?: [a-z]{2,4}){1,4}|\+{3,}[\s\d]*|[A-Z][\p{L}-]+/[\p{L}-]+/|[-=_*+#~]{3,}|extra|situation|###|-?\s?ends?\s?-?)$")),
        ("board-signature", 80, Where.UnlessASentence, Pattern.New(@"^(?:on behalf of the board.*|by order of the board.*|[""“][\p{L}. ]{3,40}[""”],?\s*(?:CEO|CFO|President|Chairman|Chief).*)$")),
        ("caption", Longest, Where.Anywhere, Pattern.New(
            @"^(?:△.*|▲.*|图为[^主].*|圖為[^主].*|图[:：].*|资料图.*|.{0,60}(?:示意图|示意圖|资料图|资料照片|效果图)[。]?|(?:这是)?(?:\d{4}年)?\d{1,2}月\d{1,2}日[,，]?(?:在)?.{1,30}拍摄的.*|.*(?:摄|攝|发|图)\s?[）)]|新华社发.*|(?:(?:新华社|中新社|人民网|本报|本網|本网)?(?:记者|記者|通讯员|摄影)?[\s:：]*.{1,12}\s?(?:摄|攝|供图|供圖|制图))[。]?)$")),
        ("caption", 300, Where.Anywhere, Pattern.New(@"^[^.。]{0,200}\((?:CNW Group|PRNewsfoto|PRNewswire|Photo|Foto|Graphic|Bild|Image|Photo credit|Business Wire)[/:].{0,120}\)$")),
        ("caption", Longest, Where.Anywhere, Pattern.New(
            @"^(?:(?:this|an?|file|aerial|combo)\b.{0,24}\b(?:photo|picture|image|photos|drone photo)\b.{0,30}\b(?:taken|shows|released|provided|show)\b.*|.*[/\[]\s?(?:VCG|CFP|CGTN|IC|AP|Reuters|AFP|Xinhua|Photo|Getty Images)(?: Photo)?\]?|.*\((?:photo(?: by| credit|:)?.*|xinhua/.*|.*/xinhua|.*/ AFP|photo.*)\)|\[?photo(?:\s+(?:by|courtesy|credit)\b.{0,80}|/.{0,60}\]))$")),
        ("credit-line", 80, Where.UnlessASentence, Pattern.New(@"^[（(]\s*(?:总台(?:央视)?记者.*|記者.*|记者.*|完|SDA.*|AFP|dpa|TASS|ТАСС|Xinhua)\s*[）)]$")),
        ("byline", 90, Where.AroundTheStory, Pattern.Exact(@"^(?:By|BY|Written by|Story by|Reported by|Von|Par|Por|Автор:)\s+(?:\p{Lu}[\p{L}.'-]*[\s,]*(?:and|und|et)?\s*){1,7}(?:for \p{Lu}[\p{L} ]{1,30})?[\s>-]*$")),
    ];
}
