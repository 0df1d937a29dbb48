using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>What is selected in a text becomes the value of a field.</summary>
public class WireSelectionTests
{
    [Theory]
    [InlineData("datelineDate", "18. Juni 2021", "2021-06-18")]
    [InlineData("datelineDate", "2021年6月18日", "2021-06-18")]
    [InlineData("datelineDate", "18 июня 2021 г.", "2021-06-18")]
    [InlineData("eventDate", "on Friday, June 18, 2021, at noon", "2021-06-18")]
    [InlineData("eventDate", " 18.06.2021 ", "2021-06-18")]
    [InlineData("eventDate", "posted 2021-06-18", "2021-06-18")]
    [InlineData("eventDate", "18 juin", "--06-18")]
    [InlineData("eventDate", "in June 2021", "2021-06")]
    [InlineData("eventDate", "2021年6月", "2021-06")]
    [InlineData("eventDate", "im Jahr 2021", "2021")]
    [InlineData("eventDate", "next Friday", null)]
    [InlineData("eventDate", "February 30, 2021", "2021")]
    [InlineData("place", "LIANYUNGANG, China", "Lianyungang")]
    [InlineData("place", " ЦИНДАО ", "Циндао")]
    [InlineData("place", "青岛", "青岛")]
    [InlineData("country", "People's Republic of China", "CN")]
    [InlineData("country", "Казахстан", "KZ")]
    [InlineData("country", "QINGDAO, China", "CN")]
    [InlineData("country", "the harbour", null)]
    [InlineData("wires", "/PRNewswire-AsiaNet/", "PRNewswire, AsiaNet")]
    [InlineData("wires", "(Harbour Press)", "Harbour Press")]
    [InlineData("moreInfoUrl", "please visit http://www.example.org/yard.", "http://www.example.org/yard")]
    [InlineData("moreInfoUrl", "（www.example.org/zh）。", "http://www.example.org/zh")]
    [InlineData("moreInfoUrl", "no address", null)]
    [InlineData("issuer", "SOURCE  The Harbour\n Office", "The Harbour Office")]
    [InlineData("issuer", "消息来源：连云港港口集团", "连云港港口集团")]
    [InlineData("issuer", "来源：连云港港口集团", "连云港港口集团")]
    [InlineData("issuer", "Source", "Source")]
    [InlineData("externalId", "MEDIA RELEASE PR67255", "prnewswire:PR67255")]
    [InlineData("externalId", "AsiaNet 67255", "asianet:67255")]
    [InlineData("externalId", "no figure", null)]
    [InlineData("headline", "A quay\nfor   trains", "A quay for trains")]
    [InlineData("headline", "码头\n开放", "码头开放")]
    [InlineData("headline", " \n\t", null)]
    public void A_selection_becomes_what_the_field_holds(string field, string selected, string? value) =>
        Assert.Equal(value, WireSelection.Value(field, selected, "PRNewswire"));

    [Fact]
    public void Markdown_stays_what_it_is_in_the_text_and_is_plain_in_a_field()
    {
        Assert.Equal("- 3 *fast* ships\n- a quay", WireSelection.Paragraphs(" - 3 *fast* ships\r\n- a quay\n", isMarkdown: true));
        Assert.Equal("Quay #2", WireSelection.Value("headline", @"Quay \#2", isMarkdown: true));
    }

    [Fact]
    public void A_passage_becomes_paragraphs_that_mean_themselves() =>
        Assert.Equal("It is *not* a list.\n\n\\- 3 ships".Replace("*", "\\*", StringComparison.Ordinal), WireSelection.Paragraphs("It is *not*\na list.\r\n \r\n- 3 ships\n"));
}
