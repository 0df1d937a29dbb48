using System.Text.Json;

namespace ScoPortal.Benchmarks.Load;

/// <summary>What wrk saw of a server, in one round or as the median of several.</summary>
/// <param name="Rate">Answers a second.</param>
/// <param name="P50">Half of the answers came within this, in milliseconds.</param>
/// <param name="P99">Ninety-nine of a hundred did.</param>
/// <param name="Cost">Processor time of the server for one answer, in microseconds.</param>
/// <param name="Bytes">Bytes of one answer on the wire, headers included.</param>
internal sealed record Measure(double Rate, double P50, double P99, double Cost, double Bytes)
{
    /// <summary>Each figure's median.</summary>
    public static Measure Median(IReadOnlyList<Measure> rounds)
    {
        return new(Middle(r => r.Rate), Middle(r => r.P50), Middle(r => r.P99), Middle(r => r.Cost), Middle(r => r.Bytes));

        double Middle(Func<Measure, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
    }
}

/// <summary>wrk: one thread on the core that no server has, and 64 connections unless told otherwise.</summary>
internal static class Wrk
{
    private const string Core = "1";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Lua", "answers.lua");

    /// <summary>Puts a server under load.</summary>
    /// <param name="servers">The server that is asked, and those behind it.</param>
    /// <param name="path">Asked for where there is no <paramref name="list"/>.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="list">A file of paths, asked for in turn.</param>
    /// <param name="tag">Sent as If-None-Match.</param>
    /// <param name="connections">How many readers ask at once.</param>
    /// <exception cref="InvalidOperationException">An answer was an error: the figure would be of something else.</exception>
    public static async Task<Measure> RunAsync(IReadOnlyList<Server> servers, string path, int seconds, string? list = null, string? tag = null, int connections = 64)
    {
        string[] condition = tag is null ? [] : ["-H", $"If-None-Match: {tag}"];
        var before = servers.Sum(s => s.ProcessorTime.TotalMicroseconds);
        var output = await Tool.RunAsync(
            "taskset",
            ["-c", Core, "wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-H", "Accept-Encoding: br", .. condition, "-s", Script, $"{servers[0].Address.GetLeftPart(UriPartial.Authority)}{path}", "--", .. list is null ? (string[])[] : [list]]);
        var spent = servers.Sum(s => s.ProcessorTime.TotalMicroseconds) - before;
        var seen = JsonSerializer.Deserialize<Seen>(output.AsSpan(output.LastIndexOf('{')), JsonSerializerOptions.Web)!;
        if (seen.Refused > 0)
            throw new InvalidOperationException($"{path}: of {seen.Requests} answers {seen.Refused} were errors.");
        if (seen.Broken > 0)
            Workplace.Say($"{path}: {seen.Broken} requests were not answered within ten seconds, or their connection broke");
        return new Measure(
            seen.Requests / (seen.Microseconds / 1e6), seen.P50 / 1e3, seen.P99 / 1e3, spent / seen.Requests, (double)seen.Bytes / seen.Requests);
    }

    private sealed record Seen(long Requests, long Microseconds, long Bytes, long P50, long P99, long Refused, long Broken);
}
