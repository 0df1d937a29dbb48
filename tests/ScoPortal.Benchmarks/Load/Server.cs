using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ScoPortal.Benchmarks.Load;

/// <summary>A server process of ours: started on one core or on all, asked what it costs, and stopped.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>The core of every server; wrk has the other.</summary>
    public const int Core = 0;

    // Of /proc/PID/stat.
    private const double TicksASecond = 100;

    private readonly Process process;

    private Server(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public int Id => process.Id;

    /// <summary>User and system time of it and of its workers.</summary>
    public TimeSpan ProcessorTime => TimeSpan.FromSeconds(WithWorkers(Id).Sum(Ticks) / TicksASecond);

    /// <summary>What is resident, in megabytes (1,000,000 bytes).</summary>
    public double Resident => Status("VmRSS");

    /// <summary>The most that ever was resident, in megabytes.</summary>
    public double MostResident => Status("VmHWM");

    /// <summary>Starts a program that does not put itself into the background; its standard output goes nowhere.</summary>
    public static Server Start(int port, bool isPinned, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] pinned = isPinned ? ["taskset", "-c", Core.ToString(CultureInfo.InvariantCulture)] : [];
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null", "sh", .. pinned, program, .. arguments]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new Server(Process.Start(start)!, port);
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var socket = new TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return ((System.Net.IPEndPoint)socket.LocalEndpoint).Port;
    }

    /// <summary>The same process, at another of its ports. It is stopped once.</summary>
    public Server At(int other) => new(process, other);

    /// <summary>Waits until the path is answered with 200.</summary>
    /// <returns>How long that took from now on.</returns>
    public async Task<TimeSpan> ReadyAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(10); await Task.Delay(2))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[3]} ended with exit code {process.ExitCode}.");
            try
            {
                using var response = await http.GetAsync(path);
                if (response.IsSuccessStatusCode)
                    return watch.Elapsed;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new TimeoutException($"{path} was not answered within ten minutes.");
    }

    /// <summary>Waits, at most so many minutes, until it has nothing to do any more of its own.</summary>
    public async Task SettleAsync(int minutes = 5)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(minutes);)
        {
            var before = ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(2));
            if (ProcessorTime - before < TimeSpan.FromSeconds(0.1))
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            try
            {
                await process.WaitForExitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    private static IEnumerable<int> WithWorkers(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(int.Parse).SelectMany(WithWorkers).Prepend(id);

    private static double Ticks(int id)
    {
        // The name, in brackets, may hold spaces; user and system time are the 12th and 13th field after it.
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', '\t')[^2], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
    }
}
