using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ScoPortal.Web.Tests.Feeds;

/// <summary>What a feed reader gets.</summary>
[Collection(OnePortal.Name)]
public class FeedTests(PortalFixture portal)
{
    private const string Host = "https://news.example.org";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    public static TheoryData<string> Folders { get; } = new(
        "/en/", "/de/", "/ru/", "/zh/", "/de/zones/scoda/", "/zh/zones/lianyungang/", "/en/topics/international-logistics/");

    [Theory, MemberData(nameof(Folders))]
    public async Task Atom_has_what_RFC_4287_requires(string folder)
    {
        var feed = XDocument.Parse(await portal.Client.GetStringAsync(folder + "feed.atom")).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(folder[1..3], feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(Host + folder + "feed.atom", Link(feed, "self"));
        Assert.Equal(Host + folder + "feed.atom", feed.Element(Atom + "id")!.Value);
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.Equal(entries.Max(e => Rfc3339(e, "updated")), Rfc3339(feed, "updated"));
        Assert.All(entries, entry =>
        {
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.NotEmpty(entry.Element(Atom + "content")!.Value);
            Assert.NotEmpty(entry.Elements(Atom + "category"));
            Assert.True(Rfc3339(entry, "published") <= Rfc3339(entry, "updated"));
            // Section 4.1.2: no two alternates of one type and language.
            Assert.Distinct(entry.Elements(Atom + "link").Select(l => ((string?)l.Attribute("type"), (string?)l.Attribute("hreflang"))));
        });
        Assert.Distinct(entries.Select(e => e.Element(Atom + "id")!.Value));
        Assert.Equal(entries.OrderByDescending(e => Rfc3339(e, "published")), entries);
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task Rss_has_what_the_specification_requires(string folder)
    {
        var channel = XDocument.Parse(await portal.Client.GetStringAsync(folder + "feed.rss")).Root!.Element("channel")!;

        Assert.All((string[])["title", "link", "description", "language", "lastBuildDate"], name => Assert.NotEmpty(channel.Element(name)!.Value));
        Assert.Equal(Host + folder + "feed.rss", Link(channel, "self"));
        var items = channel.Elements("item").ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item =>
        {
            Assert.NotEmpty(item.Element("title")!.Value);
            Assert.StartsWith(Host + folder[..4] + "news/", item.Element("link")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(item.Element(Content + "encoded")!.Value);
            Assert.True(DateTimeOffset.TryParseExact(
                item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
            Assert.Equal("true", (string?)item.Element("guid")!.Attribute("isPermaLink"));
        });
        Assert.Distinct(items.Select(i => i.Element("guid")!.Value));
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task Json_feed_has_what_version_1_1_requires(string folder)
    {
        using var feed = JsonDocument.Parse(await portal.Client.GetStringAsync(folder + "feed.json"));

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(feed.RootElement.GetProperty("title").GetString()!);
        Assert.Equal(Host + folder + "feed.json", feed.RootElement.GetProperty("feed_url").GetString());
        var items = feed.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item =>
        {
            Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
            Assert.True(item.GetProperty("date_published").GetDateTimeOffset() <= item.GetProperty("date_modified").GetDateTimeOffset());
        });
        Assert.Distinct(items.Select(i => i.GetProperty("id").GetString()));
    }

    [Theory, InlineData("en"), InlineData("de"), InlineData("ru"), InlineData("zh")]
    public async Task A_feed_has_the_newest_public_releases_and_no_others(string language)
    {
        var feed = XDocument.Parse(await portal.Client.GetStringAsync($"/{language}/feed.atom")).Root!;

        Assert.Equal(
            (await portal.PublicAsync(language)).Take(30).Select(id => $"{Host}/{language}/news/{id}"),
            feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task The_feed_of_a_zone_has_its_releases_only()
    {
        var feed = XDocument.Parse(await portal.Client.GetStringAsync("/en/zones/liangjiang/feed.atom")).Root!;

        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, e => Assert.Contains(e.Elements(Atom + "category"), c => (string?)c.Attribute("term") == "liangjiang"));
        Assert.True(entries.Count < (await portal.PublicAsync("en")).Count);
    }

    [Fact]
    public async Task A_correction_stands_in_the_entry_and_is_its_newest_change()
    {
        var correction = await portal.AskAsync(db => db.Corrections.Where(c => c.Release.Language == "de")
            .Select(c => new { c.Note, c.At, c.Release.Id }).SingleAsync());
        var feed = XDocument.Parse(await portal.Client.GetStringAsync("/de/feed.atom")).Root!;

        var entry = feed.Elements(Atom + "entry").Single(e => e.Element(Atom + "id")!.Value == $"{Host}/de/news/{correction.Id}");
        Assert.Contains(WebUtility.HtmlDecode(correction.Note), WebUtility.HtmlDecode(entry.Element(Atom + "content")!.Value), StringComparison.Ordinal);
        Assert.Equal(correction.At, Rfc3339(entry, "updated"));
    }

    [Fact]
    public async Task Versions_in_other_languages_are_named_by_an_address_that_answers()
    {
        var feed = XDocument.Parse(await portal.Client.GetStringAsync("/ru/feed.atom")).Root!;
        var others = feed.Descendants(Atom + "entry").Elements(Atom + "link").Where(l => (string?)l.Attribute("hreflang") != "ru").ToList();

        Assert.NotEmpty(others);
        foreach (var link in others)
        {
            using var response = await portal.Client.GetAsync(((string)link.Attribute("href")!)[Host.Length..]);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/en/zones/nowhere/feed.atom"), InlineData("/en/topics/nothing/feed.rss"), InlineData("/en/feed.xml"), InlineData("/EN/feed.json")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var response = await portal.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string Link(XElement element, string relation) =>
        (string)element.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == relation).Attribute("href")!;

    private static DateTimeOffset Rfc3339(XElement element, string name) => DateTimeOffset.ParseExact(
        element.Element(Atom + name)!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
