using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

[Collection(OnePortal.Name)]
public class SearchPageTests(PortalFixture portal)
{
    [Fact]
    public async Task It_searches_the_language_of_the_page_and_all_with_one_click()
    {
        var page = await portal.ReadAsync(Links.Search("de", "Lianyungang"));
        Assert.NotEmpty(Hits(page));
        Assert.All(Hits(page), path => Assert.StartsWith("/de/news/", path, StringComparison.Ordinal));

        var all = await portal.ReadAsync(page.QuerySelector(".section-head a")!.GetAttribute("href")!);
        Assert.Contains(Hits(all), path => path.StartsWith("/en/news/", StringComparison.Ordinal));
        Assert.All(all.QuerySelectorAll("li.result"), result =>
        {
            var language = result.QuerySelector("h3 a")!.GetAttribute("href")!.Split('/')[1];
            Assert.Equal(language == "de" ? null : language, result.QuerySelector("h3")!.GetAttribute("lang"));
        });
    }

    [Theory]
    [InlineData("en", "trains", "train")]
    [InlineData("en", "\"digital economy\"", "digital economy")]
    [InlineData("de", "Unternehmen", "Unternehmen")]
    [InlineData("ru", "поезда", "поезд")]
    [InlineData("zh", "青岛", "青岛")]
    [InlineData("zh", "两江", "两江")]
    public async Task What_is_found_is_marked(string language, string words, string marked)
    {
        var page = await portal.ReadAsync(Links.Search(language, words));

        Assert.NotEmpty(Hits(page));
        Assert.Contains(page.QuerySelectorAll("li.result mark"), m => m.TextContent.Contains(marked, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_facet_finds_as_many_as_it_says()
    {
        var page = await portal.ReadAsync(Links.Search("en", "Qingdao"));
        var facets = page.QuerySelectorAll(".facets li a");
        Assert.True(facets.Length > 6);

        foreach (var facet in facets.Where(f => f.GetAttribute("aria-current") is null))
        {
            var narrowed = await portal.ReadAsync(facet.GetAttribute("href")!);
            Assert.Equal(facet.QuerySelector("small")!.TextContent, Count(narrowed));
            Assert.Equal(
                narrowed.QuerySelectorAll(".facets a[aria-current=true]").Length,
                facet.GetAttribute("href")!.Contains("in=", StringComparison.Ordinal) ? 1 : 2);
        }
    }

    [Fact]
    public async Task Filters_are_shown_and_each_can_be_taken_back()
    {
        var page = await portal.ReadAsync(Links.Search("en", "Qingdao", zone: "scoda", year: 2021));

        Assert.All(page.QuerySelectorAll("li.result .kicker a").Where((_, i) => i == 0), a => Assert.Equal("/en/zones/scoda", a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("li.result time"), t => Assert.StartsWith("2021-", t.GetAttribute("datetime"), StringComparison.Ordinal));
        Assert.Equal(
            [Links.Search("en", "Qingdao", year: 2021), Links.Search("en", "Qingdao", zone: "scoda"), Links.Search("en", "Qingdao")],
            page.QuerySelectorAll(".picked a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task By_date_the_newest_comes_first_and_pages_follow_each_other()
    {
        var seen = new List<string>();
        var days = new List<string>();
        for (var path = Links.Search("en", "SCO", @in: "all", sort: "date"); path is not null;)
        {
            var page = await portal.ReadAsync(path);
            seen.AddRange(Hits(page));
            days.AddRange(page.QuerySelectorAll("li.result time").Select(t => t.GetAttribute("datetime")!));
            path = page.QuerySelector(".pages a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.Equal(Count(await portal.ReadAsync(Links.Search("en", "SCO", @in: "all"))), $"{seen.Count}");
    }

    [Fact]
    public async Task Markup_in_the_words_or_in_what_is_found_is_shown_as_text()
    {
        await using var own = await OwnPortal.OpenAsync(sample: false);
        await own.PublishAsync("<b>Zebra</b> & <script>alert(1)</script>", "The zebra said `<i>no</i>` & left.");
        await own.CatchUpAsync();

        var page = await own.ReadAsync(Links.Search("en", "zebra <script>x</script>"));
        Assert.Equal("Results for “zebra <script>x</script>”", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("zebra <script>x</script>", page.QuerySelector("#q")!.GetAttribute("value"));

        var result = (await own.ReadAsync(Links.Search("en", "zebra"))).QuerySelector("li.result")!;
        Assert.Equal("<b>Zebra</b> & <script>alert(1)</script>", result.QuerySelector("h3")!.TextContent);
        Assert.Equal("Zebra", result.QuerySelector("h3 mark")!.TextContent);
        Assert.Empty(result.QuerySelectorAll("b, i, script"));
    }

    public static TheoryData<string> OddQueries => new(
        "", "?", "?q", "?q=", "?q=%20", "?q=%22", "?q=%22%22%22", "?q=%22unclosed phrase", "?q=AND OR NOT NEAR(", "?q=a* -b ^c title:d",
        "?q=NEAR/3 {a b} : + - ( )", "?q='; DROP TABLE release;--", "?q=%00", "?q=%00%01%02%1F%7F%C2%85", "?q=%ED%A0%80", "?q=%ED%A0%80%ED%B0%80",
        "?q=%FF%FE%C0%80", "?q=%", "?q=%u0041", "?q=%F0%9F%98%80", "?q=\u202Eabc\u200B\uFEFF", "?q=a&q=b", "?q[]=a&q[0]=b", "?q=a&p=-1", "?q=a&p=0",
        "?q=a&p=99999999999", "?q=a&p=2147483647", "?q=a&p=x&p=2", "?q=a&year=99999", "?q=a&year=-1", "?q=a&year=0", "?q=a&year=x", "?q=a&zone=nowhere",
        "?q=a&topic=%00", "?q=a&in=xx", "?q=a&in=", "?q=a&in=all&in=de", "?q=a&sort=x", "?Q=a", "?q=a;b&&&=&=x", "?q=" + new string('+', 100));

    [Theory]
    [MemberData(nameof(OddQueries))]
    public async Task Whatever_is_asked_there_is_a_page(string query) => await IsAPageAsync("/en/search" + query);

    [Theory]
    [InlineData("x")]
    [InlineData("x ")]
    [InlineData("青")]
    [InlineData("\"")]
    [InlineData("😀")]
    [InlineData("a😀")]
    [InlineData("ẞ\u0301\u0301\u0301")]
    [InlineData("(a")]
    public async Task However_much_is_asked_there_is_a_page(string part) =>
        await IsAPageAsync("/zh/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(part, 10_000 / part.Length))));

    private async Task IsAPageAsync(string path)
    {
        var page = await portal.ReadAsync(path);
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        foreach (var link in page.QuerySelectorAll(".langs-switch a, .section-head a, .facets a").Select(a => a.GetAttribute("href")!).Take(6))
            Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync(link)).Status);
    }

    private static List<string> Hits(IHtmlDocument page) => [.. page.QuerySelectorAll("li.result h3 a").Select(a => a.GetAttribute("href")!)];

    private static string Count(IParentNode page) => page.QuerySelector(".section-head h2")!.TextContent.Split(' ')[0];
}
