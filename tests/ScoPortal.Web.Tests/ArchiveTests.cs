using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ScoPortal.Web.Tests.Feeds;
using Xunit;

namespace ScoPortal.Web.Tests;

/// <summary>A reader looks for what was published in a month, and for what was put right.</summary>
[Collection(BusyPortal.Name)]
public partial class ArchiveTests(PortalFixture portal)
{
    [Theory, InlineData("en"), InlineData("de"), InlineData("ru"), InlineData("zh")]
    public async Task Every_month_lists_as_many_releases_as_the_calendar_counts(string language)
    {
        var archive = await portal.ReadAsync($"/{language}/archive");
        var months = archive.QuerySelectorAll(".index a").ToList();

        Assert.NotEmpty(months);
        foreach (var month in months)
        {
            var count = int.Parse(Digits().Match(month.QuerySelector("span")!.TextContent).Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(count, await CountAsync(month.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task A_month_leads_to_its_neighbours_that_have_releases()
    {
        var page = await portal.ReadAsync("/de/archive/2021/06");

        Assert.Equal("Juni 2021", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("page", page.QuerySelector(".index a[href='/de/archive/2021/06']")!.GetAttribute("aria-current"));
        var earlier = page.QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!;
        Assert.Equal("/de/archive/2021/06", (await portal.ReadAsync(earlier)).QuerySelector(".pager [rel=next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/en/archive/2021/13"), InlineData("/en/archive/2021/00"), InlineData("/en/archive/0000/01"), InlineData("/en/archive/10000/01")]
    [InlineData("/en/archive/2026/12"), InlineData("/en/archive/99999999999/01")]
    public async Task A_month_that_is_none_or_lies_ahead_is_not_found(string path)
    {
        using var response = await portal.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_month_has_one_address()
    {
        using var response = await portal.Client.GetAsync("/en/archive/2021/6");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/en/archive/2021/06", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_month_without_releases_says_so_and_stays_out_of_search_engines()
    {
        var page = await portal.ReadAsync("/zh/archive/1999/05");

        Assert.NotNull(page.QuerySelector("main .note"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_full_month_is_read_page_by_page_and_back()
    {
        await portal.PublishAsync(
            Enumerable.Range(1, 120).Select(n => (Newsroom.Text($"Meldung {n}"), "de")), new DateTimeOffset(2001, 6, 15, 12, 0, 0, TimeSpan.Zero));

        List<string> seen = [];
        var (address, last) = ((string?)"/de/archive/2001/06", "");
        for (; address is not null; address = Next(await portal.ReadAsync(last), "next"))
            seen.AddRange(Headlines(await portal.ReadAsync(last = address)));
        var first = await portal.ReadAsync(Next(await portal.ReadAsync(last), "prev")!);

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(n => $"Meldung {n}"), seen);
        Assert.Equal(seen.Skip(50).Take(50), Headlines(first));
    }

    [Fact]
    public async Task Corrections_name_the_release_the_note_and_the_day()
    {
        var page = await portal.ReadAsync("/de/corrections");

        var item = Assert.Single(page.QuerySelectorAll(".result"));
        Assert.StartsWith("/de/news/", item.QuerySelector("h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("2021-06-21", item.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("Berichtigt am 21. Juni 2021", item.QuerySelector("time")!.TextContent);
        Assert.NotEmpty(item.QuerySelector(".note")!.TextContent);
        Assert.NotNull(item.QuerySelector(".kicker svg.mark"));
    }

    [Fact]
    public async Task Many_corrections_are_read_page_by_page_newest_first()
    {
        var ids = await portal.PublishAsync(
            Enumerable.Range(1, 70).Select(n => (Newsroom.Text($"新闻{n}"), "zh")), PortalFixture.Now.AddYears(-2));
        foreach (var (n, id) in ids.Index())
            await portal.ChangeAsync(id, r => r.Correct($"更正{n}", PortalFixture.Now.AddDays(-100 + n / 2)));

        List<string> seen = [];
        for (var address = "/zh/corrections"; address is not null;)
        {
            var page = await portal.ReadAsync(address);
            seen.AddRange(page.QuerySelectorAll(".result .note").Select(n => n.TextContent));
            address = Next(page, "next");
        }

        Assert.Equal(Enumerable.Range(0, 70).Reverse().Select(n => $"更正{n}"), seen);
    }

    private async Task<int> CountAsync(string address)
    {
        var count = 0;
        for (var next = address; next is not null;)
        {
            var page = await portal.ReadAsync(next);
            count += page.QuerySelectorAll(".result").Length;
            next = Next(page, "next");
        }

        return count;
    }

    private static string? Next(IParentNode page, string relation) => page.QuerySelector($".pages [rel={relation}]")?.GetAttribute("href");

    private static IEnumerable<string> Headlines(IParentNode page) => page.QuerySelectorAll(".result h2").Select(h => h.TextContent);

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
