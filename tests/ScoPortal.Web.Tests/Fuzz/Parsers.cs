using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Search;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Archives;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Exchange;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Wires;

namespace ScoPortal.Web.Tests.Fuzz;

/// <summary>Something that takes bytes from outside.</summary>
/// <param name="Name">Its name, in file names too.</param>
/// <param name="Samples">What it reads without a fault, to be changed.</param>
/// <param name="Words">What its format is made of.</param>
/// <param name="Read">Reads them. An exception that it does not document for bad input comes out.</param>
internal sealed record Parser(string Name, byte[][] Samples, string[] Words, Action<byte[]> Read)
{
    /// <summary>What stands around the words.</summary>
    public (string Before, string After)[] Frames { get; init; } = [("", "")];
}

internal static class Parsers
{
    private static readonly string[] Languages = ["en", "de", "ru", "zh"];

    private static readonly PortalLanguages Spoken = new(Languages);

    private static readonly string[] Phrases =
    [
        "LIANYUNGANG, June 18, 2021 /PRNewswire/ -- ", "QINGDAO, June 18 (Xinhua) -- ", "新华社北京6月18日电 ", "（记者 王芳）", "(ots/PRNewswire) - ", "ЦИНДАО, 18 июня. /ТАСС/. ", "dpa", "Berlin (ots) ",
        "The yard opened on Friday. ", "Der Hafen wurde am 18. Juni 2021 eröffnet. ", "Порт открыли в пятницу. ", "中欧班列恢复开行。", "\n", "\n\n", "Source: Harbour Office", "Quelle: Hafenamt", "View original content: https://wire.example.org/1",
        "https://wire.example.org/a?b=c&d", "Contact: +86 532 1234567", "Media Contact:", "Photo - https://wire.example.org/1.jpg", "1,225 containers", "12.5 %", "3.000.000 Euro", "Ã¼", "â€œ", "ä¸­", "***", "- ", "1. ", "-- ", "/PRNewswire/", "SOURCE ",
    ];

    private static readonly string[] Marks =
    [
        "**", "*", "_", "__", "`", "```\n", "~~~", "[", "](", "](https://a.example/b \"t\")", ")", "![", "<https://a.example>", "<b>", "&nbsp;", "&#x1F600;", "\\*", "\n", "\n\n", "> ", "- ", "* ", "1. ", "   ", "\t", "# ", "## ",
        "| a | b |\n| --- | --- |\n", "|", "---", "===", "word ", "The yard opened. ", "港口。", "http://a.example/x", "www.a.example", "[^1]", "[a]: b\n", "  \n", "\\\n", "a@b.example", "<!--", "]",
    ];

    private static readonly string[] Html =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href='https://a.example/b'>", "</a>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<ol>", "<h1>", "</h1>", "<h2>", "<br>", "<article>", "</article>",
        "<section>", "<span class='share'>", "</span>", "<blockquote>", "<pre>", "</pre>", "<svg>", "<g>", "</svg>", "<math>", "<template>", "<select>", "<option>", "<button>", "<form>", "<x-y>", "</z>", "<font size=", ">", "<script>", "</script>", "<style>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Yard\\ud800\",\"articleBody\":\"", "\"}</script>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE html>", "<title>", "</title>", "<meta property='og:title' content='", "'>", "<main>", "<nav>",
        "&amp;", "&#0;", "&#x110000;", "&notit;", "The yard opened on Friday, said the office. ", "word ", "港口恢复通行。", "<frameset>", "<html a=b>", "<body class=c>", "<img src='https://a.example/1.jpg'>", "<caption>", "<dl><dt>", "<dd>", "<noscript>", "<iframe>", "<plaintext>",
    ];

    private static readonly string[] Xml =
    [
        "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<description>", "</description>", "<content type='xhtml'>", "</content>", "<content:encoded xmlns:content='c'>", "</content:encoded>", "<link>", "</link>", "<link href='https://a.example'/>", "<guid>", "</guid>",
        "<channel>", "</channel>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<pubDate>Fri, 18 Jun 2021 08:30:00 EST</pubDate>", "<a b='c' d='e'>", "</a>", "<a/>", "<![CDATA[", "]]>", "<!--", "-->", "<?pi ?>", "&lt;p&gt;", "&nbsp;", "&amp;", "&#0;", "&#x10FFFF;", "&e;", "<p>", "</p>", "words ",
        "<newsItem guid='a'>", "</newsItem>", "<contentSet>", "<inlineXML>", "</inlineXML>", "<inlineData>", "</inlineData>", "<contentMeta>", "<headline>", "</headline>", "<language tag='en'/>", "<nitf>", "<body>", "<body.content>", "<hl1>", "</hl1>", "<block>", "xmlns:a='b'", "<a:b xmlns:a='c'>", "<!DOCTYPE a>",
    ];

    private static readonly string[] Exchange =
    [
        "<file original='release-7' source-language='en' target-language='de'>", "</file>", "<body>", "</body>", "<trans-unit id='1'>", "</trans-unit>", "<unit id='u1'>", "</unit>", "<segment>", "</segment>", "<source>", "</source>", "<target>", "</target>", "<g id='1'>", "</g>", "<x id='1'/>",
        "<bpt id='1' ctype='bold'>**</bpt>", "<ept id='1'>**</ept>", "<ph id='2'>", "</ph>", "<pc id='1' dataRefStart='d1'>", "</pc>", "<sc id='1'/>", "<ec startRef='1'/>", "<cp hex='0001'/>", "<mrk>", "</mrk>", "<originalData>", "</originalData>", "<data id='d1'>", "<data>", "</data>",
        "<note from='waiver'>", "</note>", "<alt-trans match-quality='92%'>", "</alt-trans>", "<metadata><metaGroup category='scoportal'>", "<meta type='release'>", "<meta>", "</meta>", "</metaGroup></metadata>", "<tu>", "</tu>", "<tuv xml:lang='en'>", "<tuv xml:lang='de'>", "</tuv>", "<seg>", "</seg>", "<hi>",
        "</hi>", "<prop type='x-origin'>", "</prop>", "<header datatype='x-markdown' creationtool='ScoPortal'/>", "changedate='20210618T083000Z'", "The yard opened. ", "**", "[", "](a)", "&amp;", "&e;", "<!--", "-->", "<![CDATA[", "]]>", "state='final'", "a='b' ",
        "<conceptEntry id='a'>", "</conceptEntry>", "<langSec xml:lang='en'>", "</langSec>", "<termSec>", "</termSec>", "<term>", "</term>", "<note>", "<termNote type='administrativeStatus'>", "</termNote>", "preferredTerm-admn-sts", "<tig>", "</tig>", "<descrip type='source'>",
    ];

    private static readonly string[] Json =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"uri\":\"https://a.example/1\",", "\"headline\":\"Yard opens\",", "\"body_html\":\"<p>The yard opened.</p>\",", "\"body_text\":\"", "\"headlines\":[{\"role\":\"main\",\"value\":\"a\"}],", "\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>a\"}],",
        "\"associations\":{\"a\":{", "\"renditions\":[{\"href\":\"https://a.example/1.jpg\"}],", "\"altids\":{\"a\":\"b\"},", "\"versioncreated\":\"2021-06-18T08:30:00Z\",", "\"language\":\"en\",", "\"place\":[{\"name\":\"Qingdao\"}],", "\"\\ud800\"", "\"\\u0000\"", "\"\\ud800\":1,", "null", "true", "1e999", "// a\n",
        "{\"Id\":1}\n", "{\"Key\":\"a\",\"Note\":\"b\"}\n", "\n", "\"Id\":", "\"Key\":\"a\"", "\"Version\":1,", "\"Format\":\"scoportal-archive\",\"Version\":1,\"Schema\":\"Newsroom\",", "\"Rows\":{\"Terms\":1},", "\"MediaFiles\":0,", "\"HasSecrets\":false,", "\"WrittenAt\":\"2026-11-22T00:00:00Z\"",
    ];

    public static readonly IReadOnlyList<Parser> All =
    [
        new("text", [Bytes("Yard opens\n\nQINGDAO, June 18, 2021 (Xinhua) -- The yard was opened on Friday, the office said.\n\nSource: Harbour Office\n"), Bytes("新华社连云港6月18日电（记者王芳）中欧班列场站18日启用。\n\n完"), Encoding.Latin1.GetBytes("Hafen öffnet\n\nLübeck (ots) - Der Hafen öffnete am Freitag früh, sagte das Büro.")], Phrases, bytes => Wire("a.txt", bytes)),
        new("markdown", [Bytes("# Yard opens\n\nThe **yard** was [opened](https://a.example/b \"t\") on *Friday*.\n\n- forty\n  1. cooled\n\n> said `so`\n\n| a | b |\n| --- | --- |\n| c | d |\n")], Marks, Written),
        new("html", [Bytes(Page)], Html, bytes => Wire("a.html", bytes)) { Frames = [("", ""), ("<html><body><article><h1>Yard opens</h1><p>The yard opened on Friday, said the office.</p>", "")] },
        new("feed", [Bytes(Feed), Bytes(Atom)], Xml, bytes => Wire("a.xml", bytes)) { Frames = [("<rss><channel><item>", "</item></channel></rss>"), ("<rss version='2.0'><channel>", ""), ("<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "</entry></feed>")] },
        new("newsml", [Bytes(NewsMl), Bytes(Nitf)], Xml, bytes => Wire("a.xml", bytes)) { Frames = [("<newsItem><contentSet>", "</contentSet></newsItem>"), ("<NewsML>", "</NewsML>"), ("<nitf>", "</nitf>")] },
        new("ninjs", [Bytes("{\"uri\":\"https://a.example/1\",\"headline\":\"Yard opens\",\"body_html\":\"<p>The yard opened.</p>\",\"language\":\"en\",\"versioncreated\":\"2021-06-18T08:30:00Z\",\"altids\":{\"a\":\"b\"},\"renditions\":{\"a\":{\"href\":\"https://a.example/1.jpg\"}}}")], Json, bytes => Wire("a.json", bytes)) { Frames = [("{\"uri\":\"a\",", "}"), ("[", "]")] },
        new("docx", [Bytes(WordXml)], ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "words ", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "</w:tr>", "</w:tbl>", "<w:br/>", "<w:rPr><w:b/></w:rPr>", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>", "<w:hyperlink r:id='a'>", "</w:hyperlink>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:ins>", "</w:ins>", "<w:del>", "<w:numPr><w:ilvl w:val='99999999999'/></w:numPr>", "<a b='c'/>", "&amp;", "<w:fldSimple w:instr='a'>"], bytes => Wire("a.docx", Zip(("[Content_Types].xml", Bytes(WordTypes)), ("_rels/.rels", Bytes(WordRelations)), ("word/document.xml", bytes)))) { Frames = [(WordStart + "<w:p>", "</w:p>" + WordEnd), (WordStart, WordEnd)] },
        new("docx-zip", [Zip(("[Content_Types].xml", Bytes(WordTypes)), ("_rels/.rels", Bytes(WordRelations)), ("word/document.xml", Bytes(WordXml)))], ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "word/document.xml", "[Content_Types].xml", "\0\0\0\0"], bytes => Wire("a.docx", bytes)) { Frames = [("PK\u0003\u0004", "")] },
        new("xliff12", [Bytes(Xliff12Text)], Exchange, Translation) { Frames = [("<xliff version='1.2'><file original='release-7'><body>", "</body></file></xliff>"), ("<xliff version='1.2'><file><body><trans-unit id='1'>", "</trans-unit></body></file></xliff>")] },
        new("xliff21", [Bytes(Xliff21Text)], Exchange, Translation) { Frames = [("<xliff version='2.1' srcLang='en' trgLang='de'><file id='f'>", "</file></xliff>"), ("<xliff version='2.1'><file><unit id='u1'><segment><source>", "</source></segment></unit></file></xliff>")] },
        new("xliff-zip", [Zip(("a.xlf", Bytes(Xliff12Text)), ("b.xlf", Bytes(Xliff21Text)))], ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "a.xlf", "\0\0\0\0"], Brought) { Frames = [("PK\u0003\u0004", "")] },
        new("tmx", [Bytes(TmxText)], Exchange, bytes => _ = Tmx.Read(new MemoryStream(bytes, writable: false)).Count()) { Frames = [("<tmx version='1.4'><body><tu>", "</tu></body></tmx>"), ("<tmx><header datatype='x-markdown' creationtool='ScoPortal'/><body>", "")] },
        new("tbx", [Bytes(TbxText)], Exchange, Terms) { Frames = [("<tbx><text><body><conceptEntry id='a'>", "</conceptEntry></body></text></tbx>"), ("<martif>", "</martif>")] },
        new("csv", [Bytes("key,language,form,status,source,note\r\nsco,de,SOZ,preferred,\"a \"\"b\"\"\",n\r\nsco,en,SCO,allowed,,\r\n"), Bytes("key;language;form\nyard;zh;场站\n'=a;de;b\n")], ["key", "language", "form", "status", "source", "note", ",", ";", "\t", "\"", "\"\"", "\r\n", "\n", "'", "=1+1", "de", "zh-Hant", "preferred", "a,", "a,de,b,forbidden\n"], Terms) { Frames = [("key,language,form,status,source,note\n", ""), ("", "")] },
        new("archive-rows", [Bytes("{\"Id\":1,\"Key\":\"sco\",\"Note\":\"a\",\"Version\":1}\n{\"Id\":2,\"Key\":\"yard\",\"Version\":1}\n")], Json, Rows),
        new("archive-zip", [Zip(("manifest.json", Bytes("{\"format\":\"scoportal-archive\",\"version\":1,\"schema\":\"Newsroom\",\"writtenAt\":\"2026-11-22T00:00:00+00:00\",\"hasSecrets\":false,\"rows\":{\"Terms\":1},\"mediaFiles\":0}")), ("Terms.jsonl", Bytes("{\"Id\":1}\n")))], ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "manifest.json", "\0\0\0\0"], Manifest),
        new("archive-manifest", [Bytes("{\"format\":\"scoportal-archive\",\"version\":1,\"schema\":\"Newsroom\",\"writtenAt\":\"2026-11-22T00:00:00+00:00\",\"hasSecrets\":false,\"rows\":{\"Terms\":1},\"mediaFiles\":0}")], Json, bytes => Manifest(Zip(("manifest.json", bytes)))),
        new("image", [Picture.Jpeg(metadata: true), Picture.Png(metadata: true, animated: 2), Picture.Gif(metadata: true, frames: 3), Picture.WebP(metadata: true, frames: 2), Picture.LossyWebP(), Picture.Avif(quarters: 1, metadata: true)], ["GIF89a", "\u0089PNG", "RIFF", "WEBPVP8 ", "ftypavif", "IHDR", "IDAT", "IEND", "Exif\0\0", "<svg>", "\0\0\0\u0001", "\0"], bytes => ImageReader.Read(bytes, new ImageLimits(64_000_000, 100_000_000, 30_000))),
        new("search", [Bytes("\"port opening\" Qingdao COVID-19 青岛港"), Bytes("Häfen 2025年 ёмкость")], ["\"", "“", "”", "「", "AND ", "NOT ", "NEAR(", "*", "^", "port ", "Ports", "Häfen", "ёмкость", "青岛港", "𠮷", "2025年", "1,225", "-", "'", "кооперация", "ing", "ation"], Search),
        new("accept-language", [Bytes("de-AT,de;q=0.9,en;q=0.5,*;q=0.1")], ["de", "en-GB", "zh-Hans-CN", "*", ",", ";", "q=", "0.5", "1.001", " ", "\t", "\"", "q=NaN", "İ", "ru"], bytes => _ = Spoken.Best(Text(bytes))),
        new("slug", [Bytes("Yard & quay “open” – Häfen 连云港举行圆桌会议 Ёлка 2021")], ["a", "-", "'", "’", "\u00ad", "\u0301", "İ", "ß", "连云港", "Ёлка ", " ", "\u200f", "﷽"], bytes => _ = Slug.From(Text(bytes))),
    ];

    private static void Wire(string name, byte[] bytes)
    {
        foreach (var item in WireFile.Read(name, bytes).Where(i => i.Document is not null).Take(50))
        {
            var read = WireReader.Read(item.Document!);
            try
            {
                Content(Incoming.From(read with { Language = read.Language ?? "en" }, item.Text!, item.Name).Content);
            }
            catch (InvalidDataException)
            {
                // Too long for a release, as it says.
            }
        }
    }

    private static void Written(byte[] bytes) => Content(new ReleaseContent { Headline = Text(bytes[..Math.Min(bytes.Length, 100)]), Body = Text(bytes), Facts = Text(bytes) });

    // What becomes of a text that is in: its page, its address, its sentences and what other tools get of them, what is found of it.
    private static void Content(ReleaseContent content)
    {
        _ = Markdown.ToHtml(content.Body).Value;
        _ = Markdown.ToPlainText(content.Body);
        _ = Slug.From(content.Headline);
        var language = Languages[content.Body.Length % Languages.Length];
        foreach (var segment in Segmentation.Of(content, language))
            _ = CodedText.Of(segment.Text).NumberedAs(CodedText.Of(segment.Text));
        _ = TextAnalyzer.Analyze(content.Body, language);
        _ = Excerpt.Around(content.Body, SearchQuery.Parse("port 青岛 opened"), "en");
    }

    private static void Translation(byte[] bytes)
    {
        foreach (var file in Xliff.Read(new MemoryStream(bytes, writable: false)).Files)
            _ = Returned.Of(file, "de", [new(1, "The **yard** opened.", "Die **Halle** steht.", UnitState.Draft, true, true), new(2, "It grew.", "", UnitState.Empty, false)]);
    }

    private static void Brought(byte[] bytes)
    {
        foreach (var file in ExchangeZip.Open("a.zip", bytes).Where(f => f.Fault is null))
            Translation(file.Content);
    }

    private static void Terms(byte[] bytes) => _ = new GlossaryImport(new Dictionary<string, Term>(), Languages).Take(GlossaryFile.Read(Text(bytes))).Keys;

    private static void Rows(byte[] bytes)
    {
        foreach (var table in Tables.Value)
        {
            try
            {
                _ = ArchiveRows.Read(new MemoryStream(bytes, writable: false), table).Count();
            }
            catch (ArchiveException)
            {
                // It says which line.
            }
        }
    }

    private static void Manifest(byte[] bytes)
    {
        try
        {
            using var zip = Archive.Open(new MemoryStream(bytes, writable: false));
            _ = ArchiveManifest.Read(zip);
        }
        catch (ArchiveException)
        {
            // It says what is wrong.
        }
    }

    private static void Search(byte[] bytes)
    {
        var query = SearchQuery.Parse(Text(bytes));
        foreach (var language in Languages)
        {
            _ = query.In(language).Select(c => c.ToString()).Count();
            _ = Excerpt.Around("The port of Qingdao opened; 青岛港2025年开放。 " + Text(bytes), query, language);
        }
    }

    private static readonly Lazy<IReadOnlyList<ArchiveTable>> Tables = new(() =>
    {
        using var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options);
        return [.. ArchiveSchema.Named(db, "Newsroom")!.Tables.Where(t => t.Name is "Terms" or "Releases" or "AspNetUsers")];
    });

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // A browser's form and a header hold text already; half characters come as escapes of JSON and in UTF-16.
    private static string Text(byte[] bytes) => bytes.Length % 5 == 1 ? Encoding.BigEndianUnicode.GetString(bytes) + '\ud800' : Encoding.UTF8.GetString(bytes);

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = DateTimeOffset.Parse("2021-06-18T00:00:00Z", CultureInfo.InvariantCulture);
                using var file = entry.Open();
                file.Write(content);
            }
        }

        return stream.ToArray();
    }

    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><title>Yard opens – Harbour wire</title><meta property="og:title" content="Yard opens"><meta name="date" content="2021-06-18">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Yard opens","datePublished":"2021-06-18T08:30:00Z"}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Yard opens</h1><p class="date">18 June 2021</p><p>QINGDAO, June 18 (Xinhua) -- The <b>yard</b> was <a href="/plan">opened</a> on Friday, the office said.</p>
        <ul><li>forty wagons<li>a signal box</ul><table><tr><th>Wagon<th>Fee<tr><td>open<td>40</table><blockquote>It grew.</blockquote></article><footer>Harbour wire</footer></body></html>
        """;

    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour wire</title><language>en</language>
        <item><title>Yard opens</title><link>https://a.example/1</link><guid>a-1</guid><pubDate>Fri, 18 Jun 2021 08:30:00 EST</pubDate><content:encoded><![CDATA[<p>QINGDAO, June 18 (Xinhua) -- The yard&nbsp;opened.</p>]]></content:encoded></item>
        <item><title>Ferry&nbsp;starts</title><description>The ferry starts in May, said the office.</description></item></channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title><entry><title type="html">Hof &amp;amp; Kai</title><id>a</id><updated>2021-06-18T08:30:00Z</updated><link rel="alternate" href="https://a.example/2"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Hof öffnete am <b>Freitag</b>.</p></div></content></entry></feed>
        """;

    private const string NewsMl = """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" xml:lang="en"><itemMeta><versionCreated>2021-06-18T08:30:00Z</versionCreated><provider literal="x"/></itemMeta><rightsInfo><copyrightNotice>a</copyrightNotice></rightsInfo>
        <contentMeta><language tag="en"/><headline>Yard opens</headline><headline role="hl:sub">At last</headline><dateline>QINGDAO, June 18</dateline><located qcode="iso3166-1a2:CN"><name>Qingdao</name></located></contentMeta>
        <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The yard opened on Friday.</p></body></html></inlineXML><remoteContent href="https://a.example/1.jpg"/></contentSet></newsItem>
        """;

    private const string Nitf = """
        <nitf><head><docdata><date.issue norm="20210618T083000Z"/><doc-id id-string="a"/></docdata></head><body><body.head><hedline><hl1>Yard opens</hl1><hl2>At last</hl2></hedline><dateline>QINGDAO, June 18</dateline></body.head><body.content><block><p>The yard opened.</p></block></body.content></body></nitf>
        """;

    private const string WordStart = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>";

    private const string WordEnd = "</w:body></w:document>";

    private const string WordXml = WordStart + "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Yard opens</w:t></w:r></w:p><w:p><w:r><w:t>The yard </w:t></w:r><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>was opened</w:t></w:r></w:ins><w:del><w:r><w:delText>never</w:delText></w:r></w:del></w:p>"
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Wagon</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Fee</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>" + WordEnd;

    private const string WordTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private const string WordRelations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private const string Xliff12Text = """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sco="urn:scoportal:exchange:1"><file original="release-7" source-language="en" target-language="de" datatype="plaintext" sco:release="7"><header><note from="title">Yard</note></header><body>
        <trans-unit id="1" restype="x-body" sco:kind="text"><source>The <bpt id="1" ctype="bold">**</bpt>yard<ept id="1">**</ept> opened.</source><target state="translated">Der <bpt id="1" ctype="bold">**</bpt>Hof<ept id="1">**</ept> ist offen.</target><note from="a">b</note>
        <alt-trans match-quality="92"><source>a</source><target>b</target></alt-trans></trans-unit><trans-unit id="2"><source>It grew.</source><target>Er <g id="1">wuchs</g>.</target></trans-unit></body></file></xliff>
        """;

    private const string Xliff21Text = """
        <xliff version="2.1" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f" original="release-7"><unit id="u1"><originalData><data id="d1">**</data></originalData><segment state="translated"><source>The <pc id="1" dataRefStart="d1" dataRefEnd="d1" subType="xlf:b">yard</pc> opened.</source>
        <target>Der <pc id="1" dataRefStart="d1" dataRefEnd="d1">Hof</pc> ist offen.</target></segment><ignorable><source> </source></ignorable></unit><unit id="u2"><segment><source>It grew<cp hex="0007"/>.</source></segment></unit></file></xliff>
        """;

    private const string TmxText = """
        <tmx version="1.4"><header creationtool="x" datatype="plaintext"/><body><tu changedate="20210618T083000Z" changeid="a"><prop type="x-origin">b</prop><tuv xml:lang="en"><seg>The <bpt i="1">&lt;b&gt;</bpt>yard<ept i="1">&lt;/b&gt;</ept> opened.</seg></tuv><tuv xml:lang="de-AT"><seg>Der *Hof* ist <hi>offen</hi>.</seg></tuv></tu></body></tmx>
        """;

    private const string TbxText = """
        <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="sco"><note>a</note><langSec xml:lang="de"><termSec><term>SOZ</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><admin type="source">b</admin></termSec></langSec></conceptEntry></body></text></tbx>
        """;
}
