using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Media;
using ScoPortal.Web.Checkup;
using ScoPortal.Web.LinkChecks;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

public class LinkCheckTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_public_internet_are_asked(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Each_link_of_the_text_and_the_fields_says_how_it_answers()
    {
        var internet = new Internet
        {
            ["https://good.example/"] = (200, null),
            ["https://old.example/"] = (301, "https://new.example/"),
            ["https://new.example/"] = (200, null),
            ["https://gone.example/"] = (404, null),
            ["https://closed.example/"] = (403, null),
            ["https://broken.example/"] = (500, null),
            ["https://circle.example/"] = (302, "https://circle.example/"),
            ["https://trick.example/"] = (302, "http://intern.example/secret"),
            ["https://literal.example/"] = (302, "http://[::ffff:127.0.0.1]/secret"),
            ["https://file.example/"] = (302, "file:///etc/passwd"),
            ["https://port.example/"] = (302, "https://good.example:8443/"),
        };
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: internet.Into);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var answer = await vera.PostAsync(DeskLinks.LinkCheck(id), new
        {
            Body = "[a](https://good.example/) <https://old.example/> [c](https://gone.example/) [d](https://closed.example/) [e](https://broken.example/) "
                + "[f](https://circle.example/) [g](https://trick.example/) [h](https://literal.example/) [i](https://file.example/) [j](http://127.0.0.1/) [m](https://port.example/) [n](http://good.example:22/) [k](https://nowhere.example/) [l](mailto:a@b.example)",
            MoreInfoUrl = "http://intern.example/",
        }, DeskLinks.Release(id));

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var said = page.QuerySelectorAll("#links li").ToDictionary(l => l.QuerySelector("bdi")!.TextContent, l => l.QuerySelector(".state")!.TextContent.Trim());
        const string NotAsked = "not on the public internet; not asked";
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["https://good.example/"] = "answers",
                ["https://old.example/"] = "has moved",
                ["https://gone.example/"] = "page not found (404)",
                ["https://closed.example/"] = "answers, but does not let everybody in (403)",
                ["https://broken.example/"] = "answers with an error (500)",
                ["https://circle.example/"] = "answers with an error",
                ["https://trick.example/"] = NotAsked,
                ["https://literal.example/"] = NotAsked,
                ["https://file.example/"] = "no web address",
                ["http://127.0.0.1/"] = NotAsked,
                ["https://port.example/"] = "at another port than 80 and 443; not asked",
                ["http://good.example:22/"] = "at another port than 80 and 443; not asked",
                ["https://nowhere.example/"] = "cannot be reached",
                ["http://intern.example/"] = NotAsked,
            },
            said);
        Assert.DoesNotContain(internet.Asked, url => url.Contains("secret", StringComparison.Ordinal) || url.Contains("127.0.0.1", StringComparison.Ordinal) || new Uri(url).Port is not (80 or 443));
    }

    [Fact]
    public async Task No_more_than_fifty_links_are_asked()
    {
        var internet = new Internet();
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: internet.Into);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);

        using var answer = await vera.PostAsync(
            DeskLinks.LinkCheck(id), new { Body = string.Join(' ', Enumerable.Range(0, 53).Select(n => $"<https://n{n}.example/>")) }, DeskLinks.Release(id));

        Assert.Contains("3 more links were not asked.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_to_none_or_has_too_long_a_name_cannot_be_reached()
    {
        var internet = new Internet { ["https://bad.example/"] = (302, "//[:/") };
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: internet.Into);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);

        using var answer = await vera.PostAsync(DeskLinks.LinkCheck(id), new { Body = "<https://bad.example/>", MoreInfoUrl = "https://too.long.example/" }, DeskLinks.Release(id));

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["cannot be reached", "cannot be reached"], page.QuerySelectorAll("#links .state").Select(e => e.TextContent.Trim()));
    }

    [Fact]
    public async Task Who_checks_too_often_has_to_wait_and_nobody_else()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: new Internet().Into);
        var id = await portal.PublishAsync("Trains from Qingdao");
        using var vera = await portal.AsAsync(Roles.Editor);
        using var lena = await portal.AsAsync(Roles.Editor);

        var last = HttpStatusCode.OK;
        for (var i = 0; i < 60 && last == HttpStatusCode.OK; i++)
        {
            using var answer = await vera.PostAsync(DeskLinks.LinkCheck(id), new { Body = "" }, DeskLinks.Release(id));
            last = answer.StatusCode;
        }

        using var other = await lena.PostAsync(DeskLinks.LinkCheck(id), new { Body = "" }, DeskLinks.Release(id));
        Assert.NotEqual(HttpStatusCode.OK, last);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task The_connection_itself_goes_nowhere_that_was_not_checked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var web = new HttpClient(PublicOnly.Handler());

        var refusal = await Assert.ThrowsAnyAsync<HttpRequestException>(() => web.GetAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

        Assert.IsType<NotPublicException>(refusal.GetBaseException());
        Assert.False(listener.Pending());
    }

    // Names and pages without a network. Every name under .example is at a public address, but "intern".
    [Fact]
    public async Task The_doctor_lists_what_is_gone_with_the_release_that_leads_there()
    {
        var internet = new Internet { ["https://good.example/"] = (200, null), ["https://gone.example/"] = (404, null), ["https://old.example/"] = (200, null) };
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: internet.Into);
        var ids = new List<int>();
        foreach (var url in (string[])["https://old.example/", "https://gone.example/", "https://good.example/"])
            ids.Add(await portal.QueryAsync(async db =>
            {
                var story = new Story();
                portal.Publish(story.Draft("en", new ReleaseContent { Headline = "A fair opens", Body = "Text.", MoreInfoUrl = url }, new Edit("Vera", portal.Clock.Now)));
                db.Add(story);
                await db.SaveChangesAsync();
                return story.Releases[0].Id;
            }));

        var (options, files) = (portal.Services.GetRequiredService<PortalOptions>(), portal.Services.GetRequiredService<MediaFiles>());
        var finding = await portal.QueryAsync(db => new ContentChecks(db, options, files, portal.Services.GetRequiredService<LinkChecker>(), portal.Clock).LinksAsync(2, default));

        Assert.Equal((Verdict.Warning, $"release {ids[1]} (en): Gone 404 https://gone.example/"), (finding.Verdict, Assert.Single(finding.Items!)));
        Assert.DoesNotContain("https://old.example/", internet.Asked);
    }

    private sealed class Internet : Dictionary<string, (int Status, string? Location)>
    {
        public List<string> Asked { get; } = [];

        public void Into(IServiceCollection services)
        {
            services.AddSingleton<Resolve>((host, _) => Task.FromResult<IPAddress[]>(
                host == "too.long.example" ? throw new ArgumentOutOfRangeException(nameof(host)) : host == "intern.example" ? [IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.7")] : [IPAddress.Parse("8.8.8.8")]));
            services.AddHttpClient<LinkChecker>().ConfigurePrimaryHttpMessageHandler(() => new Pages(this));
        }

        private sealed class Pages(Internet internet) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var url = request.RequestUri!.AbsoluteUri;
                lock (internet.Asked)
                    internet.Asked.Add(url);
                if (!internet.TryGetValue(url, out var page))
                    throw new HttpRequestException("No route.");
                var response = new HttpResponseMessage((HttpStatusCode)page.Status);
                if (page.Location is not null)
                    response.Headers.TryAddWithoutValidation("Location", page.Location);
                return Task.FromResult(response);
            }
        }
    }
}
