using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Hosting;
using ScoPortal.Web.Tests.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

public class OverloadTests
{
    private const int Most = 12;

    [Fact]
    public async Task Who_asks_too_often_is_told_so_in_the_own_language_and_others_are_served()
    {
        await using var portal = await OpenAsync(Most);
        using var crawler = From(portal, "203.0.113.7");
        using var sibling = From(portal, "2001:db8:1:2::7");
        using var neighbour = From(portal, "2001:db8:1:2:ffff::1");
        using var reader = From(portal, "203.0.113.8");

        for (var i = 0; i < Most; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await crawler.GetAsync($"/ru/search?q={i}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await sibling.GetAsync($"/ru/search?q={i}")).StatusCode);
        }

        using var refused = await crawler.GetAsync("/ru/search?q=more");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("<h1 class=\"headline\" data-size=\"7\">Слишком много запросов</h1>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(refused.Headers.Contains("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await neighbour.GetAsync("/en/feed.atom")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await crawler.GetAsync("/css/public.css")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await crawler.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/en/search?q=port")).StatusCode);
    }

    [Theory]
    [InlineData("/en/search?q=port", 120)]
    [InlineData("/sitemap.xml", 120)]
    [InlineData("/en/preview/no-such-link", 240)]
    public async Task What_costs_more_than_a_page_has_a_limit_of_its_own(string path, int perMinute)
    {
        await using var portal = await OpenAsync(1000);
        using var crawler = From(portal, "203.0.113.7");

        for (var i = 0; i < perMinute; i++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await crawler.GetAsync(path)).StatusCode);
        // A machine that takes a second over them has given two back.
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 600 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
            answers.Add((await crawler.GetAsync(path)).StatusCode);

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await crawler.GetAsync("/en/topics")).StatusCode);
    }

    [Fact]
    public async Task Strangers_who_try_passwords_from_everywhere_at_once_leave_the_processor_to_readers()
    {
        const int Many = 40;
        using var slow = new SlowHasher();
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: s => s.AddSingleton<IPasswordHasher<Account>>(slow).AddSingleton<IStartupFilter, FromAddress>());
        var strangers = Enumerable.Range(1, Many + Environment.ProcessorCount).Select(i => From(portal, $"198.51.100.{i}")).ToList();
        var forms = new List<HttpContent>();
        foreach (var stranger in strangers)
        {
            var page = await new DeskClient(stranger, 0).ReadAsync(DeskLinks.SignIn());
            forms.Add(DeskClient.Filled((IHtmlFormElement)page.QuerySelector("main form")!, new { Email = "nobody@example.org", Password = "a guess and no more" }));
        }

        var tries = strangers.Zip(forms, (stranger, form) => stranger.PostAsync(DeskLinks.SignIn(), form)).ToList();
        // Some are at it or wait; the rest are told at once, while not one password is done with.
        var first = await await Task.WhenAny(tries).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        using var reader = From(portal, "203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/en/topics")).StatusCode);

        slow.Set();
        var answers = await Task.WhenAll(tries).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(32 + Math.Max(1, Environment.ProcessorCount / 2), answers.Count(a => a.StatusCode != HttpStatusCode.TooManyRequests));
        strangers.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task What_takes_files_in_and_gives_files_out_has_a_limit_of_its_own()
    {
        await using var portal = await OpenAsync(1000);
        var limited = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<EnableRateLimitingAttribute>() is { PolicyName: Overload.Imports or Overload.Exports })
            .Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "admin/audit/export", "admin/board/export", "admin/glossary/export.{format}", "admin/glossary/import", "admin/memory/export",
                "admin/translation-files", "admin/translation-files/bundle", "admin/translation-files/{id:int}/{format}", "admin/wire/draft", "admin/wire/files",
            ],
            limited);
    }

    private static Task<OwnPortal> OpenAsync(int perMinute) => OwnPortal.OpenAsync(services: services =>
    {
        var options = (PortalOptions)services.Last(d => d.ServiceType == typeof(PortalOptions)).ImplementationInstance!;
        services.AddSingleton(options with { RequestsPerMinute = perMinute }).AddSingleton<IStartupFilter, FromAddress>();
    });

    private static HttpClient From(OwnPortal portal, string address)
    {
        var client = portal.CreateClient();
        client.DefaultRequestHeaders.Add(FromAddress.Header, address);
        return client;
    }

    [Fact]
    public async Task Amid_a_flood_of_readers_kept_pages_and_the_desk_go_on_and_the_rest_waits_or_is_sent_away()
    {
        var hold = new Hold();
        await using var portal = await OwnPortal.OpenAsync(
            pageCache: "16", services: services => services.Configure<MvcOptions>(o => o.Filters.Add(hold)));
        using var editor = await portal.AsAsync(Roles.Editor);
        using var client = portal.CreateClient();
        await client.GetStringAsync("/zh/");
        await client.GetStringAsync("/zh/");
        var room = (4 * Environment.ProcessorCount) + 256;

        hold.Begin();
        var flood = Enumerable.Range(0, room + 40).Select(i => client.GetAsync($"/zh/search?q={i}")).ToList();
        var sentAway = await Task.WhenAny(flood);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sentAway).StatusCode);
        Assert.Contains("本站繁忙", await (await sentAway).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/zh/")).StatusCode);
        Assert.True(await editor.IsInAsync());

        hold.End();
        var answers = await Task.WhenAll(flood);
        Assert.Equal(40, answers.Count(a => a.StatusCode == HttpStatusCode.ServiceUnavailable));
        Assert.Equal(room, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/zh/search?q=after")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_given_up_and_the_reader_is_told_so()
    {
        var hold = new Hold();
        await using var portal = await OwnPortal.OpenAsync(services: services =>
        {
            services.Configure<MvcOptions>(o => o.Filters.Add(hold));
            services.PostConfigure<RequestTimeoutOptions>(o =>
            {
                var shipped = o.Policies[Overload.Reading];
                o.Policies[Overload.Reading] = new RequestTimeoutPolicy
                {
                    Timeout = TimeSpan.FromMilliseconds(50),
                    TimeoutStatusCode = shipped.TimeoutStatusCode,
                    WriteTimeoutResponse = shipped.WriteTimeoutResponse,
                };
            });
        });
        using var client = portal.CreateClient();

        hold.Begin();
        using var answer = await client.GetAsync("/de/search?q=hafen");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Das Portal ist stark ausgelastet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        hold.End();
    }

    // Readers' pages take as long as the test wants, or until they are given up.
    private sealed class Hold : IAsyncPageFilter
    {
        private volatile TaskCompletionSource? held;

        public void Begin() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => held!.TrySetResult();

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            if (held is { } wait && !context.HttpContext.Request.Path.StartsWithSegments(DeskLinks.Root, StringComparison.Ordinal))
                await wait.Task.WaitAsync(context.HttpContext.RequestAborted);
            await next();
        }
    }

    // A password takes as long as the test says.
    private sealed class SlowHasher : PasswordHasher<Account>, IDisposable
    {
        private readonly ManualResetEventSlim done = new();

        public void Set() => done.Set();

        public void Dispose() => done.Dispose();

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            done.Wait(TimeSpan.FromMinutes(2));
            return PasswordVerificationResult.Failed;
        }
    }

    // What a proxy says of whom it asks for.
    private sealed class FromAddress : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].ToString());
                return go(context);
            });
            next(app);
        };
    }
}
