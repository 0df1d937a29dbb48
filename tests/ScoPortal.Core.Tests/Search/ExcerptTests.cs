using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Search;
using Xunit;

namespace ScoPortal.Core.Tests.Search;

public class ExcerptTests
{
    private const string Filler = "Officials met in the morning and spoke about many other matters of the region. ";

    [Theory]
    [InlineData("en", "The port’s new cranes", "ports crane", "The [port’s] new [cranes]")]
    [InlineData("de", "Logistikzusammenarbeit der Häfen", "logistik hafen", "[Logistikzusammenarbeit] der [Häfen]")]
    [InlineData("de", "Hafengelände an der Straße", "Häfen Strasse", "[Hafengelände] an der [Straße]")]
    [InlineData("ru", "Развитие логистики в Циндао", "логистика", "Развитие [логистики] в Циндао")]
    [InlineData("ru", "Самолёты и поезда", "самолет", "[Самолёты] и поезда")]
    [InlineData("zh", "青岛港吞吐量", "青岛港", "[青岛港]吞吐量")]
    [InlineData("zh", "青岛港吞吐量", "港", "青岛[港]吞吐量")]
    [InlineData("zh", "走进青岛港", "港", "走进青岛[港]")]
    [InlineData("zh", "走进青岛", "岛港", "走进青岛")]
    [InlineData("en", "New port, city port", "\"city port\"", "New port, [city port]")]
    [InlineData("en", "Ports", "railway", "Ports")]
    [InlineData("en", "<b>port</b> & \"more\"", "port more", "<b>[port]</b> & \"[more]\"")]
    public void A_headline_marks_what_the_query_found(string language, string headline, string raw, string marked) =>
        Assert.Equal(marked, Marked(Excerpt.Highlight(headline, SearchQuery.Parse(raw), language)));

    [Fact]
    public void The_window_is_where_most_of_the_query_is()
    {
        var text = string.Concat(Enumerable.Repeat(Filler, 5)) + "A port alone. " + string.Concat(Enumerable.Repeat(Filler, 5))
            + "The port of Qingdao opened a railway. " + string.Concat(Enumerable.Repeat(Filler, 5));
        var excerpt = Excerpt.Around(text, SearchQuery.Parse("port railway"), "en");
        var window = Marked(excerpt.Segments);
        Assert.Contains("The [port] of Qingdao opened a [railway].", window, StringComparison.Ordinal);
        Assert.True(excerpt is { CutBefore: true, CutAfter: true });
        Assert.InRange(window.Length, 140, Excerpt.Length + 5);
        Assert.Matches(@"^\w", window);
        Assert.Matches(@" \w+[.]?$", window);
    }

    [Fact]
    public void Without_a_hit_the_beginning_is_shown()
    {
        var excerpt = Excerpt.Around(Filler + Filler + Filler, SearchQuery.Parse("railway"), "en");
        Assert.StartsWith("Officials met", Assert.Single(excerpt.Segments).Text, StringComparison.Ordinal);
        Assert.True(excerpt is { CutBefore: false, CutAfter: true });
    }

    [Fact]
    public void A_short_text_is_shown_whole()
    {
        var excerpt = Excerpt.Around("A port.", SearchQuery.Parse("port"), "en");
        Assert.Equal("A [port].", Marked(excerpt.Segments));
        Assert.True(excerpt is { CutBefore: false, CutAfter: false });
    }

    [Fact]
    public void A_Chinese_window_is_shorter()
    {
        var text = string.Concat(Enumerable.Repeat("各方就区域合作的许多其他事项进行了交流，", 20));
        var excerpt = Excerpt.Around(text + "青岛港开通新航线。" + text, SearchQuery.Parse("青岛港"), "zh");
        Assert.Contains("[青岛港]", Marked(excerpt.Segments), StringComparison.Ordinal);
        Assert.InRange(excerpt.Segments.Sum(segment => segment.Text.Length), 60, Excerpt.CjkLength + 1);
    }

    [Fact]
    public void Segments_joined_are_a_part_of_the_text_for_any_text_and_query() =>
        Prop.ForAll(OddText.Arbitrary, OddText.Arbitrary, (text, raw) =>
        {
            foreach (var language in new[] { "en", "de", "ru", "zh" })
            {
                var query = SearchQuery.Parse(raw);
                Assert.Equal(text, Joined(Excerpt.Highlight(text, query, language)));
                var excerpt = Excerpt.Around(text + text + text, query, language);
                Assert.Contains(Joined(excerpt.Segments), text + text + text, StringComparison.Ordinal);
                Assert.All(excerpt.Segments, segment => Assert.NotEmpty(segment.Text));
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("port ", "port")]
    [InlineData("青", "青青青青青青青青青青青青青青青青青青青青青青青青青青青青青青青青")]
    [InlineData("x", "y")]
    [InlineData("port port railway ", "\"port port port port port port port port port port port port port\" port railway")]
    public void A_body_of_100_kilobytes_is_no_burden(string piece, string raw)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Excerpt.Around(text, SearchQuery.Parse(raw), "zh");
        Assert.InRange(watch.ElapsedMilliseconds, 0, 20_000);
    }

    [Fact]
    public void A_newer_release_counts_up_to_twice_as_much()
    {
        var now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, Recency.Factor(now, now));
        Assert.Equal(1, Recency.Factor(now.AddDays(3), now));
        Assert.Equal(0.75, Recency.Factor(now.AddDays(-180), now));
        Assert.InRange(Recency.Factor(now.AddYears(-30), now), 0.5, 0.51);
    }

    private static string Joined(IEnumerable<Segment> segments) => string.Concat(segments.Select(segment => segment.Text));

    private static string Marked(IEnumerable<Segment> segments) =>
        string.Concat(segments.Select(segment => segment.Hit ? $"[{segment.Text}]" : segment.Text));
}
