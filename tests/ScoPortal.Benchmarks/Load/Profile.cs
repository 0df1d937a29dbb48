using System.Globalization;
using System.Text.RegularExpressions;

namespace ScoPortal.Benchmarks.Load;

/// <summary>
/// Where the time goes: Linux's perf samples the portal under load, and each sample is laid to the nearest part of the stack that has a name here.
/// </summary>
internal sealed partial class Profile(Workplace place, string data)
{
    private const int Seconds = 10;
    private const int WarmSeconds = 20;
    private const int SamplesASecond = 499;
    private const int Functions = 12;

    // The first that fits a frame, from the innermost frame outwards.
    private static readonly (string Start, string Part)[] Parts =
    [
        ("ScoPortal.Web.Caching", "page cache"),
        ("ScoPortal.Web.Hosting", "hosting (headers, request log)"),
        ("AspNetCoreGeneratedDocument", "views"),
        ("ScoPortal", "portal"),
        ("Microsoft.AspNetCore.Server.Kestrel", "Kestrel"),
        ("Microsoft.AspNetCore.Mvc", "Razor Pages"),
        ("Microsoft.AspNetCore.Razor", "Razor Pages"),
        ("Microsoft.EntityFrameworkCore", "Entity Framework"),
        ("Microsoft.Data.Sqlite", "SQLite"),
        ("SQLitePCL", "SQLite"),
        ("Npgsql", "Npgsql"),
        ("Markdig", "Markdown"),
        ("System.IO.Compression", "compression"),
        ("Microsoft.AspNetCore.ResponseCompression", "compression"),
        ("Serilog", "logs"),
        ("Microsoft.Extensions.Logging", "logs"),
        ("Microsoft.AspNetCore", "ASP.NET Core, other"),
        ("Microsoft.Extensions", "ASP.NET Core, other"),
        ("System.Net.Sockets", "sockets"),
        ("System.IO.Pipelines", "sockets"),
    ];

    /// <summary>Profiles one page, or several in turn.</summary>
    /// <returns>Two tables in Markdown.</returns>
    public async Task<IEnumerable<string>> OfAsync(string title, bool isCached, Func<Addresses, IEnumerable<string>> paths)
    {
        // All that runs is compiled at run time, and into memory that is mapped once: what is compiled beforehand has no name for perf.
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_PerfMapEnabled"] = "1",
            ["DOTNET_ReadyToRun"] = "0",
            ["DOTNET_EnableWriteXorExecute"] = "0",
        };
        await using var portal = place.Start(data, isCached: isCached, environment: environment);
        await portal.ReadyAsync("/en/");
        await portal.SettleAsync();
        var folder = Directory.CreateTempSubdirectory("scoportal-profile-");
        var (list, samples) = (Path.Combine(folder.FullName, "paths"), Path.Combine(folder.FullName, "perf.data"));
        await File.WriteAllLinesAsync(list, paths(await Addresses.ReadAsync(portal)));

        Workplace.Say($"profiling {title}");
        await Wrk.RunAsync([portal], "/", WarmSeconds, list);
        var load = Wrk.RunAsync([portal], "/", Seconds + 2, list);
        await Tool.RunAsync(
            "perf", "record", "--quiet", "-F", Number(SamplesASecond), "-g", "-p", Number(portal.Id), "-o", samples, "--", "sleep", Number(Seconds));
        await load;
        var stacks = Stacks(await Tool.RunAsync("perf", "script", "-i", samples, "-F", "comm,ip,sym,dso")).ToList();
        folder.Delete(recursive: true);
        return
        [
            $"#### {title}",
            "",
            .. Table("Part", stacks.Select(PartOf), int.MaxValue),
            "",
            .. Table("Function, by itself", stacks.Select(s => s[0].Name), Functions),
            "",
        ];
    }

    private static IEnumerable<string> Table(string heading, IEnumerable<string> names, int most)
    {
        var all = names.ToList();
        return
        [
            $"| {heading} | % |",
            "| --- | ---: |",
            .. all.CountBy(n => n).OrderByDescending(n => n.Value).Take(most)
                .Select(n => (n.Key, Share: 100.0 * n.Value / all.Count)).Where(n => n.Share >= 0.5)
                .Select(n => string.Create(CultureInfo.InvariantCulture, $"| {n.Key.Replace("|", "\\|", StringComparison.Ordinal)} | {n.Share:0.0} |")),
        ];
    }

    private static string PartOf(Frame[] stack)
    {
        switch (stack[0].Library)
        {
            case var l when l.Contains("kernel", StringComparison.Ordinal):
                return "Linux (sockets, scheduling)";
            case var l when l.Contains("clrjit", StringComparison.Ordinal):
                return "compiling at run time";
            case var l when l.Contains("sqlite", StringComparison.Ordinal):
                return "SQLite";
            case var l when l.Contains("Compression", StringComparison.Ordinal):
                return "compression";
            case var l when l.Contains("coreclr", StringComparison.Ordinal) || l.Contains("clrgc", StringComparison.Ordinal):
                return "runtime (garbage collection, types)";
        }

        foreach (var frame in stack)
            foreach (var (start, part) in Parts)
                if (frame.Name.StartsWith(start, StringComparison.Ordinal))
                    return part;
        return "other libraries";
    }

    // perf writes a line for the thread, one for each frame from the innermost outwards, and an empty one.
    private static IEnumerable<Frame[]> Stacks(string script)
    {
        foreach (var sample in script.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            if (sample.Split('\n').Skip(1).Select(l => Line().Match(l)).Where(m => m.Success).Select(FrameOf).ToArray() is { Length: > 0 } stack)
                yield return stack;
    }

    private static Frame FrameOf(Match line)
    {
        var (symbol, library) = (line.Groups["symbol"].Value, line.Groups["library"].Value);
        return Managed().Match(symbol) is { Success: true } managed
            ? new($"{managed.Groups["type"].Value}.{managed.Groups["method"].Value}", "")
            : new(symbol == "[unknown]" ? Path.GetFileName(library) : symbol, library);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s+[0-9a-f]+ (?<symbol>.+) \((?<library>[^()]*)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    // As the runtime names what it compiled: instance void [Assembly] Name.Space.Type::Method(…)[Tier1]
    [GeneratedRegex(@"\[[\w.\-]+\] (?<type>[^:(]+)::(?<method>[^\[(]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Managed();

    private sealed record Frame(string Name, string Library);
}
