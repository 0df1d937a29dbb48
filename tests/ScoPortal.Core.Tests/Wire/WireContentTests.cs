using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

public class WireContentTests
{
    private const string Text = """
        Port opens a second quay

        LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- The port has opened a second quay *for grain*. It is [long] & wide.

        1. quay is for grain, the second one for ore.

        - More quays are planned.

        For more details, please visit www.port.example/quays
        """;

    [Fact]
    public void A_draft_has_the_fields_that_were_read_and_addresses_with_a_scheme()
    {
        var content = WireReader.Read(Text).ToContent();

        Assert.Equal("Port opens a second quay", content.Headline);
        Assert.Equal(("Lianyungang", "CN", "2021-06-18"), (content.Dateline.Place, content.Dateline.Country, content.Dateline.Date?.ToString()));
        Assert.Equal("PRNewswire", content.Wires);
        Assert.Equal("http://www.port.example/quays", content.MoreInfoUrl);
    }

    [Fact]
    public void What_looks_like_markdown_is_meant_as_it_stands()
    {
        var body = WireReader.Read(Text).ToContent().Body;

        Assert.Contains(@"\*for grain\*", body, StringComparison.Ordinal);
        Assert.Contains(@"\[long\] \& wide", body, StringComparison.Ordinal);
        Assert.Contains(@"1\. quay", body, StringComparison.Ordinal);
        Assert.Contains(@"\- More quays", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_headline_makes_a_draft_that_waits_for_one()
    {
        var content = WireReader.Read("LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- The port has opened a second quay.").ToContent();

        Assert.Equal("", content.Headline);
        Assert.Equal("The port has opened a second quay.", content.Body);
    }

    [Fact]
    public void A_field_longer_than_a_release_allows_is_cut_between_characters()
    {
        var read = WireReader.Read(Text) with { Headline = new string('x', 299) + "😀", Issuer = new string('y', 400) };

        Assert.Equal((299, 300), (read.ToContent().Headline.Length, read.ToContent().Issuer!.Length));
    }

    [Fact]
    public void An_address_in_the_story_stays_one_that_becomes_a_link()
    {
        var read = WireReader.Read(Text) with { Paragraphs = ["See http://port.example/a_b?c=1&d=2 for *all* quays."] };

        Assert.Equal(@"See http://port.example/a_b?c=1&d=2 for \*all\* quays.", read.ToContent().Body);
    }

    [Fact]
    public void A_story_longer_than_a_release_allows_is_refused()
    {
        var read = WireReader.Read(Text) with { Paragraphs = [new string('x', WireContent.MaxBody + 1)] };

        Assert.Throws<InvalidDataException>(() => read.ToContent());
    }
}
