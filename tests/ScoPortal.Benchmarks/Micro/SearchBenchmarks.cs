using BenchmarkDotNet.Attributes;
using ScoPortal.Core.Search;

namespace ScoPortal.Benchmarks.Micro;

/// <summary>Analysis of a body of about 10,000 characters: what indexing costs, and what an excerpt costs.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SearchBenchmarks
{
    private string body = "";
    private SearchQuery query = SearchQuery.Parse("");

    [Params("en", "de", "ru", "zh")]
    public string Language { get; set; } = "en";

    [GlobalSetup]
    public void Prepare()
    {
        var (sentence, words) = Language switch
        {
            "de" => ("Die Häfen und Straßen der Zone brachten 1.225 Güterzüge in die Logistikzusammenarbeit. ", "Logistik Hafen"),
            "ru" => ("Развитие логистики и портов зоны принесло 1225 грузовых поездов и новые возможности. ", "логистика порт"),
            "zh" => ("青岛港与示范区开通1225列货运班列，物流合作不断深化。", "青岛港 物流"),
            _ => ("The ports and roads of the zone brought 1,225 freight trains into logistics cooperation. ", "logistics port"),
        };
        body = string.Concat(Enumerable.Repeat(sentence, 10_000 / sentence.Length));
        query = SearchQuery.Parse(words);
    }

    [Benchmark]
    public int Words() => TextAnalyzer.Analyze(body, Language).Count;

    [Benchmark]
    public Excerpt Window() => Excerpt.Around(body, query, Language);

    [Benchmark]
    public int Query() => SearchQuery.Parse("\"port of Qingdao\" Logistik 青岛港 логистика").In(Language).Count;
}
