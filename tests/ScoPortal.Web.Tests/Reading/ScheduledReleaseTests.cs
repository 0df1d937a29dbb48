using System.Net;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

public class ScheduledReleaseTests
{
    [Fact]
    public async Task It_appears_everywhere_when_its_time_has_come_without_anybody_doing_anything()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var release = await portal.ReleaseAsync("three-zones", "en");
        string[] lists = ["/en/", "/en/news", Links.Search("en", "\"" + release.Headline + "\""), "/en/feed.atom", "/sitemap-news.xml"];

        portal.Clock.Now = TestDatabase.Now.AddDays(30).AddSeconds(-1);
        await portal.ReadAsync(release.Path, HttpStatusCode.NotFound);
        foreach (var list in lists)
            Assert.DoesNotContain(release.Path, await portal.Client.GetStringAsync(list), StringComparison.Ordinal);

        portal.Clock.Now = TestDatabase.Now.AddDays(30);
        Assert.Equal(release.Headline, (await portal.ReadAsync(release.Path)).QuerySelector("h1")!.TextContent);
        foreach (var list in lists)
            Assert.Contains(release.Path, await portal.Client.GetStringAsync(list), StringComparison.Ordinal);
    }
}
