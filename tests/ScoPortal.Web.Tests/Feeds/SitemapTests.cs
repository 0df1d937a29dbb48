using System.Net;
using System.Xml.Linq;
using ScoPortal.Web.Feeds;
using Xunit;

namespace ScoPortal.Web.Tests.Feeds;

/// <summary>What a search engine reads first.</summary>
[Collection(BusyPortal.Name)]
public class SitemapTests(PortalFixture portal)
{
    private const string Host = "https://news.example.org";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task Robots_may_read_everything_but_answers_of_the_search_and_are_shown_the_sitemap()
    {
        var lines = (await portal.Client.GetStringAsync("/robots.txt")).Split('\n');

        Assert.Equal("User-agent: *", lines[0]);
        Assert.Contains($"Sitemap: {Host}/sitemap.xml", lines);
        Assert.Contains("Disallow: /zh/search?", lines);
        Assert.All(lines.Where(l => l.StartsWith("Disallow:", StringComparison.Ordinal)), l => Assert.EndsWith("/search?", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_part_of_the_index_answers_and_no_part_is_too_long()
    {
        var index = XDocument.Parse(await portal.Client.GetStringAsync("/sitemap.xml")).Root!;
        Assert.Equal(Map + "sitemapindex", index.Name);
        Assert.InRange(SitemapSource.PartSize, 1, 50_000);

        var parts = index.Descendants(Map + "loc").Select(l => l.Value).ToList();
        Assert.Equal([$"{Host}/sitemap-news.xml", $"{Host}/sitemap-0.xml", $"{Host}/sitemap-1.xml"], parts);
        foreach (var part in parts)
            Assert.Equal(Map + "urlset", (await ReadAsync(part)).Name);
        using var beyond = await portal.Client.GetAsync("/sitemap-2.xml");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task Releases_that_can_be_read_are_listed_once_and_no_others()
    {
        var listed = (await ReadAsync("/sitemap-1.xml")).Elements(Map + "url").Select(u => u.Element(Map + "loc")!.Value).ToList();

        var expected = new List<string>();
        foreach (var language in (string[])["en", "de", "ru", "zh"])
            expected.AddRange((await portal.PublicAsync(language)).Select(id => $"{Host}/{language}/news/{id}"));
        Assert.Equal(expected.Order(), listed.Select(url => url[..url.LastIndexOf('/')]).Order());
    }

    [Theory, InlineData("/sitemap-0.xml"), InlineData("/sitemap-1.xml")]
    public async Task Language_versions_name_each_other_and_a_default(string part)
    {
        var pages = (await ReadAsync(part)).Elements(Map + "url").ToDictionary(
            u => u.Element(Map + "loc")!.Value,
            u => u.Elements(Xhtml + "link").ToDictionary(l => (string)l.Attribute("hreflang")!, l => (string)l.Attribute("href")!));

        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            Assert.Contains(page.Key, page.Value.Values);
            Assert.Contains("x-default", page.Value.Keys);
            Assert.All(page.Value.Values, other => Assert.Equal(page.Value, pages[other]));
        });
    }

    [Fact]
    public async Task Head_and_sitemap_name_the_same_versions()
    {
        var entry = (await ReadAsync("/sitemap-1.xml")).Elements(Map + "url").First(u => u.Elements(Xhtml + "link").Count() > 3);

        var page = await portal.ReadAsync(entry.Element(Map + "loc")!.Value[Host.Length..]);

        Assert.Equal(
            entry.Elements(Xhtml + "link").Select(l => ((string)l.Attribute("hreflang")!, Uri.UnescapeDataString((string)l.Attribute("href")!))).Order(),
            page.QuerySelectorAll("link[rel=alternate][hreflang]")
                .Select(l => (l.GetAttribute("hreflang")!, Uri.UnescapeDataString(l.GetAttribute("href")!))).Order());
    }

    [Fact]
    public async Task Every_page_but_the_releases_answers()
    {
        foreach (var page in (await ReadAsync("/sitemap-0.xml")).Descendants(Map + "loc").Select(l => l.Value[Host.Length..]))
        {
            using var response = await portal.Client.GetAsync(page);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{page}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task News_is_not_older_than_two_days()
    {
        var now = PortalFixture.Now;
        await portal.PublishAsync(Newsroom.Text("Old news"), "en", now.AddDays(-2).AddMinutes(-1));
        var id = await portal.PublishAsync(Newsroom.Text("连云港今天的新闻"), "zh", now.AddDays(-2).AddMinutes(1));
        await portal.PublishAsync(Newsroom.Text("News of tomorrow"), "en", now.AddDays(1));

        var items = (await ReadAsync("/sitemap-news.xml")).Elements(Map + "url").ToList();

        Assert.DoesNotContain(items, u => u.Descendants(News + "title").Single().Value is "Old news" or "News of tomorrow");
        var item = Assert.Single(items, u => u.Element(Map + "loc")!.Value.StartsWith($"{Host}/zh/news/{id}/", StringComparison.Ordinal));
        Assert.Equal("连云港今天的新闻", item.Descendants(News + "title").Single().Value);
        Assert.Equal("zh-cn", item.Descendants(News + "language").Single().Value);
        Assert.Equal("2026-11-19T12:01:00Z", item.Descendants(News + "publication_date").Single().Value);
    }

    private async Task<XElement> ReadAsync(string address) =>
        XDocument.Parse(await portal.Client.GetStringAsync(address.Replace(Host, "", StringComparison.Ordinal))).Root!;
}
