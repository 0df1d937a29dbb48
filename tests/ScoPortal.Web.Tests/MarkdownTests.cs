using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace ScoPortal.Web.Tests;

public class MarkdownTests
{
    [Fact]
    public void Raw_html_is_shown_as_text()
    {
        var page = Render("before <script>alert(1)</script> <b onclick=x>after</b>\n\n<div>block</div>");

        Assert.Empty(page.QuerySelectorAll("script, b, div"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[here](javascript:alert(1))")]
    [InlineData("[here](JaVaScRiPt&#58;alert(1))")]
    [InlineData("[here](data:text/html,x)")]
    [InlineData("[here](//evil.example)")]
    [InlineData("[here](/admin)")]
    [InlineData("[here][1]\n\n[1]: vbscript:x")]
    [InlineData("![here](/media/x.png)")]
    public void A_link_to_anything_but_the_web_or_a_mailbox_leaves_only_its_words(string text)
    {
        var page = Render(text);

        Assert.Empty(page.QuerySelectorAll("a, img"));
        Assert.Equal("here", page.Body!.TextContent.Trim());
    }

    [Fact]
    public void Words_of_a_dropped_link_keep_their_order_and_their_weight()
    {
        var page = Render("a [b **c** d](ftp://example.org) e");

        Assert.Equal("a b c d e", page.Body!.TextContent.Trim());
        Assert.Equal("c", page.QuerySelector("strong")!.TextContent);
    }

    [Theory]
    [InlineData("[here](https://example.org/a?b=1&c=2)", "https://example.org/a?b=1&c=2", "external noopener")]
    [InlineData("see https://example.org/a.", "https://example.org/a", "external noopener")]
    [InlineData("see www.example.org now", "http://www.example.org", "external noopener")]
    [InlineData("<http://example.org/>", "http://example.org/", "external noopener")]
    [InlineData("[here](mailto:press@example.org)", "mailto:press@example.org", null)]
    [InlineData("<press@example.org>", "mailto:press@example.org", null)]
    public void A_link_to_the_web_is_marked_as_leading_out(string text, string href, string? rel)
    {
        var link = Assert.Single(Render(text).QuerySelectorAll("a"));

        Assert.Equal((href, rel), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("# a\n## b\n### c", "H2 H3 H4")]
    [InlineData("## a\n### b", "H2 H3")]
    [InlineData("### a\n\nb\n===", "H2 H2")]
    [InlineData("# a\n#### b\n# c", "H2 H3 H2")]
    public void Headings_begin_below_the_headline_of_the_page_and_leave_no_level_out(string text, string levels) =>
        Assert.Equal(levels, string.Join(' ', Render(text).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.TagName)));

    [Fact]
    public void A_table_scrolls_in_a_frame_that_the_keyboard_reaches_and_has_no_style_attribute()
    {
        var page = Render("| zone | trains |\n|---|--:|\n| Qingdao | 1,225 |", "Table & more");

        var frame = page.QuerySelector("div.scroll")!;
        Assert.Equal(("0", "region", "Table & more"), (frame.GetAttribute("tabindex"), frame.GetAttribute("role"), frame.GetAttribute("aria-label")));
        Assert.Equal(["end", "end"], frame.QuerySelectorAll("[data-align]").Select(c => c.GetAttribute("data-align")));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public void Sections_get_the_ids_they_are_given_whatever_their_words()
    {
        const string Text = "intro\n\n## Über *uns*\n\n### x\n\n## Zahlen";

        Assert.Equal(["Über uns", "Zahlen"], Markdown.Headings(Text));
        Assert.Equal(["about", "figures"], Render(Text, sections: ["about", "figures"]).QuerySelectorAll("h2").Select(h => h.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public void Nothing_gives_nothing(string? text) => Assert.Equal("", Markdown.ToHtml(text).Value);

    private static IHtmlDocument Render(string text, string? label = null, string[]? sections = null) =>
        new HtmlParser().ParseDocument(Markdown.ToHtml(text, label, sections).Value!);

    [Theory]
    [InlineData("*Friday", 20_000)]
    [InlineData("港口 |\n| --- | --- |\n", 3_000)]
    [InlineData("[a](", 20_000)]
    public void A_paragraph_or_table_with_more_marks_than_anybody_writes_is_shown_as_it_stands(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        Assert.StartsWith("<p>" + piece.Trim(), System.Net.WebUtility.HtmlDecode(Markdown.ToHtml(text).Value), StringComparison.Ordinal);
        Assert.Equal(text, Markdown.ToPlainText(text));
    }

    [Fact]
    public void A_table_of_many_rows_is_a_table()
    {
        var text = "| a | b | c |\n| --- | --- | --- |\n" + string.Concat(Enumerable.Repeat("| d | e | f |\n", 1_000));

        Assert.Equal(1_001, Render(text).QuerySelectorAll("tr").Length);
    }

    [Fact]
    public void A_text_with_more_marks_than_can_be_followed_is_shown_as_it_stands()
    {
        var text = string.Concat(Enumerable.Repeat("**a *b _c ", 2_000));

        Assert.Contains("**a *b _c", Markdown.ToHtml(text).Value, StringComparison.Ordinal);
        Assert.Contains("b", Markdown.ToPlainText(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_nested_deeper_than_anybody_writes_is_shown_as_it_stands()
    {
        var html = Markdown.ToHtml(new string('>', 400) + " <b>deep</b>").Value!;

        Assert.Contains("&gt;&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Single(Markdown.Blocks(new string('>', 400) + " deep"));
    }
}
