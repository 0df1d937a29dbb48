using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Wires;
using Xunit;

namespace ScoPortal.Web.Tests.Wires;

/// <summary>Files that hold texts in fields of their own: what is taken from each, and what is refused.</summary>
public class ContainerTests
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour wire</title><language>en-us</language>
        <item><title>Yard &amp;amp; quay open</title><link>https://wire.example.org/1</link><guid isPermaLink="false">hw-1</guid><pubDate>Fri, 18 Jun 2021 08:30:00 EST</pubDate><dc:creator>Harbour Office</dc:creator>
        <description>Short words.</description><content:encoded><![CDATA[<p>LIANYUNGANG, June 18, 2021 /PRNewswire/ -- The yard&nbsp;opened on Friday.</p><ul><li>forty wagons</li></ul>]]></content:encoded><enclosure url="https://wire.example.org/1.jpg" type="image/jpeg" length="1"/></item>
        <item><title>Broken</title><description>This one <b>never ends</description></item>
        <item><title>Ferry&nbsp;starts</title><description>The ferry starts in May, said the office.</description></item></channel></rss>
        """;

    [Fact]
    public void A_feed_gives_its_items_one_by_one_and_a_broken_one_stops_no_other()
    {
        var items = WireFile.Read("wire/feed.xml", Encoding.UTF8.GetBytes(Feed)).ToList();

        Assert.Equal(["feed.xml#1", "feed.xml#2", "feed.xml#3"], items.Select(i => i.Name));
        Assert.Equal([null, WireRefusal.Damaged, null], items.Select(i => i.Refusal));
        var first = items[0].Document!;
        Assert.Equal("Yard & quay open\n\nLIANYUNGANG, June 18, 2021 /PRNewswire/ -- The yard opened on Friday.\n\n- forty wagons", first.Text);
        Assert.Equal(("rss", "en", "Harbour Office", "Harbour wire", "2021-06-18T08:30:00-05:00"), (first.Known.Rule, first.Known.Language, first.Known.Issuer, first.Known.Distributor, first.Known.PostedAt!.ToString()));
        Assert.Equal([("guid", "hw-1"), ("url", "https://wire.example.org/1")], first.Known.ExternalIds);
        Assert.Equal(["https://wire.example.org/1.jpg"], first.Known.MediaLinks);
        Assert.Equal([("Short words.", "feed-summary")], first.Removed.Select(r => (r.Text, r.Rule)));
        Assert.Equal(Feed[Feed.IndexOf("<item>", StringComparison.Ordinal)..(Feed.IndexOf("</item>", StringComparison.Ordinal) + "</item>".Length)], Encoding.UTF8.GetString(items[0].Source!));
        Assert.StartsWith("Ferry starts", items[2].Text, StringComparison.Ordinal);
        Assert.Equal("<item><title>Ferry&nbsp;starts</title><description>The ferry starts in May, said the office.</description></item>", Encoding.UTF8.GetString(items[2].Source!));
    }

    [Fact]
    public void A_damaged_feed_of_one_line_gives_no_item_twice()
    {
        var feed = $"<rss><channel><item><title>Yard opens</title><description>{string.Concat(Enumerable.Repeat("a&nbsp;", 60))}.</description></item>"
            + "<item><title>Broken</title><description>This <b>never ends</description></item><item><title>Ferry starts</title><description>In May.</description></item></channel></rss>";

        var items = WireFile.Read("feed.xml", Encoding.UTF8.GetBytes(feed)).ToList();

        Assert.Equal([null, WireRefusal.Damaged, null], items.Select(i => i.Refusal));
        Assert.Equal("<item><title>Ferry starts</title><description>In May.</description></item>", Encoding.UTF8.GetString(items[2].Source!));
    }

    [Fact]
    public void An_Atom_entry_alone_keeps_the_name_of_its_file()
    {
        var item = Assert.Single(WireFile.Read("a.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title><entry><id>urn:x:1</id><title type="html">Kai &amp;amp; Bahn</title><published>2021-06-18T08:30:00Z</published>
            <link href="https://hafen.example/1"/><author><name>Hafenamt</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Kai ist seit Dienstag <em>offen</em>.</p></div></content></entry></feed>
            """u8.ToArray()));

        Assert.Equal(("a.atom", "Kai & Bahn\n\nDer Kai ist seit Dienstag offen.", "atom", "de", "Hafenamt"), (item.Name, item.Text, item.Document!.Known.Rule, item.Document.Known.Language, item.Document.Known.Issuer));
    }

    [Fact]
    public void A_NewsML_message_gives_its_texts_with_what_its_fields_say()
    {
        var item = Assert.Single(WireFile.Read("n.xml", """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:n:7" version="2" xml:lang="en"><rightsInfo><copyrightHolder><name>Harbour Wire</name></copyrightHolder><usageTerms>Not for resale</usageTerms></rightsInfo>
            <itemMeta><provider><name>Harbour Wire</name></provider><versionCreated>2021-06-18T08:30:00+08:00</versionCreated></itemMeta>
            <contentMeta><located><name>Qingdao</name><broader qcode="iso3166-1a2:CN"/></located><creditline>Xinhua</creditline><headline>Yard opens</headline><dateline>QINGDAO, June 18</dateline></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>Yard opens</h1><p>The yard opened.</p></body></html></inlineXML></contentSet></newsItem>
            <newsItem guid="urn:n:8"><contentSet><remoteContent href="https://n.example/8.jpg" contenttype="image/jpeg"/></contentSet></newsItem></itemSet></newsMessage>
            """u8.ToArray()));

        var known = item.Document!.Known;
        Assert.Equal("Yard opens\n\nQINGDAO, June 18 -- The yard opened.", item.Text);
        Assert.Equal(("newsml-g2", "Qingdao", "CN", "Harbour Wire", "© Harbour Wire Not for resale", "en"), (known.Rule, known.Place, known.Country, known.Distributor, known.Rights, known.Language));
        Assert.Equal(["Xinhua"], known.Wires);
        Assert.Equal(["https://n.example/8.jpg"], known.MediaLinks);
        Assert.Equal([("guid", "urn:n:7")], known.ExternalIds);
    }

    [Theory]
    [InlineData("""{"uri":"urn:x:1","headline":"Yard opens","body_html":"<p>The yard opened.</p>","versioncreated":"2021-06-18T08:30:00Z","language":"en","located":"Qingdao","copyrightholder":"HW","altids":{"hw":"7"},"associations":{"main":{"uri":"p","renditions":{"big":{"href":"https://n.example/1.jpg"}}}}}""")]
    [InlineData("""[{"uri":"urn:x:1","headlines":[{"role":"main","value":"Yard opens"}],"bodies":[{"contenttype":"text/html","value":"<p>The yard opened.</p>"}],"versioncreated":"2021-06-18T08:30:00Z","language":"en","places":[{"name":"Qingdao"}],"copyrightholder":"HW","altids":[{"role":"hw","value":"7"}],"associations":[{"name":"main","renditions":[{"name":"big","href":"https://n.example/1.jpg"}]}]}]""")]
    public void Both_generations_of_ninjs_say_the_same(string json)
    {
        var item = Assert.Single(WireFile.Read("n.json", Encoding.UTF8.GetBytes(json)));

        var known = item.Document!.Known;
        Assert.Equal(("Yard opens\n\nThe yard opened.", "Qingdao", "© HW", "2021-06-18T08:30:00+00:00"), (item.Text, known.Place, known.Rights, known.PostedAt!.ToString()));
        Assert.Equal([("uri", "urn:x:1"), ("hw", "7")], known.ExternalIds);
        Assert.Equal(["https://n.example/1.jpg"], known.MediaLinks);
    }

    [Theory]
    [InlineData("bomb.xml", """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>""", WireRefusal.Unsafe)]
    [InlineData("file.xml", """<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]><newsItem><contentSet><inlineData>&x;</inlineData></contentSet></newsItem>""", WireRefusal.Unsafe)]
    [InlineData("other.xml", "<?xml version='1.0'?><invoice><sum>1</sum></invoice>", WireRefusal.UnknownFormat)]
    [InlineData("cut.xml", "<newsItem><contentSet><inlineData>The yard", WireRefusal.Damaged)]
    [InlineData("empty.rss", "<rss><channel><title>x</title></channel></rss>", WireRefusal.NoStory)]
    [InlineData("text.xml", "Yard opens", WireRefusal.Damaged)]
    [InlineData("other.json", """{"a":1}""", WireRefusal.UnknownFormat)]
    [InlineData("cut.json", """{"uri":"x","headline":""", WireRefusal.Damaged)]
    [InlineData("blank.html", "<html><body><script>1</script></body></html>", WireRefusal.NoStory)]
    [InlineData("text.docx", "Yard opens", WireRefusal.Damaged)]
    [InlineData("picture.txt", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", WireRefusal.Binary)]
    public void What_is_not_what_it_says_is_refused_with_the_reason(string name, string content, WireRefusal refusal)
    {
        var item = Assert.Single(WireFile.Read(name, Encoding.Latin1.GetBytes(content)));

        Assert.Equal((null, refusal), (item.Document, item.Refusal));
        Assert.NotEmpty(item.Reason!);
    }

    [Fact]
    public void A_feed_gives_a_thousand_stories_and_says_that_there_are_more()
    {
        static byte[] Feed(int items) => Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Range(0, items).Select(i => $"<item><title>Yard {i}</title><description>It opened.</description></item>")) + "</channel></rss>");

        Assert.Equal((1_000, 0), (WireFile.Read("a.rss", Feed(1_000)).Count(), WireFile.Read("a.rss", Feed(1_000)).Count(i => i.Refusal is not null)));
        var items = WireFile.Read("a.rss", Feed(1_500)).ToList();
        Assert.Equal((1_001, "a.rss", WireRefusal.TooMany), (items.Count, items[^1].Name, items[^1].Refusal));
    }

    [Theory]
    [InlineData("feed.xml", "<rss><channel><item>")]
    [InlineData("item.xml", "<newsItem>")]
    public void A_tag_with_attributes_without_end_is_refused(string name, string start)
    {
        var attributes = string.Concat(Enumerable.Range(0, 600_000).Select(i => $" a{i}=''"));

        Assert.All([attributes, attributes[..(attributes.IndexOf(" a400=", StringComparison.Ordinal))]], a => Assert.Contains(WireRefusal.Unsafe, WireFile.Read(name, Encoding.UTF8.GetBytes($"{start}<p{a}/>")).Select(i => i.Refusal!.Value)));
    }

    [Theory]
    [InlineData("a.json", """{"\ud800":1,"uri":"1","headline":"Yard opens","body_text":"a"}""")]
    [InlineData("a.json", """[{"\ud800":1},{"uri":"1"}]""")]
    [InlineData("a.xml", "<newsItem><contentSet><inlineData>The yard opened&#0;.&#xFFFE;</inlineData></contentSet></newsItem>")]
    [InlineData("a.xml", "<rss><channel><item><title>Yard</title><description>The yard opened&#0;.&#xFFFE;</description></item></channel></rss>")]
    [InlineData("a.txt", "Yard opens\n\nThe yard opened\ufffe on Friday.")]
    public void Characters_that_are_none_stop_no_import(string name, string content)
    {
        foreach (var item in WireFile.Read(name, Encoding.UTF8.GetBytes(content)).Where(i => i.Document is not null))
            Assert.NotNull(WireReader.Read(item.Document!).ToContent());
    }

    [Fact]
    public void Half_a_character_in_a_story_of_ninjs_stops_no_other()
    {
        var items = WireFile.Read("a.json", """[{"uri":"1","headline":"\ud800","body_text":"a"},{"uri":"2","headline":"Yard opens","body_text":"It opened."}]"""u8.ToArray());

        Assert.Equal([WireRefusal.Damaged, null], items.Select(i => i.Refusal));
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var xml = "<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 100_000));
        var json = "{\"uri\":\"x\",\"body\":" + new string('[', 100_000);

        Assert.Contains(WireRefusal.Unsafe, WireFile.Read("deep.xml", Encoding.UTF8.GetBytes(xml)).Select(i => i.Refusal!.Value));
        Assert.Equal([WireRefusal.Unsafe], WireFile.Read("deep.json", Encoding.UTF8.GetBytes(json)).Select(i => i.Refusal!.Value));
    }

    [Fact]
    public void A_Word_file_becomes_Markdown_and_what_was_deleted_stays_deleted()
    {
        var bytes = Word((part, body) =>
        {
            part.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Title" }) { StyleId = "T", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "heading 2" }, new StyleParagraphProperties(new OutlineLevel { Val = 1 })) { StyleId = "H2", Type = StyleValues.Paragraph });
            part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }) { LevelIndex = 0 }, new Level(new NumberingFormat { Val = NumberFormatValues.Decimal }) { LevelIndex = 1 }) { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
            var link = part.AddHyperlinkRelationship(new Uri("https://yard.example/a"), true).Id;
            body.Append(
                Line("T", Words("Yard opens")),
                Line(null, Words("QINGDAO, June 18, 2021 (Xinhua) -- The yard was "), new DeletedRun(new Run(new DeletedText("never "))), Words("opened on Friday, the office said.")),
                Line("H2", Words("The yard")),
                Line(null, Words("It has a "), Words("signal box", new Bold()), Words(" and "), new Hyperlink(Words("a plan")) { Id = link }, Words(".")),
                Item("forty wagons", 0), Item("cooled", 1), Item("signal box", 0),
                new Table(Row("Wagon", "Fee"), Row("open", "40")));
        });

        var item = Assert.Single(WireFile.Read("yard.docx", bytes));

        Assert.Equal(
            """
            Yard opens

            QINGDAO, June 18, 2021 (Xinhua) -- The yard was opened on Friday, the office said.

            ## The yard

            It has a **signal box** and [a plan](https://yard.example/a).

            - forty wagons
               1. cooled
            - signal box

            | Wagon | Fee |
            | --- | --- |
            | open | 40 |
            """,
            item.Text);
        Assert.Equal(("docx", "Yard opens"), (item.Document!.Known.Rule, item.Document.Known.Headline));
        Assert.Equal(bytes, item.Source);
    }

    [Fact]
    public void Lists_of_Word_are_numbered_as_each_of_them_says()
    {
        var bytes = Word((part, body) =>
        {
            part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }) { LevelIndex = 0 }) { AbstractNumberId = 1 },
                new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Decimal }) { LevelIndex = 0 }) { AbstractNumberId = 2 },
                new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 1 }, new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 2 }, new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 3 });
            body.Append(Item("forty wagons", 0), Item("a signal box", 0), Line(null, Words("And")), Item("a canteen", 0, list: 2), Line(null, Words("Or")), Item("none", 0, list: 3));
        });

        Assert.Equal("1. forty wagons\n2. a signal box\n\nAnd\n\n- a canteen\n\nOr\n\n- none", Assert.Single(WireFile.Read("lists.docx", bytes)).Text);
    }

    [Fact]
    public void A_damaged_Word_file_and_one_that_is_enormous_inside_are_refused()
    {
        var bytes = Word((_, body) => body.Append(Line(null, Words("The yard opened."))));
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("word/document.xml").Open())
        {
            for (var i = 0; i < 130; i++)
                entry.Write(new byte[1024 * 1024]);
        }

        Assert.Equal("The yard opened.", Assert.Single(WireFile.Read("yard.docx", Zipped("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>The yard opened.</w:t></w:r></w:p></w:body></w:document>"))).Text);
        Assert.Equal(WireRefusal.Damaged, Assert.Single(WireFile.Read("cut.docx", bytes[..(bytes.Length / 2)])).Refusal);
        Assert.Equal(WireRefusal.Unsafe, Assert.Single(WireFile.Read("bomb.docx", bomb.ToArray())).Refusal);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("first")]
    public void A_Word_file_with_a_level_that_is_none_is_damaged(string level) =>
        Assert.Equal(WireRefusal.Damaged, Assert.Single(WireFile.Read("yard.docx", Zipped($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:pPr><w:outlineLvl w:val=\"{level}\"/></w:pPr><w:r><w:t>The yard opened.</w:t></w:r></w:p></w:body></w:document>"))).Refusal);

    [Theory]
    [InlineData("<w:p>", "<w:ins>", "</w:ins>", "</w:p>", 5_000)]
    [InlineData("<w:tbl><w:tr><w:tc>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "</w:tc></w:tr></w:tbl>", 5_000)]
    [InlineData("", "<w:p/>", "", "", 1_500_000)]
    [InlineData("<w:p w:rsidR=\"1\"", " w:rsidP=\"1\"/><w:p w:rsidR=\"1\"", "", "/>", 500_000)]
    [InlineData("<w:p>", "<!-- a remark of some length that nobody will ever read -->", "", "</w:p>", 350_000)]
    public void A_small_Word_file_that_nests_or_repeats_without_end_is_refused_before_it_is_opened(string start, string piece, string end, string last, int times)
    {
        var body = start + string.Concat(Enumerable.Repeat(piece, times)) + "<w:r><w:t>The yard opened.</w:t></w:r>" + string.Concat(Enumerable.Repeat(end, times)) + last;

        var bytes = Zipped($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");

        Assert.True(bytes.Length < 200_000);
        Assert.Equal(WireRefusal.Unsafe, Assert.Single(WireFile.Read("deep.docx", bytes)).Refusal);
    }

    [Fact]
    public void Paths_mean_files_folders_and_patterns_in_order()
    {
        var root = Directory.CreateTempSubdirectory("wires").FullName;
        foreach (var file in (string[])["b.txt", "a.txt", "picture.png", ".hidden.txt", "in/c.html", "in/deep/d.txt"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.WriteAllText(Path.Combine(root, file), "x");
        }

        Directory.CreateSymbolicLink(Path.Combine(root, "in", "loop"), root);
        var files = new WireFiles([root, Path.Combine(root, "missing.txt"), $"{root}/**/*.txt", $"{root}/*.txt", $"{root}/*/d*/*.txt", "-"]);

        var found = files.Find().Select(f => (f.Path == "-" ? f.Path : Path.GetRelativePath(root, f.Path)) + (f.Reason is null ? "" : ": " + f.Reason)).ToList();

        Directory.Delete(root, recursive: true);
        Assert.Equal(["a.txt", "b.txt", "in/c.html", "in/deep/d.txt", "missing.txt: there is no such file", "a.txt", "b.txt", "in/deep/d.txt", "a.txt", "b.txt", "in/deep/d.txt", "-"], found);
        Assert.Equal(2, files.Skipped);
    }

    internal static byte[] Word(Action<MainDocumentPart, Body> fill)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var (part, body) = (file.AddMainDocumentPart(), new Body());
            part.Document = new Document(body);
            fill(part, body);
        }

        return stream.ToArray();
    }

    /// <summary>A Word file of nothing but its document.</summary>
    private static byte[] Zipped(string document)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add("word/document.xml", document);

            void Add(string name, string content)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string? style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(style is null ? [] : [new ParagraphStyleId { Val = style }]), .. content]);

    private static Paragraph Item(string words, int level, int list = 1) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })), Words(words));

    private static Run Words(string words, params OpenXmlElement[] properties) => new(new RunProperties(properties), new DocumentFormat.OpenXml.Wordprocessing.Text(words) { Space = SpaceProcessingModeValues.Preserve });

    private static TableRow Row(params string[] cells) => new(cells.Select(c => new TableCell(new Paragraph(Words(c)))));
}
