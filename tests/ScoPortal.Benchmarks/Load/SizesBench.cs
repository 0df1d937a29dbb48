using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoPortal.Benchmarks.Load;

/// <summary>Page weight, start, memory, and how fast an index is built and texts are imported; on all cores.</summary>
/// <param name="place">Where the portal is.</param>
/// <param name="large">Stories of the newsroom that is indexed and imported into.</param>
internal sealed partial class SizesBench(Workplace place, int large)
{
    // The newsroom whose start and memory are measured: these have about 10,000 releases.
    private const int Small = 4_000;
    private const int Starts = 20;
    private const int Texts = 10_000;
    private const int LoadSeconds = 10;

    /// <summary>All that was promised, and what it is.</summary>
    public async Task<IReadOnlyList<Target>> MeasureAsync()
    {
        var data = await place.DataAsync(Small);
        return [.. await StartAsync(data), .. await WeightAndMemoryAsync(data), await IndexAsync(), await ImportAsync()];
    }

    private async Task<Target[]> StartAsync(string data)
    {
        Workplace.Say($"starting {Starts} times");
        var times = new List<double>();
        // The first one is not counted: it brings the database up to date.
        for (var i = 0; i <= Starts; i++)
        {
            await using var portal = place.Start(data, isPinned: false);
            times.Add((await portal.ReadyAsync("/en/")).TotalSeconds);
        }

        times.RemoveAt(0);
        times.Sort();
        return
        [
            new($"start to first page, median of {Starts}, {Of(Small)}", 1, times[Starts / 2], "s", IsMost: true),
            new($"start to first page, slowest of {Starts}", 1, times[^1], "s", IsMost: true),
        ];
    }

    private async Task<Target[]> WeightAndMemoryAsync(string data)
    {
        await using var portal = place.Start(data, isPinned: false);
        await portal.ReadyAsync("/en/");
        await Task.Delay(TimeSpan.FromSeconds(10));
        await portal.SettleAsync();
        var idle = portal.Resident;

        var addresses = await Addresses.ReadAsync(portal);
        var release = addresses.Releases[addresses.Releases.Count / 2];
        List<Target> targets = [.. await WeightAsync(portal, "home", "/en/"), .. await WeightAsync(portal, "release", release)];

        Workplace.Say("memory under load");
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, addresses.Releases.Concat(addresses.DeepArchive).Concat(addresses.Searches).Append("/en/").Append("/en/feed.atom"));
        await Wrk.RunAsync([portal], "/", LoadSeconds, list);
        var busy = portal.Resident;
        File.Delete(list);
        return
        [
            .. targets,
            new($"resident, idle, {Of(Small)}", 200, idle, "MB", IsMost: true),
            new($"resident after {LoadSeconds} s of load by {addresses.Releases.Count} releases, archive and search", 400, busy, "MB", IsMost: true),
            new("resident at most until then", 400, portal.MostResident, "MB", IsMost: true),
        ];
    }

    private static async Task<Target[]> WeightAsync(Server portal, string page, string path)
    {
        var html = await Answer.GetAsync(portal, path);
        using var plain = new StreamReader(new BrotliStream(new MemoryStream(html.Body), CompressionMode.Decompress), Encoding.UTF8);
        var tags = Tag().Matches(await plain.ReadToEndAsync()).Select(t => t.Value).ToList();
        double bytes = html.Body.Length;
        foreach (var style in tags.Where(t => t.StartsWith("<link", StringComparison.Ordinal) && t.Contains("stylesheet", StringComparison.Ordinal)))
            bytes += (await Answer.GetAsync(portal, Address().Match(style).Groups["path"].Value)).Body.Length;
        return
        [
            new($"{page}: HTML and CSS, compressed", 14, bytes / 1_000, "KB", IsMost: true),
            new($"{page}: scripts", 0, tags.Count(t => t.StartsWith("<script", StringComparison.Ordinal) && !t.Contains("application/ld", StringComparison.Ordinal)), IsMost: true),
        ];
    }

    private async Task<Target> IndexAsync()
    {
        var data = await place.DataAsync(large);
        Workplace.Say($"index rebuild, {Of(large)}");
        var (time, said) = await place.VerbAsync(data, "index", "rebuild");
        var releases = int.Parse(Number().Match(said).Value, CultureInfo.InvariantCulture);
        return new($"index rebuild, {Of(large)}, start and end included", 5_000, releases / time.TotalSeconds, "releases/s");
    }

    private async Task<Target> ImportAsync()
    {
        Workplace.Say($"import of {Texts} texts, {Of(large)}");
        var (data, texts) = (await place.CopyAsync(large), Directory.CreateTempSubdirectory("scoportal-wire-"));
        try
        {
            for (var i = 0; i < Texts; i++)
                await File.WriteAllTextAsync(Path.Combine(texts.FullName, $"{i:00000}.txt"), MadeUpWire.Text(i));
            var (time, _) = await place.VerbAsync(data, "import", texts.FullName);
            return new($"import of {Texts:#,0} texts, {Of(large)}, start and end included", 300, Texts / time.TotalSeconds, "texts/s");
        }
        finally
        {
            texts.Delete(recursive: true);
            Directory.Delete(data, recursive: true);
        }
    }

    private static string Of(int stories) => string.Create(CultureInfo.InvariantCulture, $"{stories:#,0} stories");

    [GeneratedRegex("<(link|script)[^>]*>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"?(?<path>/[^\" >]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
