using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

public class WireMarksTests
{
    private const string Quay = """
        MEDIA RELEASE PR67255
        Lianyungang port opens a second quay

        LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- The port has opened a second quay. Its trains carry International Logistics.

        SOURCE The Harbour Office
        """;

    [Fact]
    public void Every_field_is_marked_where_it_stands_the_inner_one_within_the_outer()
    {
        var marks = WireMarks.Of(Quay, WireReader.Read(Quay));

        Assert.Equal(Quay, string.Concat(marks.Select(m => m.Text)));
        Assert.Equal(
            [
                "noise: MEDIA RELEASE ", "externalId:asianet: PR67255", "headline: Lianyungang port opens a second quay", "place: LIANYUNGANG, China", "dateline: , ",
                "datelineDate: June 18, 2021", "dateline:  /", "wires: PRNewswire", "dateline: / --", "noise: SOURCE ", "issuer: The Harbour Office",
            ],
            marks.Where(m => m.Field is not null).Select(m => $"{m.Field}: {m.Text}"));
        Assert.Contains(marks, m => m.Field is null && m.Text.Contains("opened a second quay", StringComparison.Ordinal));
    }

    [Fact]
    public void No_character_of_any_text_is_lost_or_told_twice() =>
        Prop.ForAll(
            Gen.Elements("\n", " ", "SOURCE X\n", "LIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- ", "Port opens.\n\n", "2021-06-18 09:30:00 admin source: Office share:\n", "港", "(ots) - ", "\r\n", "MEDIA RELEASE PR67255\n")
                .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
            text => WireMarks.Of(text, WireReader.Read(text)) is var marks && string.Concat(marks.Select(m => m.Text)) == text && marks.All(m => m.Text.Length > 0))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_at_wires_are_handed_on() =>
        Assert.Equal([("asianet", "PR67255")], WireReader.Read(Quay).ExternalIds);

    [Theory]
    [InlineData("Lianyungang", true)]
    [InlineData("International logistics", true)]
    [InlineData("Qingdao", false)]
    [InlineData("International cooperation", false)]
    [InlineData("", false)]
    public void A_text_is_filed_where_it_names_every_word(string name, bool belongs) =>
        Assert.Equal(belongs, new WireFiling(WireReader.Read(Quay)).Mentions(name));

    [Theory]
    [InlineData("连云港", true)]
    [InlineData("青岛", false)]
    public void Chinese_names_are_found_within_the_text(string name, bool belongs) =>
        Assert.Equal(belongs, new WireFiling(WireReader.Read("连云港举行圆桌会议\n\n上合组织国际圆桌会议今天在连云港举行，与会代表讨论了物流合作。")).Mentions(name));

    [Fact]
    public void A_warning_says_what_it_names()
    {
        var warnings = WireReader.Read("Port opens a quay\n\nLIANYUNGANG, June 18 /Wirexyz/ -- The  port has opened a second quay for ships.\n").Warnings;

        Assert.Equal("1", warnings.Single(w => w.Code == "spacing-repaired").Value);
        Assert.All(warnings, w => Assert.True(w.Value is null || w.Text.Contains(w.Value, StringComparison.Ordinal), w.Text));
    }
}
