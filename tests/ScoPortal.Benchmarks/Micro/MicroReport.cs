using System.Globalization;
using BenchmarkDotNet.Running;

namespace ScoPortal.Benchmarks.Micro;

/// <summary>The benchmarks of the parts, run one after the other.</summary>
internal static class MicroReport
{
    /// <summary>Runs all, or those that options of BenchmarkDotNet name, and makes one table of their means.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> options)
    {
        string[] arguments = options.Count > 0 ? [.. options] : ["--filter", "*"];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(MicroReport).Assembly).Run(arguments);
        return
        [
            "| Benchmark | Mean | ± | Allocated |",
            "| --- | ---: | ---: | ---: |",
            .. summaries.SelectMany(s => s.Reports).Where(r => r.ResultStatistics is not null).Select(r =>
            {
                var (run, time) = (r.BenchmarkCase, r.ResultStatistics!);
                var parameters = run.Parameters.Items.Count > 0 ? $" ({run.Parameters.ValueInfo.Trim('[', ']')})" : "";
                return $"| {run.Descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal)}: {run.Descriptor.WorkloadMethod.Name}{parameters} | {Micro(time.Mean)} µs | {Micro(time.StandardDeviation)} | {r.GcStats.GetBytesAllocatedPerOperation(run) ?? 0:#,0} B |";
            }),
        ];
    }

    private static string Micro(double nanoseconds) => (nanoseconds / 1e3).ToString("#,0.0", CultureInfo.InvariantCulture);
}
