using System.Diagnostics;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Wires;
using Xunit;

namespace ScoPortal.Web.Tests.Wires;

/// <summary>Of a web page the story is read, and the rest is listed.</summary>
public class HtmlTextTests
{
    private const string First = "The harbour office opened a second rail yard on Tuesday, and forty wagons a day are loaded there, twice as many as before.";

    private const string Second = "The yard was built in eleven months. It lies beside the first one, and both of them share a signal box and a canteen.";

    private const string Third = "\"We had waited for this for years,\" said the head of the yard, who had come with her whole crew to see the first train.";

    [Fact]
    public void An_article_is_told_from_navigation_share_bars_related_stories_and_cookies()
    {
        var document = HtmlText.Read($"""
            <!doctype html><html lang="en-GB"><head><title>Second rail yard opens | Harbour Times</title>
            <meta property="og:title" content="Second rail yard opens"><meta property="article:published_time" content="2021-06-18T08:30:00+08:00">
            <meta property="og:site_name" content="Harbour Times"><link rel="canonical" href="https://news.example.org/2021/yard.html"></head><body class="has-sidebar cookies-on">
            <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news of the day</a></li></ul></nav>
            <div id="cookie-consent"><p>We use cookies, and so do our partners. Please agree, or read more about it in our policy.</p></div>
            <article><header><h1>Second rail yard opens</h1><p class="standfirst">Forty wagons a day are loaded at the new yard</p>
            <div class="share-bar"><a href="#">Facebook</a> <a href="#">Mail</a></div></header>
            <figure><img src="/img/yard.jpg"><figcaption>The yard at night. Photo: Harbour Office</figcaption></figure>
            <p>LIANYUNGANG, China, June 18, 2021 /<a href="https://wire.example.org">PRNewswire</a>/ -- {First}</p>
            <h2>A yard in <em>eleven</em> months</h2><p>{Second} See the <a href="/plan.html">plan of the yard</a> or <b>call us</b>.</p>
            <ul><li>forty wagons<ul><li>twelve of them cooled</li></ul></li><li>one signal box</li></ul>
            <p style="display: none">Never to be seen, this sentence, though it is long enough to look like one.</p><p>{Third}</p>
            <h3>Related stories</h3><ul><li><a href="/a">Quay gets a new crane</a></li><li><a href="/b">Ferry to start in May</a></li></ul></article>
            <aside><p>Subscribe to our letter, which comes every morning, and you will know what happens at the quay.</p></aside>
            <footer><p>© 2021 Harbour Times. All rights reserved.</p></footer></body></html>
            """);

        Assert.Equal(
            $"""
            Second rail yard opens

            Forty wagons a day are loaded at the new yard

            LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- {First}

            ## A yard in *eleven* months

            {Second} See the [plan of the yard](https://news.example.org/plan.html) or **call us**.

            - forty wagons
              - twelve of them cooled
            - one signal box

            {Third}
            """,
            document.Text);
        Assert.Equal(("Second rail yard opens", "en", "Harbour Times", "2021-06-18T08:30:00+08:00"), (document.Known.Headline, document.Known.Language, document.Known.Distributor, document.Known.PostedAt!.ToString()));
        Assert.Equal(["https://news.example.org/img/yard.jpg"], document.Known.MediaLinks);
        Assert.Equal([("url", "https://news.example.org/2021/yard.html")], document.Known.ExternalIds);
        var removed = document.Removed.ToDictionary(r => r.Text, r => r.Rule, StringComparer.Ordinal);
        Assert.Equal(("html-navigation", "html-share", "html-caption", "html-links", "html-hidden"),
            (removed["Home"], removed["Facebook Mail"], removed["The yard at night. Photo: Harbour Office"], removed["Related stories"], removed["Never to be seen, this sentence, though it is long enough to look like one."]));
        Assert.All(document.Removed, r => Assert.Equal(-1, r.Start));

        var read = WireReader.Read(document);
        Assert.Equal(("Second rail yard opens", "Lianyungang", "2021-06-18"), (read.Headline, read.Place, read.DatelineDate!.ToString()));
        Assert.Equal(["PRNewswire"], read.Wires);
    }

    [Fact]
    public void A_zone_page_of_nothing_but_divs_keeps_the_line_that_dates_it()
    {
        var document = HtmlText.Read($"""
            <html><head><title>Zone opens a desk-Zone News-Example Zone</title></head><body><div class="met-head"><div class="logo"><a href="/">Example Zone</a></div>
            <div class="menu"><a href="/a">About</a> <a href="/b">News</a> <a href="/c">Contact the office</a></div></div>
            <div class="main"><div class="left"><div class="t">News</div><a href="/n1">Notice of the zone</a><br><a href="/n2">Other notice of the zone</a></div>
            <div class="right"><h1 class="m-title">Zone opens a desk</h1><div class="info"><span>2021-04-16 20:42:57</span> <span>admin</span> <span>source:</span> <span>share:</span></div>
            <div class="editor"><div>{First}</div><div><br></div><div>{Second}</div><div>　　{Third}</div></div>
            <div class="prevnext">Previous: <a href="/1">A story before</a> Next: <a href="/3">A story after</a></div></div></div>
            <div>Powered by MetInfo 7.2.0 ©2008-2021</div></body></html>
            """);

        Assert.Equal($"Zone opens a desk\n\n2021-04-16 20:42:57 admin source: share:\n\n{First}\n\n{Second}\n\n{Third}", document.Text);
        Assert.Contains("Powered by MetInfo 7.2.0 ©2008-2021", document.Removed.Select(r => r.Text));
        var read = WireReader.Read(document);
        Assert.Equal(("Zone opens a desk", "2021-04-16T20:42:57+08:00"), (read.Headline, read.PostedAt!.ToString()));
        Assert.Equal([First, Second, Third], read.Paragraphs);
    }

    [Fact]
    public void A_page_laid_out_by_tables_gives_its_story_and_a_table_in_it_stays_one()
    {
        var document = HtmlText.Read($"""
            <html><body><table><tr><td><a href=/>Home</a> <a href=/n>News of the office</a></td></tr><tr><td><table><tr><td width=150><a href=/x>Tariffs and fees</a><br><a href=/y>Rules of the port</a></td>
            <td><h1>Tariffs of the yard</h1>2021-05-04 source: Harbour Office<br><br>{First}<br>{Second}<p><table border=1><tr><th>Wagon<th>Fee<tr><td>open<td>40 | 50<tr><td>cooled<td>60</table></td></tr></table></td></tr></table></body></html>
            """);

        Assert.Equal($"Tariffs of the yard\n\n2021-05-04 source: Harbour Office\n\n{First}\n\n{Second}\n\n| Wagon | Fee |\n| --- | --- |\n| open | 40 \\| 50 |\n| cooled | 60 |", document.Text);
    }

    [Fact]
    public void A_Chinese_page_is_weighed_by_what_its_characters_say()
    {
        const string story = "港口周二开设了第二个货运站，每天装车四十辆，比过去多一倍。站长说，大家等了很久。";
        var document = HtmlText.Read($"""
            <html><head><title>港口开设第二个货运站-港口新闻网</title></head><body><div class="nav"><a>首页</a><a>新闻</a></div><div class="header-time">2021 06/ 25 23:59:30 来源：港口新闻网</div>
            <h1><span class="title">港口开设第二个货运站</span></h1><div class="info">2021-06-25 23:59 来源：港口新闻网</div><div id="detail"><p>　　{story}</p><p>　　{story}</p></div>
            <div class="editor">【责任编辑:王某】</div><ul class="list"><li><a href="1">港口又有新消息传来，大家都很高兴</a></li><li><a href="2">另一条新闻，说的是另一件事情</a></li></ul></body></html>
            """);

        Assert.StartsWith("港口开设第二个货运站\n\n", document.Text, StringComparison.Ordinal);
        Assert.Contains($"{story}\n\n{story}", document.Text, StringComparison.Ordinal);
        Assert.Contains("2021-06-25 23:59 来源：港口新闻网", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("另一条新闻", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_builds_by_script_is_taken_from_its_JSON_LD()
    {
        var document = HtmlText.Read($$"""
            <html><head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Second yard","inLanguage":"de-DE",
            "datePublished":"2021-06-18T08:30:00Z","publisher":{"@type":"Organization","name":"Harbour Times"},"articleBody":"{{First}}\n\n{{Second}}"}]}</script></head><body><div id="root">Please switch on scripts.</div></body></html>
            """);

        Assert.Equal($"Second yard\n\n{First}\n\n{Second}", document.Text);
        Assert.Equal(("de", "2021-06-18T08:30:00+00:00", "Harbour Times"), (document.Known.Language, document.Known.PostedAt!.ToString(), document.Known.Distributor));
    }

    [Theory]
    [InlineData("<p>a *b* c_d _e_ `f` [g](h) &amp;lt; 5 &lt; 6 \\* | ~</p>", @"a \*b\* c_d \_e\_ \`f\` [g\](h) \&lt; 5 < 6 \\\* | ~")]
    [InlineData("<p># a</p><p>- b</p><p>14. November</p><p>+1 %</p>", "\\# a|\\- b|14\\. November|+1 %")]
    [InlineData("<p>The yard, of which so many people in the town and in the harbour had spoken for such a long time and with so much hope and so many doubts, is open at last, said the head.</p><p>a<b>b c.</b>d <i> e f </i>g <b>,</b></p>", "The yard, of which so many people in the town and in the harbour had spoken for such a long time and with so much hope and so many doubts, is open at last, said the head.|a**b c**.d *e f* g ,")]
    [InlineData("<p>The yard, of which so many people in the town and in the harbour had spoken for such a long time and with so much hope and so many doubts, is open at last, said the head.</p><p><a href='http://www.a.example/'>www.a.example</a> <a href='javascript:x()'>x</a> <a href='/y'>y</a> <a href='mailto:a@b.example'>mail</a></p>", "The yard, of which so many people in the town and in the harbour had spoken for such a long time and with so much hope and so many doubts, is open at last, said the head.|www.a.example x y [mail](mailto:a@b.example)")]
    [InlineData("<ol start=3><li>a<p>b</p><li>c<ul><li>d</ul></ol>", "3. a b\n4. c\n   - d")]
    [InlineData("<p>The yard, of which so many people in the town and in the harbour had spoken for such a long time and with so much hope and so many doubts, is open at last, said the head.</p><p><a href='http://a.example/'>a [b](c) \\d</a></p>", "The yard, of which so many people in the town and in the harbour had spoken for such a long time and with so much hope and so many doubts, is open at last, said the head.|[a \\[b\\](c) \\d](http://a.example/)")]
    [InlineData("<p>So <math><mi>E</mi><annotation>tex</annotation></math> is</p>", "So E is")]
    [InlineData("a<br>b<script>alert(1)</script><blockquote><p>c</p></blockquote>", "a|b|> c")]
    public void HTML_becomes_Markdown_that_means_the_same(string html, string markdown) =>
        Assert.Equal(markdown, string.Join('|', HtmlMarkdown.Of(html, null).Blocks));

    [Theory]
    [InlineData("<p>A sentence, and another one; with marks. ")]
    [InlineData("word, word. ")]
    [InlineData("<div>A sentence, and another one; with marks.</div>")]
    [InlineData("word<br>")]
    [InlineData("<a href='/x'>a link</a> ")]
    public void Five_megabytes_in_one_line_are_read_quickly(string piece)
    {
        var html = "<body>" + string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length)) + "end";
        var clock = Stopwatch.StartNew();

        var text = HtmlText.Read(html).Text;

        Assert.Contains("end", text, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>x")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<div></b>")]
    [InlineData("<x-y></z>")]
    [InlineData("<svg><g></q>")]
    [InlineData("<template><x-y>")]
    public void Nesting_without_end_is_refused(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 500_000));

        Assert.Equal(WireRefusal.Unsafe, Assert.Throws<WireRefusedException>(() => HtmlText.Read(html)).Refusal);
    }

    [Fact]
    public void End_tags_that_are_looked_for_in_vain_among_many_open_elements_are_refused()
    {
        var html = string.Concat(Enumerable.Repeat("<x-y>", 250)) + string.Concat(Enumerable.Repeat("</z>", 1_500_000));

        Assert.Equal(WireRefusal.Unsafe, Assert.Throws<WireRefusedException>(() => HtmlText.Read(html)).Refusal);
    }

    [Fact]
    public void Drawings_of_millions_of_elements_are_refused()
    {
        var html = "<svg>" + string.Concat(Enumerable.Repeat("<g/>", 1_200_000));

        Assert.Equal(WireRefusal.Unsafe, Assert.Throws<WireRefusedException>(() => HtmlText.Read(html)).Refusal);
    }

    [Fact]
    public void Half_a_character_in_what_a_page_says_of_itself_is_passed_over()
    {
        var page = """<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"\ud800","articleBody":"\udc00","author":"Harbour Office"}</script></head><body><p>The yard opened.</p></body></html>""";

        Assert.Equal("The yard opened.", HtmlText.Read(page).Text);
    }

    [Fact]
    public void Marks_that_every_paragraph_repeats_are_refused_where_they_become_millions()
    {
        var marks = string.Concat(Enumerable.Range(0, 900).Select(i => $"<b id=a{i}>"));
        var html = "<p>" + marks + string.Concat(Enumerable.Repeat("x<p>x", 8_000));

        Assert.Equal(WireRefusal.Unsafe, Assert.Throws<WireRefusedException>(() => HtmlText.Read(html)).Refusal);
    }

    [Theory]
    [InlineData("p class=hot")]
    [InlineData("div class=views")]
    [InlineData("div class='text print'")]
    [InlineData("p id=share-price")]
    public void A_paragraph_stays_whose_name_may_mean_something_else(string tag)
    {
        var document = HtmlText.Read($"<body><article><h1>Yard opens</h1><p>{First}</p><{tag}>{Second}</{tag.Split(' ')[0]}><p>{Third}</p><div class=share>Share this, <a href=/f>Facebook</a> <a href=/m>Mail</a></div><div class=comments>{First}</div></article>");

        Assert.Equal($"Yard opens\n\n{First}\n\n{Second}\n\n{Third}", document.Text);
    }

    [Theory]
    [InlineData("The <button>red</button> one", "red")]
    [InlineData("The <textarea>box</textarea> one", "box")]
    [InlineData("The one<noscript>Switch on scripts</noscript>", "Switch on scripts")]
    [InlineData("The one<dialog open>Subscribe now</dialog>", "Subscribe now")]
    public void Words_of_controls_are_listed_among_what_was_left_out(string html, string words)
    {
        var document = HtmlText.Read($"<body><article><h1>Yard opens</h1><p>{First}</p><p>{Second}</p><div>{html}</div></article>");

        Assert.EndsWith("The one", document.Text, StringComparison.Ordinal);
        Assert.Contains(words, document.Removed.Select(r => r.Text));
    }

    [Fact]
    public void Pictures_in_a_quotation_are_among_the_media() =>
        Assert.Equal(["https://a.example/1.jpg"], HtmlMarkdown.Of("<blockquote><p>a<img src='https://a.example/1.jpg'></p></blockquote>", null).Media);
}
