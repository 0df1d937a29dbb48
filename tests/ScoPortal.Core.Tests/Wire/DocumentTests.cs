using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>A text whose file says more of it than the text itself.</summary>
public class DocumentTests
{
    private static readonly WireKnown Feed = new() { Rule = "atom", Headline = "Port opens", Language = "en" };

    [Fact]
    public void The_headline_of_the_file_is_found_again_however_short_and_what_stands_above_it_is_not_the_story()
    {
        var read = Read("Home page of the port\n\nPort opens\n\nA short note.\n\nThe port of Qingdao has opened a second quay for grain this week.", Feed);

        Assert.Equal("Port opens", read.Headline);
        Assert.Equal(["A short note.", "The port of Qingdao has opened a second quay for grain this week."], read.Paragraphs);
        Assert.Equal(["above-headline"], read.Noise.Select(n => n.Rule));
        Assert.Equal(("atom", 1.0), (read.Fields[0].Rule, read.Fields[0].Confidence));
    }

    [Fact]
    public void What_the_text_says_goes_before_what_the_file_says()
    {
        var read = Read(
            "Port opens\n\nQINGDAO, China, June 18, 2021 /PRNewswire/ -- The port has opened a second quay.\n\nSOURCE Port Office",
            Feed with { Language = "de", Place = "Berlin", Country = "DE", Issuer = "Feed Owner", Rights = "© Port Office", MediaLinks = ["https://a.example/1.jpg", "https://a.example/2.jpg"] });

        Assert.Equal(("en", "Qingdao", "CN", "Port Office"), (read.Language, read.Place, read.Country, read.Issuer));
        Assert.Equal("© Port Office", read.Rights);
        Assert.Equal(["https://a.example/1.jpg", "https://a.example/2.jpg"], read.MediaLinks);
    }

    [Fact]
    public void The_file_fills_what_the_text_does_not_say()
    {
        var posted = new WireTime(new(2021, 6, 18), new(9, 30), TimeSpan.FromHours(8), "Asia/Shanghai", IsZoneAssumed: false);
        var read = Read(
            "Port opens\n\nThe port has opened a second quay on June 17 for grain and ore.",
            Feed with { Place = "Qingdao", Issuer = "Port Office", Wires = ["新华社"], PostedAt = posted, ExternalIds = [("guid", "tag:1"), ("prnewswire", "301")] });

        Assert.Equal(("Qingdao", "CN", "Port Office"), (read.Place, read.Country, read.Issuer));
        Assert.Equal(["Xinhua"], read.Wires);
        Assert.Equal("2021-06-18T09:30:00+08:00", read.PostedAt?.ToString());
        Assert.Equal("2021-06-17", read.EventDate?.ToString());
        Assert.Equal([("guid", "tag:1"), ("prnewswire", "301")], read.ExternalIds);
    }

    [Fact]
    public void Lists_tables_and_links_of_a_markdown_text_come_through_whole()
    {
        const string body = """
            The port has [opened](https://port.example/a_b) a quay:

            - for grain
              - wheat
            - for ore

            ## Figures

            | Year | Tonnes |
            | --- | --- |
            | 2021 | 5 |

            ## About the Port Office

            The Port Office runs the port.
            """;
        var read = WireReader.Read(new WireDocument { Text = "Port opens\n\n" + body, IsMarkdown = true, Known = Feed });

        Assert.Equal(
            ["The port has [opened](https://port.example/a_b) a quay:", "- for grain\n  - wheat\n- for ore", "## Figures", "| Year | Tonnes |\n| --- | --- |\n| 2021 | 5 |"],
            read.Paragraphs);
        Assert.Equal(["## About the Port Office", "The Port Office runs the port."], read.Boilerplate);
        Assert.StartsWith("The port has [opened](https://port.example/a_b) a quay:\n\n- for grain\n  - wheat", read.ToContent().Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("***")]
    public void A_line_of_nothing_but_marks_is_no_heading(string marks)
    {
        var read = WireReader.Read(new WireDocument
        {
            Text = $"Port opens\n\nThe port has opened a second quay for grain this week, its office says.\n\n{marks}\n\nThe quay is six hundred metres long and has two cranes for grain, says the office.",
            IsMarkdown = true,
            Known = Feed,
        });

        Assert.Contains(read.Paragraphs, p => p.StartsWith("The quay", StringComparison.Ordinal));
    }

    [Fact]
    public void A_headline_with_signs_of_markdown_is_plain() =>
        Assert.Equal("Port [new] opens *", WireReader.Read(new WireDocument
        {
            Text = "Port \\[new\\] opens \\*\n\nThe port has opened a second quay for grain this week, its office says.",
            IsMarkdown = true,
            Known = new() { Headline = "Port [new] opens *" },
        }).Headline);

    [Fact]
    public void Lines_that_the_file_left_out_are_listed_and_warnings_handed_on()
    {
        var read = WireReader.Read(new WireDocument
        {
            Text = "Port opens\n\nThe port has opened a second quay.",
            Removed = [new("Menu", -1, 4, "html-navigation")],
            Warnings = [new("encoding-guessed", "Guessed.", "gb18030")],
        });

        Assert.Contains(read.Noise, n => n is { Text: "Menu", Start: -1 });
        Assert.Contains(read.Warnings, w => w is { Code: "encoding-guessed", Value: "gb18030" });
        Assert.DoesNotContain("Menu", string.Concat(WireMarks.Of("Port opens\n\nThe port has opened a second quay.", read).Select(m => m.Text)), StringComparison.Ordinal);
    }

    private static WireRelease Read(string text, WireKnown known) => WireReader.Read(new WireDocument { Text = text, Known = known });
}
