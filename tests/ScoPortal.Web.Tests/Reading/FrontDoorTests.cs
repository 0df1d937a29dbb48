using System.Net;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

[Collection(OnePortal.Name)]
public class FrontDoorTests(PortalFixture portal)
{
    [Theory]
    [InlineData(null, "/en/")]
    [InlineData("", "/en/")]
    [InlineData("*", "/en/")]
    [InlineData("de", "/de/")]
    [InlineData("de-AT", "/de/")]
    [InlineData("DE-at,en;q=0.1", "/de/")]
    [InlineData("zh-Hans-CN,zh;q=0.9,en;q=0.8", "/zh/")]
    [InlineData("en;q=0.3, ru;q=0.9, de;q=0.8", "/ru/")]
    [InlineData("fr-FR, it;q=0.9, ru;q=0.1", "/ru/")]
    [InlineData("fr-FR, it;q=0.9", "/en/")]
    [InlineData("de;q=0, zh;q=0.1", "/zh/")]
    [InlineData(";;;q=,=,\"", "/en/")]
    [InlineData("de;q=viel", "/en/")]
    [InlineData("deutsch", "/en/")]
    public async Task A_visitor_is_led_to_the_best_language(string? accept, string home)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accept);

        using var response = await portal.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Found, home), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/EN/", HttpStatusCode.NotFound)]
    [InlineData("/fr/", HttpStatusCode.NotFound)]
    [InlineData("/fa/", HttpStatusCode.NotFound)]
    [InlineData("/en-GB/", HttpStatusCode.NotFound)]
    [InlineData("/en", HttpStatusCode.OK)]
    public async Task Only_the_portals_languages_have_pages(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await portal.AskAsync(path)).Status);

    [Theory]
    [InlineData("/")]
    [InlineData("/en/")]
    [InlineData("/en/news")]
    [InlineData("/en/feed.atom")]
    [InlineData("/sitemap.xml")]
    [InlineData("/css/public.css")]
    [InlineData("/health/live")]
    [InlineData("/en/nothing-here")]
    public async Task Asking_for_the_head_alone_is_answered_like_asking_for_all(string path)
    {
        using var head = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal((await portal.AskAsync(path)).Status, head.StatusCode);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("NONSENSE")]
    public async Task No_method_brings_a_page_down(string method)
    {
        var release = await portal.ReleaseAsync("round-table-2021", "en");
        foreach (var path in (string[])["/", "/en/", "/en/news", release.Path, Links.Search("en", "rail"), "/en/nothing-here", "/en/feed.rss"])
        {
            using var response = await portal.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.True((int)response.StatusCode < 500, $"{method} {path} answers {(int)response.StatusCode}");
        }
    }
}
