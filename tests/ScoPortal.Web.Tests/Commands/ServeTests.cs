using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private const int Terminate = 15;
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_listens_where_it_is_told_follows_what_others_publish_and_stops_in_peace()
    {
        var address = FreeAddress();
        using var portal = PortalProcess.Serve(
            Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"),
            new() { ["ASPNETCORE_URLS"] = address, ["Portal__DataFolder"] = folder.File("data"), ["Portal__Languages"] = "de,en" }, []);
        try
        {
            using var client = await ReachAsync(portal, address);
            Assert.Contains("<html lang=\"de\"", await client.GetStringAsync("/"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);

            Assert.DoesNotContain("Quokka", await client.GetStringAsync("/en/search?q=quokkas"), StringComparison.Ordinal);
            await PublishAsync();
            // How soon is measured, not tested: a busy machine is no mistake of the portal.
            var found = false;
            for (var look = 0; look < 200 && !found; look++)
            {
                found = (await client.GetStringAsync("/en/search?q=quokkas")).Contains("li class=\"result\"", StringComparison.Ordinal);
                await Task.Delay(50);
            }

            Assert.True(found);

            Terminated(portal);

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await portal.WaitForExitAsync(patience.Token);
            Assert.Equal(0, portal.ExitCode);
        }
        finally
        {
            if (!portal.HasExited)
                portal.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Told_to_stop_it_goes_on_answering_for_a_while_and_told_again_it_stops_at_once()
    {
        var address = FreeAddress();
        using var portal = PortalProcess.Serve(
            Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"),
            new() { ["ASPNETCORE_URLS"] = address, ["Portal__DataFolder"] = folder.File("data"), ["Portal__Sample"] = "false", ["Portal__DrainSeconds"] = "60" }, []);
        try
        {
            using var client = await ReachAsync(portal, address);

            Terminated(portal);
            while ((await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK)
                await Task.Delay(50);
            using var page = await client.GetAsync("/en/");
            Assert.Equal((HttpStatusCode.OK, true), (page.StatusCode, page.Headers.ConnectionClose));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);

            Terminated(portal);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await portal.WaitForExitAsync(patience.Token);
            Assert.Equal(0, portal.ExitCode);
        }
        finally
        {
            if (!portal.HasExited)
                portal.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_a_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var outcome = await PortalProcess.RunAsync("serve", $"--urls={address}", "--Portal:Sample=false", folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(address, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_it_runs_from_any_folder_with_its_styles()
    {
        var published = folder.File("published");
        using (var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"), "--no-build", "--configuration", PortalProcess.BuildConfiguration,
                "--output", published, "--nologo", "--verbosity", "quiet", "-nodeReuse:false"])
        { UseShellExecute = false, RedirectStandardOutput = true })!)
        {
            var said = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            Assert.True(publish.ExitCode == 0, said);
        }

        var elsewhere = Directory.CreateDirectory(folder.File("elsewhere")).FullName;
        var address = FreeAddress();
        using var portal = PortalProcess.Serve(elsewhere, [], [$"--urls={address}"], Path.Combine(published, "ScoPortal.Web.dll"));
        try
        {
            using var client = await ReachAsync(portal, address);
            var page = await client.GetStringAsync("/en/");
            var style = page.Split('"').First(part => part.StartsWith("/css/public", StringComparison.Ordinal));
            using var css = await client.GetAsync(style);
            Assert.Equal(("text/css", HttpStatusCode.OK), (css.Content.Headers.ContentType!.MediaType, css.StatusCode));
            Assert.Contains("lang=\"ru\"", await client.GetStringAsync("/ru/"), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(published, "App_Data", "portal.db")));
            Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
        }
        finally
        {
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    private async Task PublishAsync()
    {
        await using var services = new ServiceCollection()
            .AddPortalDb(DatabaseProvider.Sqlite, $"Data Source={folder.File("data/portal.db")};Pooling=false").BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var at = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var story = new Story();
        var release = story.Draft("en", new ReleaseContent { Headline = "Quokkas in the harbour", Body = "Two of them." }, new Edit("Vera", at));
        release.Submit(at);
        release.Approve(at);
        release.Publish(at, at);
        db.Add(story);
        await db.SaveChangesAsync();
    }

    private static void Terminated(Process portal)
    {
        using var kill = Process.Start("kill", [$"-{Terminate}", $"{portal.Id}"]);
    }

    private static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    private static async Task<HttpClient> ReachAsync(Process portal, string address)
    {
        // Its log would fill the pipe and hold it up.
        var said = portal.StandardOutput.ReadToEndAsync();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/live");
                return client;
            }
            catch (HttpRequestException unheard) when (since.Elapsed < TimeSpan.FromSeconds(60))
            {
                if (portal.HasExited)
                    throw new InvalidOperationException($"The portal did not start: {await said} {await portal.StandardError.ReadToEndAsync()}", unheard);
                await Task.Delay(100);
            }
        }
    }
}
