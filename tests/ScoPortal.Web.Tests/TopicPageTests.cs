using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace ScoPortal.Web.Tests;

[Collection(OnePortal.Name)]
public class TopicPageTests(PortalFixture portal)
{
    private const string Logistics = "/en/topics/international-logistics";

    [Fact]
    public async Task The_five_centres_come_first_and_every_topic_counts_its_releases_in_this_language()
    {
        var page = await portal.ReadAsync("/en/topics");

        Assert.Equal(["The five centres of Qingdao SCODA", "More topics"], page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(5, page.QuerySelectorAll("main section:first-of-type li").Length);
        var tile = page.QuerySelector($"main a[href='{Logistics}']")!.Closest("li")!;
        var listed = Releases(await portal.ReadAsync(Logistics)).Count;
        Assert.Equal($"{listed} releases", tile.QuerySelector(".meta")!.TextContent);
    }

    [Fact]
    public async Task A_centre_leads_to_its_zone()
    {
        var page = await portal.ReadAsync("/zh/topics/marine-cooperation");

        Assert.Contains("/zh/zones/scoda", page.QuerySelectorAll(".kicker a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_reader_pages_to_older_releases_and_back_again()
    {
        var all = Releases(await portal.ReadAsync(Logistics));

        var older = await portal.ReadAsync($"{Logistics}?before={Id(all[3])}");
        Assert.Equal(all.Skip(4), Releases(older));
        var back = older.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href")!;
        Assert.Equal($"{Logistics}?after={Id(all[4])}", back);
        Assert.Null(older.QuerySelector(".pager a[rel=next]"));

        var newer = await portal.ReadAsync(back);
        Assert.Equal(all.Take(4), Releases(newer));
        Assert.Null(newer.QuerySelector(".pager a[rel=prev]"));
        Assert.Equal($"{Logistics}?before={Id(all[3])}", newer.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Dates_run_from_the_newest_to_the_oldest_and_none_is_in_the_future()
    {
        var page = await portal.ReadAsync(Logistics);

        var dates = page.QuerySelectorAll("ol.lines time").Select(t => t.GetAttribute("datetime")!).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.All(dates, d => Assert.True(string.CompareOrdinal(d, "2026-11-21") <= 0));
    }

    [Theory]
    [InlineData("/en/topics/nothing", HttpStatusCode.NotFound)]
    [InlineData(Logistics + "?before=99999999", HttpStatusCode.OK)]
    [InlineData(Logistics + "?before=x", HttpStatusCode.OK)]
    public Task Odd_addresses_are_answered_calmly(string path, HttpStatusCode status) => portal.ReadAsync(path, status);

    private static List<string> Releases(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("ol.lines h2 a").Select(a => a.GetAttribute("href")!)];

    private static string Id(string path) => path.Split('/')[3];
}
