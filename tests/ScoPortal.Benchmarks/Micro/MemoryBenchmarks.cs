using BenchmarkDotNet.Attributes;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Benchmarks.Micro;

/// <summary>
/// Searching a translation memory of 200,000 made-up sentences of about 120 characters (40 in Chinese), words as frequent as Zipf has it: like
/// sentences that are there, and one that is not. The bytes of the index are printed once.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class MemoryBenchmarks
{
    private const int Entries = 200_000;

    private MemoryIndex memory = new("en");
    private string[] near = [];
    private int next;

    [Params("en", "zh")]
    public string Language { get; set; } = "en";

    [GlobalSetup]
    public void Prepare()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        memory = new(Language);
        memory.Add(Enumerable.Range(0, Entries).Select(i => new MemoryEntry(i, Sentence(i, 0), Sentence(i + Entries, 0), "bench")));
        Console.WriteLine($"// {Language}: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000} MB for {memory.Count} entries");
        near = [.. Enumerable.Range(0, 100).Select(i => Sentence(i * 1999, 3))];
    }

    [Benchmark]
    public int Like() => memory.Find(near[next++ % near.Length]).Count;

    [Benchmark]
    public int Unlike() => memory.Find(Sentence((2 * Entries) + next++, 0)).Count;

    // A sentence of its own number; of its words some are changed.
    private string Sentence(int number, int changed)
    {
        var (chance, other, zh) = (new Random(number), new Random(-number - 1), Language == "zh");
        var words = Enumerable.Range(0, (zh ? 30 : 14) + chance.Next(zh ? 20 : 10)).Select(_ => Word(chance)).ToArray();
        for (var i = 0; i < changed; i++)
            words[other.Next(words.Length)] = Word(other);
        return string.Join(zh ? "" : " ", words) + (zh ? "。" : ".");

        string Word(Random random)
        {
            var rank = (int)Math.Exp(random.NextDouble() * Math.Log(zh ? 4_000 : 60_000));
            return zh ? ((char)(0x4E00 + rank)).ToString() : "a" + string.Concat(rank.ToString("x").Select(c => "bakedoginu"[c % 10].ToString() + "lmnrst"[c % 6]));
        }
    }
}
