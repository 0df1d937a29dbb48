using Xunit;

namespace ScoPortal.Web.Tests.Floor;

public class SecurityHeadersTests
{
    private static readonly string[] Wanted = ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Content-Security-Policy"];

    [Fact]
    public async Task Every_kind_of_answer_carries_them()
    {
        await using var portal = await OwnPortal.OpenAsync(environment: "Production");
        using var client = portal.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://news.example.org") });
        var release = await portal.ReleaseAsync("round-table-2021", "en");
        var withdrawn = await portal.ReleaseAsync("lianyungang-park-area", "en");
        string[] paths =
        [
            "/", "/en/", release.Path, Links.Release("en", release.Id, null), withdrawn.Path, Links.Search("en", "rail"), "/en/nothing-here", "/nothing",
            "/css/public.css", "/css/nothing.css", "/favicon.svg", "/en/feed.atom", "/en/feed.json", "/sitemap.xml", "/robots.txt", "/health/live", "/health/ready",
        ];
        foreach (var path in paths)
            await CarriesAsync(client, new HttpRequestMessage(HttpMethod.Get, path));
        await CarriesAsync(client, new HttpRequestMessage(HttpMethod.Post, "/en/"));

        using var cached = new HttpRequestMessage(HttpMethod.Get, "/en/feed.atom");
        using (var feed = await client.GetAsync("/en/feed.atom"))
            cached.Headers.IfNoneMatch.Add(feed.Headers.ETag!);
        Assert.Equal(304, await CarriesAsync(client, cached));

        await portal.BreakAsync("""ALTER TABLE "Releases" RENAME TO "Elsewhere" """);
        Assert.Equal(500, await CarriesAsync(client, new HttpRequestMessage(HttpMethod.Get, "/en/news")));
    }

    [Theory]
    [InlineData("/css/public.css", "text/css; charset=utf-8")]
    [InlineData("/js/passkeys.js", "text/javascript; charset=utf-8")]
    [InlineData("/health/live", "text/plain; charset=utf-8")]
    [InlineData("/en/", "text/html; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    public async Task Every_text_says_in_which_characters_it_is(string path, string type)
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var response = await portal.Client.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task In_development_no_browser_is_told_to_insist_on_https()
    {
        await using var portal = await OwnPortal.OpenAsync();
        using var client = portal.CreateClient(new() { BaseAddress = new Uri("https://news.example.org") });

        using var response = await client.GetAsync("/en/");

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    private static async Task<int> CarriesAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        foreach (var header in Wanted)
            Assert.True(response.Headers.Contains(header), $"{request.RequestUri} ({(int)response.StatusCode}) has no {header}");
        Assert.True(response.Headers.Contains("Strict-Transport-Security"), $"{request.RequestUri} ({(int)response.StatusCode}) has no HSTS");
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        return (int)response.StatusCode;
    }
}
