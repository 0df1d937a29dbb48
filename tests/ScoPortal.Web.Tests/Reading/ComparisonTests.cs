using AngleSharp.Html.Parser;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.News;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

public class ComparisonTests
{
    private const string English = """
        **Port opens. It is [large. Very](https://example.org/a?b=c) large.** It has 12 cranes.

        ## Trains

        - One goes to Kazan. It is fast.
        - One to *Almaty*.

        | From | To |
        | --- | --- |
        | Kazan | Omsk |

        Nobody told \*this\* story.
        """;

    private const string German = """
        **Hafen öffnet. Er ist [groß. Sehr](https://example.org/a?b=c) groß.** Er hat 12 Kräne.

        ## Züge

        - Einer fährt nach Kasan. Er ist schnell.
        - Einer nach *Almaty*.

        | Von | Nach |
        | --- | --- |
        | Kasan | Omsk |
        """;

    [Fact]
    public void Marks_lists_tables_and_headings_stay_and_each_sentence_is_marked_whole()
    {
        var (left, rows) = Rows(English, German);

        Assert.Equal(6, rows.Count);
        var html = string.Concat(rows.Where(r => r.Field == SegmentField.Body).Select(r => r.Left!.Value));
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(["p", "h2", "ul", "div", "p"], page.Body!.Children.Select(c => c.LocalName));
        Assert.Equal("large. Very", page.QuerySelector("strong a:not(.s-no)")!.TextContent);
        Assert.Equal("Nobody told *this* story.", page.QuerySelector("p:last-child")!.TextContent);
        Assert.Equal(
            Letters(left.Segments.Where(x => x.Field == SegmentField.Body).Select(x => Markdown.ToPlainText(x.Text).Replace("**", "", StringComparison.Ordinal))),
            Letters(page.QuerySelectorAll(".s").Select(x => x.TextContent)));
    }

    [Fact]
    public void What_one_version_lacks_is_named()
    {
        var (_, rows) = Rows(English, German);
        Assert.Null(rows[^1].Right);

        var (_, one) = Rows("It has 12 cranes. Nobody told this old story. It was built in 2020.", "Er hat 12 Kräne. Er wurde 2020 gebaut.");
        Assert.Contains("class=\"gap\"", one[^1].Right!.Value, StringComparison.Ordinal);
        Assert.Contains("Sentence 3", one[^1].Right!.Value, StringComparison.Ordinal);
        Assert.Contains("s-alone", one[^1].Left!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_that_were_joined_share_a_row()
    {
        var (_, rows) = Rows("It has 12 cranes.\n\nIt was built in 2020 by Kazan Steel.", "Er hat 12 Kräne. Er wurde 2020 von Kazan Steel gebaut.");

        Assert.Equal(2, rows.Count);
        Assert.Equal(2, new HtmlParser().ParseDocument(rows[1].Left!.Value!).QuerySelectorAll("p").Length);
    }

    [Fact]
    public void A_sentence_is_text_and_no_markup()
    {
        var (_, rows) = Rows("It is <b>5 & 6</b>.", "Es ist <b>5 & 6</b>.", "A <i>headline</i> & more");

        Assert.All(rows, r => Assert.DoesNotContain("<b>", r.Left!.Value, StringComparison.Ordinal));
        Assert.Contains("A &lt;i&gt;headline&lt;/i&gt; &amp; more", rows[0].Left!.Value, StringComparison.Ordinal);
    }

    private static string Letters(IEnumerable<string> texts) => string.Concat(texts.SelectMany(t => t).Where(c => !char.IsWhiteSpace(c)));

    private static (AlignedText Left, List<Comparison.Row> Rows) Rows(string one, string other, string headline = "News")
    {
        var (left, right) = (new AlignedText(1, "en", 1, Content(one, headline)), new AlignedText(2, "de", 1, Content(other, headline)));
        IReadOnlyList<SentenceBead> beads = SegmentAlignment.Of(left.Segments, "en", right.Segments, "de");
        return (left, [.. new Comparison(left, right, beads, Pictures.None, new Ui(PortalLanguage.Get("en"))).Rows()]);
    }

    private static ReleaseContent Content(string body, string headline) => new() { Headline = headline, Body = body };
}
