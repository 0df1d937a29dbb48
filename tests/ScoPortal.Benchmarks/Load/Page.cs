using System.Globalization;
using System.Runtime.InteropServices;

namespace ScoPortal.Benchmarks.Load;

/// <summary>What is printed, and where it is kept: a part of docs/reference/performance.md between two marks.</summary>
internal static class Page
{
    /// <summary>Prints a part, and writes it into a Markdown file where one is named.</summary>
    /// <param name="part">Its name, as the marks have it.</param>
    /// <param name="lines">Markdown.</param>
    /// <param name="file">Has a line <c>&lt;!-- bench PART --&gt;</c> and a line <c>&lt;!-- end PART --&gt;</c>; what is between them is replaced.</param>
    public static async Task PublishAsync(string part, IEnumerable<string> lines, string? file)
    {
        string[] all = [.. lines];
        foreach (var line in all)
            Console.WriteLine(line);
        if (file is null)
            return;
        var text = await File.ReadAllTextAsync(file);
        var (begin, end) = ($"<!-- bench {part} -->\n", $"<!-- end {part} -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{file} has no part '{part}'.");
        await File.WriteAllTextAsync(file, $"{text[..from]}{begin}{string.Join('\n', all)}\n{text[to..]}");
    }

    /// <summary>The machine, the versions and the day.</summary>
    public static async Task<string> MachineAsync()
    {
        var model = File.ReadLines("/proc/cpuinfo").First(l => l.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1];
        var commit = (await Tool.RunAsync("git", "-C", Workplace.Repository, "rev-parse", "--short", "HEAD")).Trim();
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores of {model}, Linux {Environment.OSVersion.Version}, {RuntimeInformation.FrameworkDescription}; revision {commit}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, load average at the start {load}.");
    }
}
