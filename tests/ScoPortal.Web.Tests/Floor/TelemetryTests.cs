using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

[SupportedOSPlatform("linux")]
public sealed class TelemetryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Metrics_and_traces_come_to_the_collector_without_what_is_nobodys_business()
    {
        using var collector = new Collector();
        using var portal = Serve(out var address, new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        try
        {
            using var client = await ReachAsync(portal, address);
            client.DefaultRequestHeaders.Add("User-Agent", "Nosy/1.0");
            foreach (var path in (string[])["/en/search?q=my+illness", "/en/", "/en/", "/en/feed.atom", "/en/preview/opensesame"])
                using (await client.GetAsync(path))
                {
                }

            await UntilAsync(() => collector.Has("/v1/metrics", "scoportal.releases", "scoportal.changes.lag", "scoportal.pages", "scoportal.feeds.fetches", "hit", "miss", "http.server.request.duration")
                && collector.Has("/v1/traces", "http.route", "http.response.status_code", "GET {lang:lang}/search"));
            foreach (var secret in (string[])["illness", "Nosy", "opensesame"])
                Assert.DoesNotContain(secret, collector.All(), StringComparison.Ordinal);
            Assert.Contains("OpenTelemetry", await MapsAsync(portal), StringComparison.Ordinal);
        }
        finally
        {
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Where_no_collector_is_named_nothing_of_it_is_loaded()
    {
        using var portal = Serve(out var address, []);
        try
        {
            using var client = await ReachAsync(portal, address);
            using (await client.GetAsync("/en/"))
            {
            }

            var maps = await MapsAsync(portal);
            Assert.Contains("ScoPortal.Web.dll", maps, StringComparison.Ordinal);
            Assert.DoesNotContain("OpenTelemetry", maps, StringComparison.Ordinal);
        }
        finally
        {
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    private Process Serve(out string address, Dictionary<string, string> environment)
    {
        address = FreeAddress();
        environment["ASPNETCORE_URLS"] = address;
        environment["Portal__DataFolder"] = folder.File("data");
        environment["Portal__Sample"] = "false";
        return PortalProcess.Serve(Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"), environment, []);
    }

    private static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    // What is mapped into the process: assemblies are.
    private static Task<string> MapsAsync(Process process) => File.ReadAllTextAsync($"/proc/{process.Id}/maps");

    private static async Task<HttpClient> ReachAsync(Process portal, string address)
    {
        _ = portal.StandardOutput.ReadToEndAsync();
        _ = portal.StandardError.ReadToEndAsync();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync("/health/live");
                return client;
            }
            catch (HttpRequestException) when (since.Elapsed < Patience && !portal.HasExited)
            {
            }
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience && !isSo(); await Task.Delay(100))
        {
        }

        Assert.True(isSo());
    }

    // Takes whatever is sent, and says thanks. What is written in protobuf has its words in it as they are.
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentQueue<(string Path, string Text)> sent = new();

        public Collector()
        {
            Address = FreeAddress();
            listener.Prefixes.Add(Address + "/");
            listener.Start();
            _ = TakeAsync();
        }

        public string Address { get; }

        public bool Has(string path, params string[] words)
        {
            var text = string.Concat(sent.Where(s => s.Path == path).Select(s => s.Text));
            return words.All(word => text.Contains(word, StringComparison.Ordinal));
        }

        public string All() => string.Concat(sent.Select(s => s.Text));

        public void Dispose() => listener.Close();

        private async Task TakeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    sent.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                    context.Response.ContentType = "application/x-protobuf";
                    context.Response.Close();
                }
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
