using BenchmarkDotNet.Attributes;
using ScoPortal.Core.Translation.Pairing;

namespace ScoPortal.Benchmarks.Micro;

/// <summary>
/// The partners of one text among 100,000 of four languages, and the reading of one text. The texts are drawn from a vocabulary whose
/// words are as unevenly common as those of a language (Zipf), with names and numbers of their own.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class PairBenchmarks
{
    private const int Stories = 25_000;

    private static readonly string[] Languages = ["en", "de", "ru", "fr"];

    private readonly PairIndex index = new();
    private PairDocument document = new("en", "", "");
    private int next;

    [GlobalSetup]
    public void Prepare()
    {
        for (var story = 0; story < Stories; story++)
            for (var language = 0; language < Languages.Length; language++)
                index.Add((story * Languages.Length) + language, PairProfile.Of(Text(story, Languages[language])));
        document = Text(1, "en");
    }

    [Benchmark]
    public int Find() => index.Find(next = (next + 7919) % (Stories * Languages.Length)).Count;

    [Benchmark]
    public PairProfile Read() => PairProfile.Of(document);

    // A translation keeps four words of five.
    private static PairDocument Text(int story, string language)
    {
        var (random, loss) = (new Random(story), new Random(HashCode.Combine(story, language.Length, language[0])));
        var words = new List<string>();
        for (var i = 0; i < 250; i++)
        {
            var word = Word((int)Math.Exp(random.NextDouble() * Math.Log(60_000)));
            if (loss.NextDouble() < 0.8)
                words.Add(i % 12 == 0 ? $"{char.ToUpperInvariant(word[0])}{word[1..]}" : word);
        }

        words.Add($"{random.Next(2, 100_000)}");
        words.Add($"{random.Next(2, 100)}");
        return new(language, string.Join(' ', words.Take(8)), string.Join(' ', words));
    }

    private static string Word(int rank)
    {
        const string Consonants = "bdfgklmnprstv";
        var word = "";
        for (var n = rank + 200; n > 0; n /= Consonants.Length)
            word += $"{Consonants[n % Consonants.Length]}{"aeiou"[n % 5]}";
        return word;
    }
}
