using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ScoPortal.Benchmarks.Load;

/// <summary>
/// Many times as many readers as the portal can bear, from very many addresses that all are on this machine: what becomes of one reader who asks
/// for kept pages, of the others, and of the portal when they have gone.
/// </summary>
internal sealed class OverloadBench(Workplace place, int seconds)
{
    private const int Stories = 1_000;
    private const int Few = 64;
    private const int Many = 2_000;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Lua", "crowd.lua");
    private static readonly string[] Kept = ["/en/", "/de/", "/ru/news", "/zh/zones"];

    /// <summary>Runs it.</summary>
    /// <returns>Lines of Markdown.</returns>
    public async Task<IReadOnlyList<string>> MeasureAsync()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" };
        await using var portal = place.Start(await place.DataAsync(Stories), environment: environment);
        await portal.ReadyAsync("/en/");
        await portal.SettleAsync();
        using var http = new HttpClient { BaseAddress = portal.Address, Timeout = TimeSpan.FromSeconds(30) };

        Workplace.Say("what it can bear");
        await CrowdAsync(portal, Few, seconds);
        var borne = await CrowdAsync(portal, Few, seconds);
        await portal.SettleAsync();
        var (before, resident) = (await QuietAsync(http, 3), portal.Resident);

        Workplace.Say($"{Many} readers at once for {seconds} s");
        var flood = CrowdAsync(portal, Many, seconds);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var during = await QuietAsync(http, Math.Max(1, seconds - 4));
        var crowd = await flood;
        var after = await QuietAsync(http, 3);

        return
        [
            Text($"{Few} at once, all served: {borne.Rate:#,0} answers a second. {Many:#,0} at once, for {seconds} s: {crowd.Rate:#,0} answers a second, {(double)crowd.Rate / borne.Rate:0.0} times as many requests as it can bear."),
            "",
            "| Kept pages of one reader | before | during | in the three seconds after |",
            "| --- | ---: | ---: | ---: |",
            Row("asked for", q => Text($"{q.Times.Count}")),
            Row("not answered with 200", q => Text($"{q.Refused}")),
            Row("p50, ms", q => Text($"{Percentile(q.Times, 50):0.0}")),
            Row("p99, ms", q => Text($"{Percentile(q.Times, 99):0.0}")),
            "",
            Text($"Of the crowd {crowd.Share(crowd.Served):0.0} % were served, {crowd.Share(crowd.SentAway):0.0} % sent away with 503 and {crowd.Share(crowd.AskedTooOften):0.0} % with 429; {crowd.Share(crowd.Others):0.0} % got another error, and {crowd.Broken} connections broke or waited for more than 30 s. Half of them waited {crowd.P50 / 1e3:0} ms at most, 99 of a hundred {crowd.P99 / 1e3:0} ms."),
            Text($"Resident: {resident:0} MB before, {portal.MostResident:0} MB at most."),
        ];

        string Row(string what, Func<Quiet, string> figure) => $"| {what} | {figure(before)} | {figure(during)} | {figure(after)} |";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<Crowd> CrowdAsync(Server portal, int connections, int seconds)
    {
        var output = await Tool.RunAsync(
            "taskset", ["-c", "1", "wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "-s", Script, portal.Address.GetLeftPart(UriPartial.Authority)]);
        return JsonSerializer.Deserialize<Crowd>(output.AsSpan(output.LastIndexOf('{')), JsonSerializerOptions.Web)!;
    }

    // One reader, twenty pages a second at most.
    private static async Task<Quiet> QuietAsync(HttpClient http, int seconds)
    {
        var (watch, times, refused) = (Stopwatch.StartNew(), new List<double>(), 0);
        while (watch.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            var begun = watch.Elapsed;
            using (var answer = await http.GetAsync(Kept[times.Count % Kept.Length]))
                refused += answer.IsSuccessStatusCode ? 0 : 1;
            times.Add((watch.Elapsed - begun).TotalMilliseconds);
            await Task.Delay(50);
        }

        return new(times, refused);
    }

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    private sealed record Quiet(List<double> Times, int Refused);

    /// <summary>What wrk saw; times in microseconds.</summary>
    private sealed record Crowd(long Rate, long P50, long P99, long Served, long AskedTooOften, long SentAway, long Others, long Broken)
    {
        public double Share(long of) => 100.0 * of / Math.Max(1, Served + AskedTooOften + SentAway + Others);
    }
}
