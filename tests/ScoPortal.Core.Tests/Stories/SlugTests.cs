using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Core.Tests.Stories;

public class SlugTests
{
    [Theory]
    [InlineData("SCO round table in Lianyungang", "sco-round-table-in-lianyungang")]
    [InlineData("连云港举行圆桌会议", "连云港举行圆桌会议")]
    [InlineData("青岛：2025年开行班列1225列", "青岛-2025年开行班列1225列")]
    [InlineData("Циндао и посол России", "циндао-и-посол-россии")]
    [InlineData("ГРУЗОВЫЕ ПОЕЗДА", "грузовые-поезда")]
    [InlineData("Neue Straße nach Qingdao", "neue-straße-nach-qingdao")]
    [InlineData("Russia’s ambassador, Liangjiang's platform", "russias-ambassador-liangjiangs-platform")]
    [InlineData("  -- 84.36 million tonnes! --  ", "84-36-million-tonnes")]
    [InlineData("Güter\u00ADverkehr", "güterverkehr")]
    [InlineData("Gu\u0308ter", "güter")]
    [InlineData("Rail \ud83d road", "rail-road")]
    [InlineData("Rail \ufffe road", "rail-road")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("", "release")]
    [InlineData("?!…", "release")]
    public void It_keeps_letters_and_digits_of_every_script(string headline, string slug) => Assert.Equal(slug, Slug.From(headline));

    [Fact]
    public void A_long_headline_is_cut_between_two_words()
    {
        var slug = Slug.From("Demonstrationszone für die lokale wirtschaftliche und handelspolitische Zusammenarbeit");

        Assert.Equal("demonstrationszone-für-die-lokale-wirtschaftliche-und-handelspolitische", slug);
    }

    [Theory]
    [InlineData("区")]
    [InlineData("a")]
    [InlineData("𠀀")]
    [InlineData("ab ")]
    public void It_never_is_longer_than_its_limit_nor_cut_within_a_character(string piece)
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat(piece, 100)));

        Assert.InRange(slug.Length, Slug.MaxLength / 2, Slug.MaxLength);
        Assert.DoesNotContain('\uFFFD', slug);
        Assert.Equal(slug, slug.Normalize());
        Assert.Equal(slug, Slug.From(slug));
    }
}
