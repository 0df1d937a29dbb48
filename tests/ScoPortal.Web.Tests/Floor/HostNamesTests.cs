using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

public class HostNamesTests
{
    [Theory]
    [InlineData("news.example.org", HttpStatusCode.OK)]
    [InlineData("NEWS.example.org:8443", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("news.example.org.evil.example", HttpStatusCode.BadRequest)]
    public async Task Where_the_public_address_is_known_no_other_host_is_answered(string host, HttpStatusCode status)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);

        Assert.Equal(status, await AskAsync(portal, host));
    }

    [Fact]
    public async Task Hosts_that_are_listed_are_the_whole_list()
    {
        await using var own = await OwnPortal.OpenAsync(sample: false);
        await using var portal = own.WithWebHostBuilder(b => b.UseSetting("AllowedHosts", "*.example.net;10.0.0.5"));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest],
            [await AskAsync(portal, "a.example.net"), await AskAsync(portal, "10.0.0.5:5080"), await AskAsync(portal, "news.example.org")]);
    }

    [Theory]
    [InlineData("", null, true)]
    [InlineData("https://news.example.org", null, false)]
    [InlineData("", "news.example.org", false)]
    public async Task In_production_it_is_told_at_start_that_any_host_is_answered(string publicUrl, string? hosts, bool isTold)
    {
        await using var own = await OwnPortal.OpenAsync(sample: false, environment: "Production");
        await using var portal = own.WithWebHostBuilder(b => b.UseSetting("Portal:PublicUrl", publicUrl).UseSetting("AllowedHosts", hosts));
        await AskAsync(portal, "localhost");

        Assert.Equal(isTold, own.Log.Any(line => line.Contains("Neither Portal:PublicUrl nor AllowedHosts is set", StringComparison.Ordinal)));
    }

    private static async Task<HttpStatusCode> AskAsync(WebApplicationFactory<Program> portal, string host)
    {
        using var client = portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
