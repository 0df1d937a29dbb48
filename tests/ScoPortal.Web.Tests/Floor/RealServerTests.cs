using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

/// <summary>What only a real web server does: refuse a request before the portal sees it, stop while it answers one.</summary>
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

    [Fact]
    public async Task A_portal_that_is_told_to_stop_finishes_what_it_has_begun()
    {
        var begun = new TaskCompletionSource();
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: s => s.AddSingleton<IStartupFilter>(new Slow(begun)));
        portal.UseKestrel(port: 0);
        portal.StartServer();
        using var client = new HttpClient { BaseAddress = portal.ClientOptions.BaseAddress };

        var answer = client.GetStringAsync("/slow");
        await begun.Task;
        portal.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("done", await answer);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/live"));
    }

    private sealed class Slow(TaskCompletionSource begun) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/slow", slow => slow.Run(async context =>
            {
                begun.SetResult();
                await Task.Delay(500);
                await context.Response.WriteAsync("done");
            }));
            next(app);
        };
    }
}
