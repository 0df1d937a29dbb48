using System.Globalization;

namespace ScoPortal.Benchmarks.Load;

/// <summary>What the load showed, as Markdown.</summary>
/// <param name="Stories">How many there were.</param>
/// <param name="Subjects">All that were put under load.</param>
internal sealed record LoadReport(int Stories, IReadOnlyList<Subject> Subjects)
{
    private const int Large = 100_000;

    // What Kestrel did on the machine for which 3,000 were promised.
    private const int Limit = 54_000;

    private string Size => string.Create(CultureInfo.InvariantCulture, $"{Stories:#,0} stories");

    /// <summary>A row for each subject, those of a page together.</summary>
    public IEnumerable<string> Table() =>
    [
        $"### {Size}",
        "",
        "| Page | Server | Answers/s | p50 ms | p99 ms | Bytes | CPU µs | of Kestrel | of nginx |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        .. Subjects.GroupBy(s => s.Page).SelectMany(page => page.OrderBy(s => s.Role)).Select(Row),
    ];

    /// <summary>What was promised of a size.</summary>
    public IEnumerable<Target> Targets()
    {
        foreach (var page in (string[])[LoadBench.Home, LoadBench.Release, LoadBench.NotModified])
            if (Find(page, Role.Portal) is { } portal)
                yield return new($"{page}, of Kestrel's limit, {Size}", 0.85, portal.RatioTo(Find(page, Role.Kestrel)!));
        foreach (var page in (string[])[LoadBench.Home, LoadBench.Release])
            yield return new($"{page} behind nginx, of nginx's own, {Size}", 0.9, Find(page, Role.Behind)!.RatioTo(Find(page, Role.File)!));
        yield return new(
            $"release, uncached, scaled to a limit of {Limit:#,0}/s, {Size}", 3_000, Limit * Find(LoadBench.Release, Role.Uncached)!.RatioTo(Find(LoadBench.Release, Role.Kestrel)!), "/s");
        if (Stories < Large)
            yield break;
        yield return new($"search, {Size}", 300, Find(LoadBench.Searching, Role.Uncached)!.Median.Rate, "/s");
        yield return new($"search, one reader, p99, {Size}", 50, Find(LoadBench.OneSearch, Role.Uncached)!.Median.P99, "ms", IsMost: true);
    }

    /// <summary>What was promised of a growing database: an uncached page costs at most 1.5 times as much processor time.</summary>
    public IEnumerable<Target> TargetsAgainst(LoadReport small) =>
        from large in Subjects
        where large.Role == Role.Uncached
        let few = small.Find(large.Page, Role.Uncached)
        where few is not null
        select new Target($"{large.Page}, uncached, CPU at {Size} over {small.Size}", 1.5, large.Median.Cost / few.Median.Cost, IsMost: true);

    private string Row(Subject subject)
    {
        var (m, d) = (subject.Median, (Func<double, string>)Target.Digits);
        // Less than the whole core was used: the client was what limited.
        var isIdle = m.Rate * m.Cost < 0.95e6;
        return $"| {subject.Page} | {Name(subject.Role)} | {d(m.Rate)}{(isIdle ? "\\*" : "")} | {d(m.P50)} | {d(m.P99)} | {d(m.Bytes)} | {d(m.Cost)} | {Ratio(Role.Kestrel)} | {Ratio(Role.File)} |";

        string Ratio(Role limit) => subject.Role != limit && Find(subject.Page, limit) is { } other ? d(subject.RatioTo(other)) : "";
    }

    private Subject? Find(string page, Role role) => Subjects.FirstOrDefault(s => s.Page == page && s.Role == role);

    private static string Name(Role role) => role switch
    {
        Role.Kestrel => "Kestrel, same bytes",
        Role.BareKestrel => "Kestrel, body alone",
        Role.File => "nginx, file",
        Role.Portal => "portal",
        Role.Behind => "portal behind nginx",
        _ => "portal, uncached",
    };
}
