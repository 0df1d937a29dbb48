using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace ScoPortal.Web.Tests.Fuzz;

/// <summary>
/// Whatever bytes come from outside, no parser stumbles, hangs or fills the memory. <c>./dev fuzz</c> runs many more cases; docs/how-to/fuzz.md
/// says how, and how a case that failed is run again.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261122;

    public static TheoryData<string> Names => [.. Parsers.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_bytes_make_a_parser_stumble_hang_or_fill_the_memory(string name)
    {
        var (parser, cases) = (Parsers.All.Single(p => p.Name == name), Number("SCOPORTAL_FUZZ_CASES", 21_000) / (ulong)Parsers.All.Count);
        var (seed, failures) = (Number("SCOPORTAL_FUZZ_SEED", Seed), new List<string>());
        var watch = new Watch(parser);
        for (var number = 0UL; number < cases && failures.Count < 20; number++)
        {
            var bytes = Cases.Make(parser, seed + number);
            if (watch.Run(bytes) is { } fault)
                failures.Add($"case {number}, {Saved(name, seed + number, bytes)}: {fault}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: seed {seed}, {cases} cases, {watch.Spent.TotalSeconds:0.0} s of the processor"));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public void A_case_that_was_saved_is_run_again()
    {
        // "html-20261177.bin" of docs/how-to/fuzz.md: the parser stands before the last hyphen.
        if (Environment.GetEnvironmentVariable("SCOPORTAL_FUZZ_FILE") is not { Length: > 0 } path)
            return;
        var name = Path.GetFileName(path);
        var parser = Parsers.All.Single(p => p.Name == name[..name.LastIndexOf('-')]);
        Assert.Null(new Watch(parser).Run(File.ReadAllBytes(path)));
    }

    internal static ulong Number(string variable, ulong otherwise) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Saved(string name, ulong seed, byte[] bytes)
    {
        var folder = Environment.GetEnvironmentVariable("SCOPORTAL_FUZZ_FINDS") is { Length: > 0 } asked ? asked : Path.Combine(Path.GetTempPath(), "scoportal-fuzz");
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, string.Create(CultureInfo.InvariantCulture, $"{name}-{seed}.bin"));
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
