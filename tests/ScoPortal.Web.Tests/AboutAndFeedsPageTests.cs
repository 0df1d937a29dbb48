using Xunit;

namespace ScoPortal.Web.Tests;

[Collection(OnePortal.Name)]
public class AboutAndFeedsPageTests(PortalFixture portal)
{
    [Theory]
    [InlineData("en", "Figures")]
    [InlineData("de", "Zahlen")]
    [InlineData("ru", null)]
    [InlineData("zh", null)]
    public async Task Sections_about_the_portal_keep_their_names_in_every_language(string language, string? figures)
    {
        var page = await portal.ReadAsync($"/{language}/about");

        Assert.Equal(["about", "sources", "figures", "corrections", "accessibility"], page.QuerySelectorAll(".prose h2").Select(h => h.Id));
        Assert.Equal(
            page.QuerySelectorAll(".prose h2").Select(h => ("#" + h.Id, h.TextContent)),
            page.QuerySelectorAll(".reading nav a").Select(a => (a.GetAttribute("href")!, a.TextContent)));
        if (figures is not null)
            Assert.Equal(figures, page.QuerySelector("#figures")!.TextContent);
    }

    [Fact]
    public async Task The_feeds_page_leads_to_everything_each_zone_and_each_topic_in_three_formats()
    {
        var page = await portal.ReadAsync("/ru/feeds");

        var links = page.QuerySelectorAll("table a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3 * (1 + 3 + page.QuerySelectorAll("tbody:last-of-type tr").Length - 1), links.Count);
        Assert.Equal(["/ru/feed.rss", "/ru/feed.atom", "/ru/feed.json"], links.Take(3));
        Assert.Contains("/ru/zones/scoda/feed.json", links);
        Assert.Contains("/ru/topics/marine-cooperation/feed.atom", links);
        Assert.Equal(links.Count, links.Distinct().Count());
        Assert.Equal(["/en/feeds", "/de/feeds", "/zh/feeds"], page.QuerySelectorAll("[aria-labelledby=others] a").Select(a => a.GetAttribute("href")));
    }
}
