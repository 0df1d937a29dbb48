using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

[Collection(OnePortal.Name)]
public class ComparePageTests(PortalFixture portal)
{
    [Theory]
    [InlineData("en", "zh")]
    [InlineData("de", "en")]
    [InlineData("ru", "zh")]
    public async Task Paragraphs_that_say_the_same_stand_side_by_side(string language, string other)
    {
        var release = await portal.ReleaseAsync("round-table-2023", language);
        var page = await portal.ReadAsync(Links.Compare(language, release.Id, release.Slug, other));

        var rows = page.QuerySelectorAll("[data-par]");

        Assert.True(rows.Length > 3);
        Assert.All(rows, row =>
        {
            var sides = row.QuerySelectorAll(":scope > .cell").ToList();
            Assert.Equal(2, sides.Count);
            Assert.Equal(Expected(language, other), sides.Select(s => s.GetAttribute("lang")!).Order());
            Assert.All(sides, side => Assert.Equal("ltr", side.GetAttribute("dir")));
            Assert.All(sides, side => Assert.NotEmpty(side.TextContent.Trim()));
        });
        Assert.Equal("en", language == "ru" ? "en" : rows[0].QuerySelector(".cell")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_whole_of_both_texts_is_there_and_once()
    {
        var release = await portal.ReleaseAsync("liangjiang-district-2026", "de");
        var german = (await portal.ReadAsync(release.Path)).QuerySelectorAll(".prose > :not(.more, .print-only)").Select(Text).ToList();

        var cells = (await portal.ReadAsync(Links.Compare("de", release.Id, release.Slug, "zh"))).QuerySelectorAll("[data-par] > [lang=de] > :not(.gap)").Select(Text).ToList();

        Assert.Equal(german.Count, cells.Count);
        Assert.EndsWith(cells[0], german[0], StringComparison.Ordinal);
        Assert.Equal(german.Skip(1), cells.Skip(1));

        static string Text(IElement e) => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Every_sentence_names_its_partner_by_number()
    {
        var release = await portal.ReleaseAsync("round-table-2023", "en");
        var page = await portal.ReadAsync(Links.Compare("en", release.Id, release.Slug, "de"));

        var links = page.QuerySelectorAll("a.s-no").ToList();

        Assert.True(links.Count > 12);
        Assert.All(links, link =>
        {
            var partner = page.GetElementById(link.GetAttribute("href")![1..])!;
            var own = link.Closest("[data-s]")!;
            Assert.Equal(own.GetAttribute("data-s"), partner.GetAttribute("data-s"));
            Assert.Same(own.Closest(".pair"), partner.Closest(".pair"));
            Assert.NotSame(own.Closest(".cell"), partner.Closest(".cell"));
            Assert.Contains(link.GetAttribute("data-n")!, link.GetAttribute("aria-label"), StringComparison.Ordinal);
        });
        var headline = page.QuerySelector(".pair .headline [data-s]")!;
        Assert.Equal(release.Headline, headline.TextContent);
    }

    [Fact]
    public async Task Two_other_versions_are_chosen_without_a_script()
    {
        var english = await portal.ReleaseAsync("round-table-2023", "en");
        var russian = await portal.ReleaseAsync("round-table-2023", "ru");
        var path = Links.Compare("en", english.Id, english.Slug, "de");
        var form = (await portal.ReadAsync(path)).QuerySelector("form.choose")!;

        Assert.Equal(["de", "en", "ru", "zh"], form.QuerySelectorAll("select[name=left] option").Select(o => o.GetAttribute("value")!).Order());
        Assert.Equal("de", form.QuerySelector("select[name=right] option[selected]")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector("button"));

        Assert.Equal((HttpStatusCode.Found, Links.Compare("en", russian.Id, russian.Slug, "zh")), await portal.AskAsync(path + "?left=ru&right=zh"));
        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync(path + "?left=ru&right=ru")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync(path + "?left=xx&right=")).Status);
    }

    [Fact]
    public async Task A_wrong_slug_is_put_right_and_a_version_that_is_not_there_is_not_found()
    {
        var english = await portal.ReleaseAsync("round-table-2021", "en");
        var withdrawn = await portal.ReleaseAsync("lianyungang-park-area", "en");

        Assert.Equal(
            (HttpStatusCode.MovedPermanently, Links.Compare("en", english.Id, english.Slug, "de")),
            await portal.AskAsync(Links.Compare("en", english.Id, "x", "de")));
        foreach (var other in (string[])["ru", "en", "fr", "x"])
            await portal.ReadAsync(Links.Compare("en", english.Id, english.Slug, other), HttpStatusCode.NotFound);
        await portal.ReadAsync(Links.Compare("en", withdrawn.Id, withdrawn.Slug, "de"), HttpStatusCode.NotFound);
    }

    private static string[] Expected(string one, string other) => [.. new[] { one, other }.Order()];
}
