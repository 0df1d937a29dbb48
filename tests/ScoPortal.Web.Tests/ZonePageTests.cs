using System.Net;
using System.Text.Json;
using Xunit;

namespace ScoPortal.Web.Tests;

[Collection(OnePortal.Name)]
public class ZonePageTests(PortalFixture portal)
{
    [Fact]
    public async Task All_zones_stand_in_a_list_and_on_the_map_in_the_same_order()
    {
        var page = await portal.ReadAsync("/de/zones");

        var listed = page.QuerySelectorAll("main .zone h2 a").Select(a => a.GetAttribute("href"));
        var mapped = page.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/de/zones/lianyungang", "/de/zones/liangjiang", "/de/zones/scoda"], listed);
        Assert.Equal(listed, mapped);
    }

    [Fact]
    public async Task A_profile_tells_where_since_when_and_by_whom()
    {
        var page = await portal.ReadAsync("/ru/zones/scoda");

        Assert.Equal("Циндао: зона «Китай — ШОС»", page.QuerySelector("h1")!.TextContent);
        var facts = page.QuerySelectorAll(".facts > div > dd").ToList();
        Assert.Contains(facts, d => d.QuerySelector("time[datetime='2018-06-10']")?.TextContent == "10 июня 2018 г.");
        Assert.Contains("Цзяочжоу, Циндао, Шаньдун", facts.ConvertAll(d => d.TextContent));
        Assert.Contains(facts, d => d.GetAttribute("lang") == "zh" && d.TextContent == "中国—上海合作组织地方经贸合作示范区");
        Assert.Contains(facts, d => d.QuerySelector("a[rel~=external]")?.GetAttribute("href") == "http://sh.scoda.com/");
        Assert.Contains("108 квадратных километров", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "about 69.79 km²", "84.36 million tonnes")]
    [InlineData("de", "rund 69,79 km²", "84,36 Mio. Tonnen")]
    [InlineData("zh", "约 69.79 平方公里", "8,436 万吨")]
    public async Task Figures_speak_the_language_s_scale_and_carry_their_qualifier_date_and_source(string language, string area, string cargo)
    {
        var page = await portal.ReadAsync($"/{language}/zones/lianyungang");

        var figures = page.QuerySelectorAll(".figures > div").ToList();
        var values = figures.ConvertAll(f => string.Join(' ', f.QuerySelector(".figure")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains(area, values);
        Assert.Contains(cargo, values);
        Assert.All(figures, f => Assert.NotEmpty(f.QuerySelector("dd:last-child")!.TextContent.Trim()));
        Assert.Contains(figures, f => f.QuerySelector("time[datetime='2025']") is not null && f.QuerySelector("a[rel~=external]") is not null);
    }

    [Fact]
    public async Task Milestones_run_from_the_oldest_to_the_newest_each_with_its_source()
    {
        var page = await portal.ReadAsync("/en/zones/liangjiang");

        var milestones = page.QuerySelectorAll("ol.line > li").ToList();
        var dates = milestones.ConvertAll(m => m.QuerySelector("time")!.GetAttribute("datetime")!);
        Assert.Equal(["2010-06-18", "2019-08", "2020-09", "2021-04-09", "2021-08-23", "2025-11-06", "2026-01-25"], dates);
        Assert.All(milestones, m => Assert.StartsWith("Source: ", m.QuerySelector(".caption")!.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task News_of_the_zone_are_in_the_language_of_the_page()
    {
        var page = await portal.ReadAsync("/de/zones/scoda");

        var news = page.QuerySelectorAll("[aria-labelledby=news] li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(news);
        Assert.All(news, href => Assert.StartsWith("/de/news/", href, StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/de/zones/scoda/feed.atom");
    }

    [Fact]
    public async Task SCODA_shows_its_five_centres_and_another_zone_what_it_works_on()
    {
        var scoda = await portal.ReadAsync("/en/zones/scoda");
        var liangjiang = await portal.ReadAsync("/en/zones/liangjiang");

        Assert.Equal("Focus topics: the five centres", scoda.QuerySelector("#focus")!.TextContent);
        Assert.Equal(5, scoda.QuerySelectorAll("[aria-labelledby=focus] li").Length);
        Assert.Equal("Focus topics", liangjiang.QuerySelector("#focus")!.TextContent);
        Assert.Equal(4, liangjiang.QuerySelectorAll("[aria-labelledby=focus] li").Length);
    }

    [Fact]
    public async Task Machines_learn_the_place_and_its_versions_in_other_languages()
    {
        var page = await portal.ReadAsync("/zh/zones/lianyungang");

        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("Place", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal(34.5966, data.RootElement.GetProperty("geo").GetProperty("latitude").GetDouble());
        Assert.Equal("https://news.example.org/zh/zones/lianyungang", data.RootElement.GetProperty("url").GetString());
        Assert.Equal("http://www.scoilp.gov.cn/", data.RootElement.GetProperty("sameAs").GetString());
        Assert.Equal(
            ["en", "de", "ru", "zh", "x-default"],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("hreflang")!));
    }

    [Theory]
    [InlineData("/en/zones/nowhere")]
    [InlineData("/en/zones/SCODA")]
    public Task An_unknown_zone_is_not_found(string path) => portal.ReadAsync(path, HttpStatusCode.NotFound);
}

public class ZoneWithoutProfileTests(PortalInMoreLanguages portal) : IClassFixture<PortalInMoreLanguages>
{
    [Fact]
    public async Task A_zone_not_described_in_Persian_says_so_and_shows_its_English_words_marked_as_English()
    {
        var page = await portal.ReadAsync("/fa/zones/scoda");

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.NotNull(page.QuerySelector(".note"));
        Assert.Equal(("en", "ltr"), (page.QuerySelector("h1")!.GetAttribute("lang"), page.QuerySelector("h1")!.GetAttribute("dir")));
        Assert.Equal("en", page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll(".figures dt, ol.line h3").Select(e => e.Closest("[lang]")!.GetAttribute("lang")), lang => Assert.Equal("en", lang));
        Assert.Empty(page.QuerySelectorAll("link[rel=canonical], link[hreflang=fa]"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task The_text_about_the_portal_falls_back_to_English_too()
    {
        var page = await portal.ReadAsync("/fa/about");

        Assert.NotNull(page.QuerySelector(".note"));
        Assert.Equal(("en", "ltr"), (page.QuerySelector(".prose")!.GetAttribute("lang"), page.QuerySelector(".prose")!.GetAttribute("dir")));
    }
}
