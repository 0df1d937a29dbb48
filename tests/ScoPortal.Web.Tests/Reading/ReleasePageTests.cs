using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

[Collection(OnePortal.Name)]
public class ReleasePageTests(PortalFixture portal)
{
    [Fact]
    public async Task It_shows_everything_a_release_consists_of()
    {
        var release = await portal.ReleaseAsync("fortune-500-liangjiang", "de");
        var page = await portal.ReadAsync(release.Path);

        Assert.Equal(release.Headline, page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(release.Headline, page.Title, StringComparison.Ordinal);
        Assert.Contains("/de/zones/liangjiang", page.QuerySelectorAll(".release-head .kicker a").Select(a => a.GetAttribute("href")));
        Assert.NotEmpty(page.QuerySelectorAll(".release-head .kicker a[href^='/de/topics/']"));
        Assert.NotEmpty(page.QuerySelector(".standfirst")!.TextContent);
        Assert.Equal("Chongqing, April 2021", page.QuerySelector(".prose > p .dateline")!.TextContent);
        Assert.True(page.QuerySelectorAll(".prose > p").Length > 2);
        Assert.Equal("http://www.liangjiang.gov.cn/", page.QuerySelector(".more a")!.GetAttribute("href"));

        var credit = page.QuerySelectorAll(".credit > div")
            .ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal("12. April 2021", credit["Datum"]);
        Assert.Equal("Chongqing Liangjiang New Area", credit["Herausgeber"]);
        Assert.Equal("ots und PRNewswire", credit["Agentur"]);
        Assert.Equal("news aktuell", credit["Übermittelt durch"]);
    }

    [Fact]
    public async Task A_second_headline_of_the_wire_stands_under_the_first()
    {
        var release = await portal.ReleaseAsync("round-table-2023", "en");

        Assert.NotEmpty((await portal.ReadAsync(release.Path)).QuerySelector(".release-head .subheadline")!.TextContent);
    }

    [Fact]
    public async Task Its_language_versions_say_what_they_are()
    {
        var english = await portal.ReleaseAsync("russian-ambassador-2021", "en");
        var russian = await portal.ReleaseAsync("russian-ambassador-2021", "ru");

        var versions = (await portal.ReadAsync(english.Path)).QuerySelectorAll("ul.versions li").Select(Words).ToList();
        Assert.Equal(
            ["English Original, this page", "Deutsch not yet available", "Русский original changed since", "中文 not yet available"], versions);

        var page = await portal.ReadAsync(russian.Path);
        Assert.Equal(english.Path, page.QuerySelector("ul.versions a[lang=en]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("p.stale"));
        Assert.Null((await portal.ReadAsync((await portal.ReleaseAsync("five-centres", "ru")).Path)).QuerySelector("p.stale"));
    }

    [Fact]
    public async Task A_correction_is_told_with_its_day_before_the_text()
    {
        var release = await portal.ReleaseAsync("round-table-2021", "de");
        var page = await portal.ReadAsync(release.Path);

        var note = page.QuerySelector("section.corrections")!;

        Assert.Contains("21. Juni 2021", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("der Runde Tisch habe am 19. Juni getagt", note.TextContent, StringComparison.Ordinal);
        Assert.True(note.CompareDocumentPosition(page.QuerySelector(".prose")!).HasFlag(DocumentPositions.Following));
        Assert.Null((await portal.ReadAsync((await portal.ReleaseAsync("round-table-2021", "en")).Path)).QuerySelector("section.corrections"));
    }

    [Fact]
    public async Task Previous_and_next_lead_through_all_releases_of_a_language()
    {
        var path = (await portal.ReleaseAsync("liangjiang-district-2026", "ru")).Path;
        Assert.Null((await portal.ReadAsync(path)).QuerySelector(".pager a[rel=next]"));
        var walked = new List<string>();
        for (string? next = path; next is not null && walked.Count < 50;)
        {
            var page = await portal.ReadAsync(next);
            Assert.Equal(walked.LastOrDefault(), page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href"));
            walked.Add(next);
            next = page.QuerySelector(".pager a[rel=prev]")?.GetAttribute("href");
        }

        Assert.Equal(11, walked.Count);
        Assert.Equal(walked.Distinct(), walked);
    }

    [Fact]
    public async Task Related_releases_are_others_in_the_same_language()
    {
        var release = await portal.ReleaseAsync("liangjiang-district-2026", "zh");

        var related = (await portal.ReadAsync(release.Path)).QuerySelectorAll(".related h3 a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.NotEmpty(related);
        Assert.All(related, path => Assert.StartsWith("/zh/news/", path, StringComparison.Ordinal));
        Assert.DoesNotContain(release.Path, related);
    }

    [Fact]
    public async Task A_wrong_or_missing_slug_is_put_right_for_good()
    {
        var release = await portal.ReleaseAsync("liangjiang-district-2026", "zh");

        foreach (var slug in (string?[])[null, "x", "%E4%B8%8D", release.Slug + "x"])
        {
            var path = $"/zh/news/{release.Id}" + (slug is null ? "" : "/" + slug);
            Assert.Equal((HttpStatusCode.MovedPermanently, release.Path), await portal.AskAsync(path));
        }
    }

    [Fact]
    public async Task A_withdrawn_release_is_gone_and_says_why()
    {
        var release = await portal.ReleaseAsync("lianyungang-park-area", "en");

        var page = await portal.ReadAsync(release.Path, HttpStatusCode.Gone);

        Assert.Contains("8 July 2024", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("44.89 km²", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".prose"));
        Assert.DoesNotContain(release.Headline, page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("platform-settles-2020", "de")]
    [InlineData("five-centres", "de")]
    [InlineData("three-zones", "en")]
    public async Task What_is_not_yet_published_cannot_be_read_in_its_own_language(string story, string language)
    {
        var release = await portal.ReleaseAsync(story, language);

        var page = await portal.ReadAsync(release.Path, HttpStatusCode.NotFound);

        Assert.DoesNotContain(release.Headline, page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/news/999999")]
    [InlineData("/en/news/0/x")]
    [InlineData("/en/news/-1")]
    [InlineData("/en/news/99999999999999")]
    [InlineData("/en/news/x")]
    [InlineData("/en/news/1/2/3/4")]
    public async Task Numbers_that_mean_nothing_find_nothing(string path) => await portal.ReadAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_language_it_does_not_exist_in_offers_those_it_does()
    {
        var english = await portal.ReleaseAsync("round-table-2021", "en");
        var chinese = await portal.ReleaseAsync("round-table-2021", "zh");

        var page = await portal.ReadAsync(Links.Release("ru", english.Id, null), HttpStatusCode.NotFound);

        Assert.Equal("ru", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("На этом языке недоступно", page.QuerySelector("h1")!.TextContent);
        var offered = page.QuerySelectorAll("ul.versions a").ToDictionary(a => a.GetAttribute("lang")!, a => a.GetAttribute("href"));
        Assert.Equal(["en", "de", "zh"], offered.Keys);
        Assert.Equal((english.Path, chinese.Path), (offered["en"], offered["zh"]));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Asked_for_under_another_language_it_leads_to_the_version_there()
    {
        var english = await portal.ReleaseAsync("round-table-2021", "en");
        var german = await portal.ReleaseAsync("round-table-2021", "de");

        Assert.Equal((HttpStatusCode.Found, german.Path), await portal.AskAsync(Links.Release("de", english.Id, english.Slug)));
    }

    [Fact]
    public async Task What_an_editor_related_to_it_comes_first_among_the_related()
    {
        var follower = await portal.ReleaseAsync("round-table-2023", "en");
        var earlier = await portal.ReleaseAsync("round-table-2021", "en");

        Assert.Contains(earlier.Path, await RelatedAsync(follower.Path));
        Assert.Equal(follower.Path, (await RelatedAsync(earlier.Path))[0]);
    }

    [Fact]
    public async Task A_text_that_begins_with_a_heading_has_its_dateline_above_it()
    {
        await using var own = await OwnPortal.OpenAsync(sample: false);
        var id = await own.PublishAsync("Port opens", "## At the quay\n\nText.", place: "Lianyungang");

        var page = await own.ReadAsync((await own.AskAsync(Links.Release("en", id, null))).Location!);

        Assert.Equal(["Lianyungang", "At the quay"], page.QuerySelectorAll(".prose .dateline, .prose h2").Select(e => e.TextContent));
    }

    [Fact]
    public async Task Odd_text_is_shown_as_text()
    {
        await using var own = await OwnPortal.OpenAsync(sample: false);
        const string Headline = "<script>alert(1)</script> & \"quotes\" ‹'› \u202E";
        var id = await own.PublishAsync(Headline, "<img src=x onerror=alert(1)>\n\n[here](javascript:alert(1))");

        var page = await own.ReadAsync((await own.AskAsync(Links.Release("en", id, null))).Location!);

        Assert.Equal(Headline, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("img, script:not([type='application/ld+json']), .prose a"));
    }

    private async Task<List<string>> RelatedAsync(string path) =>
        [.. (await portal.ReadAsync(path)).QuerySelectorAll(".related h3 a").Select(a => a.GetAttribute("href")!)];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
