using System.Diagnostics;
using System.Net;
using ScoPortal.Web.Tests.Commands;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>One process of the portal, with a data folder of its own.</summary>
public sealed class Node(string folder, int port, string database) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private Process? process;
    private Task<string> said = Task.FromResult("");

    /// <summary>Asks this node past nginx.</summary>
    public HttpClient Client { get; } = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };

    public int Port => port;

    /// <summary>Starts it; it may be sent visitors when this ends.</summary>
    public async Task StartAsync()
    {
        Directory.CreateDirectory(folder);
        process = PortalProcess.Serve(
            Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"),
            new()
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
                ["Database__Provider"] = "Postgres",
                ["ConnectionStrings__Portal"] = database,
                ["Portal__DataFolder"] = folder,
                ["Portal__Sample"] = "false",
                ["Portal__DrainSeconds"] = "4",
                ["Portal__SignInsPerMinute"] = "1000",
                ["Portal__PublicUrl"] = "https://news.example.org",
            },
            []);
        // Its log would fill the pipe and hold it up.
        said = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        for (var since = Stopwatch.StartNew(); await StatusAsync("/health/ready") != HttpStatusCode.OK; await Task.Delay(100))
            if (process.HasExited || since.Elapsed > Patience)
                throw new InvalidOperationException($"The node did not start: {(process.HasExited ? await said : "it is not ready")}");
    }

    /// <summary>Tells it to stop.</summary>
    public void Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has stopped.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process!.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>What it answers; null when it does not.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(path);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
        Client.Dispose();
    }
}
