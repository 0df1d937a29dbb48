using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Segments;

public class SegmentationTests
{
    [Fact]
    public void A_release_is_taken_apart_into_sentences_headings_items_and_cells()
    {
        var content = new ReleaseContent
        {
            Headline = "Port opened. At last",
            Summary = "It took two years. It was worth it.",
            Body = """
                The **port** opened. It has 12 berths.
                Three more will come.

                ## What comes next ##

                - Trains. And ships.
                - More: [the plan](https://example.com/a.html?b=1).

                > “We are glad. Very.”

                | Berth | Depth |
                | --- | ---: |
                | A\|1 | 12 m |

                ```
                code. More code.
                ```

                1. First
                2. Second

                Address line  
                Second line
                """.ReplaceLineEndings("\n"),
            Facts = "Berths = 12\nDepth = 12 m",
        };

        var segments = Segmentation.Of(content, "en");

        Assert.Equal(
            [
                "Headline Heading Port opened. At last",
                "Summary Text It took two years.", "Summary Text It was worth it.",
                "Body Text The **port** opened.", "Body Text It has 12 berths.", "Body Text Three more will come.",
                "Body Heading What comes next",
                "Body ListItem Trains.", "Body ListItem And ships.", "Body ListItem More: [the plan](https://example.com/a.html?b=1).",
                "Body Quote “We are glad.", "Body Quote Very.”",
                "Body Cell Berth", "Body Cell Depth", @"Body Cell A\|1", "Body Cell 12 m",
                "Body ListItem First", "Body ListItem Second", "Body Text Address line", "Body Text Second line",
                "Facts Cell Berths = 12", "Facts Cell Depth = 12 m",
            ],
            segments.Select(s => $"{s.Field} {s.Kind} {s.Text}"));
        Assert.All(segments, s => Assert.Equal(s.Text, content.Text(s.Field).Substring(s.Start, s.Length)));
        Assert.Equal(segments.Count, segments.Select(s => (s.Field, s.Start)).Distinct().Count());
        Assert.Equal(segments.Select(s => s.Block).Order(), segments.Select(s => s.Block));
    }

    [Theory]
    [InlineData("---\n\nText.", "Text.")]
    [InlineData("Title\n=====\nText.", "Title|Text.")]
    [InlineData("[a]: https://example.com\n\nText", "Text")]
    [InlineData("not | a table", "not | a table")]
    [InlineData("1.5 million came.", "1.5 million came.")]
    [InlineData("#hashtag is text", "#hashtag is text")]
    [InlineData("", "")]
    [InlineData("[^1]: Source: Xinhua, today.", "[^1]: Source: Xinhua, today.")]
    [InlineData("[Beijing]: The minister spoke.", "[Beijing]: The minister spoke.")]
    [InlineData("They met at\n3) or later.", "They met at\n3) or later.")]
    [InlineData("> One is here.\n> Two is there.\n>\n> Three.", "One is here.|Two is there.|Three.")]
    [InlineData("One\r\n\r\n---\r\n\r\nTwo", "One|Two")]
    public void What_is_not_running_text_is_left_out(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', Segmentation.Of(new ReleaseContent { Headline = "", Body = body }, "en").Select(s => s.Text)));

    [Fact]
    public void A_line_of_nothing_but_marks_is_read_in_time_linear_in_it() =>
        Assert.NotNull(Segmentation.Of(new ReleaseContent { Headline = "", Body = new string('>', 1_000_000) }, "en"));

    [Fact]
    public void Any_text_at_all_is_taken_apart_without_overlap()
    {
        var random = new Random(5);
        const string Marks = "aB.。 \n\n#->|*1`[]:\\!？”“ё";
        for (var round = 0; round < 3000; round++)
        {
            var body = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Marks[random.Next(Marks.Length)])]);
            var segments = Segmentation.Of(new ReleaseContent { Headline = "", Body = body }, "zh");
            Assert.All(segments, s => Assert.True(s.Length > 0 && s.Text == s.Text.Trim(), body));
            Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, body));
        }
    }
}
