using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ScoPortal.Web.Tests.Commands;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>One process of the portal, with a data folder of its own.</summary>
/// <param name="folder">Its data folder.</param>
/// <param name="port">Where it listens.</param>
/// <param name="postgres">The connection string of its database; a file of SQLite in its folder where there is none.</param>
public sealed class Node(string folder, int port, string? postgres = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;
    private Task<string> said = Task.FromResult("");

    /// <summary>Asks this node past nginx.</summary>
    public HttpClient Client { get; } = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };

    public int Port => port;

    /// <summary>Starts it; it may be sent visitors when this ends.</summary>
    /// <param name="others">Settings besides those of the tests.</param>
    public async Task StartAsync(Dictionary<string, string>? others = null)
    {
        Directory.CreateDirectory(folder);
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
            ["Portal__DataFolder"] = folder,
            ["Portal__Sample"] = "false",
            ["Portal__DrainSeconds"] = "4",
            ["Portal__SignInsPerMinute"] = "1000",
            ["Portal__PublicUrl"] = "https://news.example.org",
        };
        if (postgres is not null)
            (settings["Database__Provider"], settings["ConnectionStrings__Portal"]) = ("Postgres", postgres);
        foreach (var (name, value) in others ?? [])
            settings[name] = value;
        process = PortalProcess.Serve(Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"), settings, []);
        // Its log would fill the pipe and hold it up.
        said = EverythingAsync(process);
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

    /// <summary>Ends it at once, whatever it is at: SIGKILL.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
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

    private static async Task<string> EverythingAsync(Process process) =>
        string.Concat(await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
        Client.Dispose();
    }
}
