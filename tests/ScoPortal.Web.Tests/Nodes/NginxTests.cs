using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>What the shipped nginx does by itself; no node is behind it.</summary>
public sealed class NginxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly (int Own, int Plain, int Tls) ports = (Node.FreePort(), Node.FreePort(), Node.FreePort());
    private readonly List<IDisposable> owned = [];

    [WithNginx]
    public async Task Names_are_answered_by_tls_alone_and_other_names_not_at_all()
    {
        await StartAsync();
        using var plain = Client(ports.Plain, "http");
        using var tls = Client(ports.Tls, "https");

        using var moved = await AskAsync(plain, "news.example.org", "/en/?q=1");
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://news.example.org/en/?q=1"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        // The handshake was made; there is no node.
        using var page = await AskAsync(tls, "news.example.org", "/en/");
        Assert.Equal(HttpStatusCode.BadGateway, page.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(plain, "evil.example", "/en/"));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(plain, $"127.0.0.1:{ports.Plain}", "/en/"));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(tls, "evil.example", "/en/"));
        Assert.IsType<AuthenticationException>(refused.InnerException);
    }

    [WithNginx]
    public async Task Bodies_are_as_large_as_the_path_needs_and_the_log_has_no_whole_address()
    {
        await StartAsync();
        using var client = Client(ports.Own, "http");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, "/en/search", 100_000));
        Assert.Equal(HttpStatusCode.BadGateway, await PostAsync(client, "/admin/glossary/import", 100_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, "/admin/glossary/import", 34 * 1024 * 1024));
        Assert.Equal(HttpStatusCode.BadGateway, await PostAsync(client, "/admin/media/upload", 34 * 1024 * 1024));

        var log = "";
        for (var i = 0; i < 600 && log.Length == 0; i++)
        {
            await Task.Delay(50);
            log = await File.ReadAllTextAsync(folder.File("scoportal.log"));
        }

        Assert.All(log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("127.0.0.0 [", line, StringComparison.Ordinal));
    }

    [WithNginx]
    public async Task A_client_that_asks_without_end_is_told_to_wait()
    {
        await StartAsync(here: "127.9.9.9");
        using var client = Client(ports.Own, "http");

        // 300 at once and 50 a second: however slow this is, one of so many at a time is too many.
        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 20 && !answers.Contains(HttpStatusCode.TooManyRequests); round++)
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ =>
            {
                using var answer = await client.GetAsync("/en/");
                return answer.StatusCode;
            })));

        Assert.Contains(HttpStatusCode.BadGateway, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    public void Dispose()
    {
        owned.ForEach(o => o.Dispose());
        folder.Dispose();
    }

    private async Task StartAsync(string here = "127.0.0.0/8")
    {
        owned.Add(Nginx.Start(folder.Path, ports.Own, Node.FreePort(), Node.FreePort(), ports.Plain, ports.Tls, here));
        using var client = Client(ports.Own, "http");
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var answer = await client.GetAsync("/css/none.css");
                return;
            }
            catch (HttpRequestException) when (since.Elapsed < TimeSpan.FromSeconds(30))
            {
            }
        }
    }

    private static HttpClient Client(int port, string scheme) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            // Of this test's own making.
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=news.example.org",
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        },
    })
    { BaseAddress = new Uri($"{scheme}://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        // Also the name that the handshake asks for.
        request.Headers.Host = host;
        return await client.SendAsync(request);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, int length)
    {
        using var content = new ByteArrayContent(new byte[length]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        // So that nginx can say no before the body is sent.
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
