using BenchmarkDotNet.Attributes;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Benchmarks.Micro;

/// <summary>Splitting two texts of 20, 40 or 200 sentences and aligning them; every tenth sentence of the one is two of the other.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AlignmentBenchmarks
{
    private string source = "";
    private string target = "";

    [Params(20, 40, 200)]
    public int Sentences { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        source = Text(i => $"The harbour of zone {i * 37} took in {1225 + i} freight trains from {i % 9} countries in the {i % 12}th month of the year.");
        target = Text(i => i % 10 == 0
            ? $"Der Hafen der Zone {i * 37} war gefragt. Er nahm {1225 + i} Güterzüge aus {i % 9} Ländern auf."
            : $"Der Hafen der Zone {i * 37} nahm im Laufe des {i % 12}. Monats des Jahres {1225 + i} Güterzüge aus {i % 9} Ländern auf.");
    }

    [Benchmark]
    public int Align() => RunningText.Align(source, "en", target, "de").Beads.Count;

    private string Text(Func<int, string> sentence) =>
        string.Join("\n\n", Enumerable.Range(0, Sentences).Select(sentence).Chunk(4).Select(p => string.Join(' ', p)));
}
