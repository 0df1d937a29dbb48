using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ScoPortal.Benchmarks.Load;

/// <summary>
/// Four times as many requests as the portal can bear, for half a minute, from very many clients that all are on this machine: what becomes of one
/// reader who asks for kept pages, of the others, and of the portal when they have gone. Requests are sent when their time has come, whether or not
/// earlier ones are answered: a crowd does not wait.
/// </summary>
internal sealed partial class OverloadBench(Workplace place, int seconds) : IDisposable
{
    private const int Stories = 1_000;
    private const int AtOnce = 64;
    private const int Times = 4;
    // Whoever waits longer than a browser's reader is lost; their number is told.
    private const int MostOpen = 4_000;

    private static readonly string[] Kept = ["/en/", "/de/", "/ru/news", "/zh/zones"];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly HttpClient quiet = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private int client;
    private int turn;

    /// <summary>Runs it.</summary>
    /// <returns>Lines of Markdown.</returns>
    public async Task<IReadOnlyList<string>> MeasureAsync()
    {
        var data = await place.DataAsync(Stories);
        await using var portal = place.Start(data, environment: new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true", ["Portal__RequestsPerMinute"] = "600" });
        await portal.ReadyAsync("/en/");
        var addresses = await Addresses.ReadAsync(portal);
        http.BaseAddress = quiet.BaseAddress = portal.Address;
        var (cookie, token) = await SignInFormAsync();
        HttpRequestMessage Reading() => Mixed(addresses, null);
        HttpRequestMessage Anything() => Mixed(addresses, (cookie, token));
        foreach (var path in Kept)
            using (await quiet.GetAsync(path)) { }
        await portal.SettleAsync();

        Workplace.Say("what it can bear");
        await CrowdAsync(Reading, 4);
        var (sustainable, _) = await CrowdAsync(Reading, Math.Max(5, seconds / 3));
        await portal.SettleAsync(minutes: 1);
        var before = await QuietAsync(TimeSpan.FromSeconds(3));
        var resident = portal.Resident;

        Workplace.Say(string.Create(CultureInfo.InvariantCulture, $"{Times} times {sustainable:0} a second, for {seconds} s"));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var flood = FloodAsync(Anything, sustainable * Times, end.Token);
        var during = await QuietAsync(TimeSpan.FromSeconds(seconds));
        var answers = await flood;
        var over = Stopwatch.StartNew();
        var worst = Percentile(before.Times, 99) * 2;
        // As before: ten kept pages in a row within twice what the slowest took.
        for (var row = 0; row < 10 && over.Elapsed < TimeSpan.FromMinutes(2);)
            row = (await QuietAsync(TimeSpan.Zero)).Times[0] <= worst ? row + 1 : 0;
        var recovered = over.Elapsed;
        var after = await QuietAsync(TimeSpan.FromSeconds(3));

        var total = answers.Values.Sum();
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"Sustainable: {sustainable:0} mixed requests of readers a second ({AtOnce} at once). Sent, with sign-ins: {total / (double)seconds:0} a second for {seconds} s."),
            "",
            "| | before | during | after |",
            "|---|---|---|---|",
            Row("kept pages asked for by one reader", q => $"{q.Times.Count}"),
            Row("not answered with 200", q => $"{q.Refused}"),
            Row("p50, ms", q => Percentile(q.Times, 50).ToString("0.0", CultureInfo.InvariantCulture)),
            Row("p99, ms", q => Percentile(q.Times, 99).ToString("0.0", CultureInfo.InvariantCulture)),
            Row("longest, ms", q => Percentile(q.Times, 100).ToString("0.0", CultureInfo.InvariantCulture)),
            "",
            "The crowd was answered: " + string.Join(", ", answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Key} {100.0 * a.Value / total:0.0} %"))) + ".",
            string.Create(CultureInfo.InvariantCulture, $"As before again {recovered.TotalSeconds:0.0} s after the last of it. Resident: {resident:0} MB before, {portal.MostResident:0} MB at most, {portal.Resident:0} MB after."),
        ];

        string Row(string what, Func<Quiet, string> figure) => $"| {what} | {figure(before)} | {figure(during)} | {figure(after)} |";
    }

    public void Dispose()
    {
        http.Dispose();
        quiet.Dispose();
    }

    // A third of kept pages; releases, searches, archive, feeds, previews; and with the form sign-ins. Each comes from an address of its own.
    private HttpRequestMessage Mixed(Addresses addresses, (string Cookie, string Token)? form)
    {
        var number = Interlocked.Increment(ref turn);
        var release = addresses.Releases[(int)((number * 7919L) % addresses.Releases.Count)];
        var request = (number % (form is null ? 11 : 12)) switch
        {
            0 or 1 or 2 or 3 => new HttpRequestMessage(HttpMethod.Get, Kept[number % Kept.Length]),
            4 or 5 or 6 => new HttpRequestMessage(HttpMethod.Get, release),
            7 or 8 => new HttpRequestMessage(HttpMethod.Get, addresses.Searches[number % addresses.Searches.Count] + number.ToString(CultureInfo.InvariantCulture)),
            9 => new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/en/news?before={1 + (number % Stories)}")),
            10 => new HttpRequestMessage(HttpMethod.Get, number % 2 == 0 ? "/en/feed.atom" : "/en/preview/nobody-made-it"),
            _ => new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in")
            {
                Content = new FormUrlEncodedContent([new("Email", $"nobody{number}@example.org"), new("Password", "a guess and no more"), new("__RequestVerificationToken", form!.Value.Token)]),
            },
        };
        var from = Interlocked.Increment(ref client);
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{(from >> 16) & 255}.{(from >> 8) & 255}.{from & 255}"));
        if (request.Method == HttpMethod.Post)
            request.Headers.Add("Cookie", form!.Value.Cookie);
        return request;
    }

    private async Task<(string Cookie, string Token)> SignInFormAsync()
    {
        using var answer = await quiet.GetAsync("/admin/sign-in");
        var cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        return (cookie, Token().Match(await answer.Content.ReadAsStringAsync()).Groups["token"].Value);
    }

    // So many at once, each as soon as the one before is answered.
    private async Task<(double Rate, ConcurrentDictionary<string, int> Answers)> CrowdAsync(Func<HttpRequestMessage> next, int span)
    {
        var answers = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(span))
                await AskAsync(next(), answers);
        })));
        return (answers.Values.Sum() / watch.Elapsed.TotalSeconds, answers);
    }

    private async Task<ConcurrentDictionary<string, int>> FloodAsync(Func<HttpRequestMessage> next, double rate, CancellationToken end)
    {
        var answers = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var (watch, sent, open, all) = (Stopwatch.StartNew(), 0, 0, new List<Task>());
        while (!end.IsCancellationRequested)
        {
            for (; sent < rate * watch.Elapsed.TotalSeconds; sent++)
                if (Volatile.Read(ref open) >= MostOpen)
                    answers.AddOrUpdate("not sent", 1, (_, n) => n + 1);
                else
                    all.Add(OneAsync());
            await Task.Delay(5, CancellationToken.None);
        }

        await Task.WhenAll(all);
        return answers;

        async Task OneAsync()
        {
            Interlocked.Increment(ref open);
            await AskAsync(next(), answers);
            Interlocked.Decrement(ref open);
        }
    }

    private async Task AskAsync(HttpRequestMessage request, ConcurrentDictionary<string, int> answers)
    {
        string what;
        try
        {
            using (request)
            using (var answer = await http.SendAsync(request))
                what = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            what = "no answer";
        }

        answers.AddOrUpdate(what, 1, (_, n) => n + 1);
    }

    // One reader, twenty pages a second at most, on a connection of their own.
    private async Task<Quiet> QuietAsync(TimeSpan span)
    {
        var (watch, times, refused) = (Stopwatch.StartNew(), new List<double>(), 0);
        do
        {
            var begun = watch.Elapsed;
            try
            {
                using var answer = await quiet.GetAsync(Kept[times.Count % Kept.Length]);
                refused += answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
            {
                refused++;
            }

            times.Add((watch.Elapsed - begun).TotalMilliseconds);
            await Task.Delay(50);
        }
        while (watch.Elapsed < span);
        return new(times, refused);
    }

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="(?<token>[^"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    private sealed record Quiet(List<double> Times, int Refused);
}
