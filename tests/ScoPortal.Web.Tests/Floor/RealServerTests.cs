using System.Net;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

/// <summary>What only a real web server does: refuse a request before the portal sees it.</summary>
public class RealServerTests
{
    [Fact]
    public async Task Ten_thousand_characters_of_any_script_reach_the_search_page()
    {
        await using var portal = await OwnPortal.OpenAsync(DatabaseProvider.Sqlite, sample: false);
        portal.UseKestrel(port: 0);
        portal.StartServer();
        using var client = new HttpClient { BaseAddress = portal.ClientOptions.BaseAddress };

        foreach (var part in (string[])["x", "青", "\"", "\0"])
        {
            using var response = await client.GetAsync("/zh/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(part, 10_000))));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("<h1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
