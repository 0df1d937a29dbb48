using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>What people notice of it that a portal is two processes on one database: nothing.</summary>
[Collection(OneCluster.Name)]
public class NodesTests(Cluster cluster, ITestOutputHelper output)
{
    [WithNginx]
    public async Task A_session_begun_at_one_node_goes_on_at_the_other_and_through_nginx()
    {
        await cluster.SignInAsync(cluster.A);
        // Started together: each would make one.
        await using (var db = cluster.Database.Open())
            Assert.Equal(1, await db.DataProtectionKeys.CountAsync());

        foreach (var desk in (DeskClient[])[cluster.Erika(cluster.B), cluster.Erika(), cluster.Erika()])
            Assert.Contains("Erika", (await desk.ReadAsync(DeskLinks.Home)).Body!.TextContent, StringComparison.Ordinal);

        // A form that one node has made, the other takes.
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await cluster.Erika(cluster.A).ReadAsync(DeskLinks.NewRelease)).QuerySelector("main form[method=post]")!;
        using var taken = await cluster.Erika(cluster.B).Http.PostAsync(DeskLinks.NewRelease, DeskClient.Filled(form, new { language = "en", Headline = "Drafted here and there" }));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
    }

    [WithNginx]
    public async Task What_is_published_at_one_node_readers_of_the_other_see_and_find_soon()
    {
        await cluster.SignInAsync(cluster.B);
        var (desk, times) = (cluster.Erika(cluster.A), new List<(TimeSpan Other, TimeSpan Front)>());
        for (var round = 1; round <= 3; round++)
        {
            var word = $"quokka{(char)('a' + round)}";
            var id = await cluster.ApprovedAsync($"Two {word} in the harbour");
            // Kept on both nodes and by nginx, without it.
            foreach (var client in (HttpClient[])[cluster.A.Client, cluster.B.Client, cluster.Front])
                Assert.DoesNotContain(word, await client.GetStringAsync("/en/"), StringComparison.Ordinal);

            await desk.SubmitAsync(DeskLinks.Publication(id), new { Step = "publish" });
            var (other, front) = (Cluster.UntilAsync(cluster.B.Client, "/en/", word), Cluster.UntilAsync(cluster.Front, "/en/", word));
            times.Add((await other, await front));

            foreach (var node in (Node[])[cluster.A, cluster.B])
                Assert.NotEqual(TimeSpan.MaxValue, await Cluster.UntilAsync(node.Client, $"/en/search?q={word}", "li class=\"result\""));
        }

        output.WriteLine($"Shown by the other node and through nginx after {string.Join(", ", times.Select(t => FormattableString.Invariant($"{t.Other.TotalMilliseconds:0}/{t.Front.TotalMilliseconds:0} ms")))}.");
        // How soon is told, not tested: a busy machine is no mistake of the portal.
        Assert.All(times, t => Assert.True(t is { Other.TotalMinutes: < 1, Front.TotalMinutes: < 1 }, "not shown"));
    }

    [WithNginx]
    public async Task Nginx_keeps_pages_of_readers_and_nothing_of_the_desk()
    {
        await cluster.SignInAsync(cluster.A);
        using var page = await cluster.Front.GetAsync("/en/about");
        using var desk = await cluster.Erika().Http.GetAsync(DeskLinks.Home);

        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.False(page.Headers.Contains("X-Accel-Expires"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/en/about");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var known = await cluster.Front.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.True(desk.Headers.CacheControl!.NoStore);
    }

    [WithNginx]
    public async Task Restarting_the_nodes_one_after_the_other_drops_no_request_and_repeats_none()
    {
        await cluster.SignInAsync(cluster.A);
        var id = await cluster.ApprovedAsync("Ferries run again");
        using var end = new CancellationTokenSource();
        var load = new Load(cluster, id);
        var running = load.RunAsync(end.Token);

        foreach (var node in (Node[])[cluster.A, cluster.B])
        {
            node.Stop();
            await Task.Delay(500);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (await node.StatusAsync("/health/ready"), await node.StatusAsync("/en/")));
            Assert.Equal(0, await node.EndAsync());
            await node.StartAsync();
            // As long as nginx leaves out a node that has failed.
            await Task.Delay(1200);
        }

        await end.CancelAsync();
        await running;
        output.WriteLine($"{load.Read} pages read and {load.Sent} forms sent through nginx; failed: {load.Failures.Count}.");
        Assert.Empty(load.Failures);
        Assert.True(load is { Read: > 100, Sent: > 10 }, $"{load.Read} read, {load.Sent} sent");
        await using var db = cluster.Database.Open();
        Assert.Equal(load.Sent, await db.PreviewLinks.CountAsync(l => l.ReleaseId == id));
    }

    /// <summary>Readers and an editor who go on whatever happens to the nodes.</summary>
    private sealed class Load(Cluster cluster, int release)
    {
        private int read;
        private int sent;

        public int Read => read;

        public int Sent => sent;

        public ConcurrentQueue<string> Failures { get; } = [];

        public async Task RunAsync(CancellationToken end)
        {
            string[] pages = ["/en/", "/en/news", "/de/", "/en/feed.atom", "/en/search?q=ferries", "/en/archive", "/robots.txt", "/ru/about"];
            await Task.WhenAll([.. Enumerable.Range(0, 8).Select(i => ReadAsync(cluster.Reader(), pages[i], end)), SendAsync(end)]);
        }

        // 25 a second each.
        private async Task ReadAsync(HttpClient reader, string page, CancellationToken end)
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(40));
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                // Each second time an address that no cache knows.
                var path = i % 2 == 0 ? page : string.Create(CultureInfo.InvariantCulture, $"/en/search?q=ferries+{Environment.TickCount64}");
                try
                {
                    using var answer = await reader.GetAsync(path, CancellationToken.None);
                    if (answer.StatusCode != HttpStatusCode.OK)
                        Failures.Enqueue($"GET {path}: {(int)answer.StatusCode}");
                    Interlocked.Increment(ref read);
                }
                catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
                {
                    Failures.Enqueue($"GET {path}: {failure.Message}");
                }

                await pace.WaitForNextTickAsync(CancellationToken.None);
            }
        }

        private async Task SendAsync(CancellationToken end)
        {
            var (erika, path) = (cluster.Erika(), DeskLinks.PreviewLinks(release));
            var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await erika.ReadAsync(path)).QuerySelector("main form[method=post]")!;
            while (!end.IsCancellationRequested)
            {
                using var filled = DeskClient.Filled(form, new { Hours = 1 });
                try
                {
                    using var answer = await erika.Http.PostAsync(path, filled, CancellationToken.None);
                    if (answer.StatusCode != HttpStatusCode.Redirect)
                        Failures.Enqueue($"POST {path}: {(int)answer.StatusCode}");
                    sent++;
                }
                catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
                {
                    Failures.Enqueue($"POST {path}: {failure.Message}");
                }

                await Task.Delay(50, CancellationToken.None);
            }
        }
    }
}
