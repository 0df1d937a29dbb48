using BenchmarkDotNet.Attributes;
using ScoPortal.Core.Wire;

namespace ScoPortal.Benchmarks.Micro;

/// <summary>
/// Reading wire texts of about 5,000 characters: the mean is the time of one text, so a second divided by it is the rate of
/// one core. With SCOPORTAL_WIRE_TEXTS set to a folder, its files are read instead of texts of our own.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class WireBenchmarks
{
    private const int Texts = 40;

    private static readonly string[] Wires =
    [
        "Harbour opens a desk for carriers\n\nQINGDAO, China, June 18, 2021 /PRNewswire/ -- {0}\n\nSOURCE Harbour Office\n\nFor more details, please visit http://harbour.example/desk\n",
        "Hafen öffnet Schalter für Spediteure\n\nQingdao, China (ots/PRNewswire) - {0}\n\nPressekontakt:\nHafenamt\nTel.: +86 532 000000\n\nOriginal-Content von: Hafenamt, übermittelt durch news aktuell\n",
        "Порт открыл окно для перевозчиков\n\nЦИНДАО, 18 июня. /ТАСС/. {0}\n\nСмотрите также\nДругие новости\n",
        "港口为企业开设窗口\n\n2021-06-18 09:30:00 来源：港口办\n\n青岛2021年6月18日电 /美通社/ -- {0}\n\n责任编辑：张\n",
    ];

    private static readonly string[] Sentences =
    [
        "The harbour office opened a desk for carriers from five countries on Friday, the first of its kind on the coast, and expects 1,225 trains a year. ",
        "Das Hafenamt eröffnete am Freitag einen Schalter für Spediteure aus fünf Ländern und erwartet 1.225 Züge im Jahr. ",
        "Управление порта открыло в пятницу окно для перевозчиков из пяти стран и ожидает 1 225 поездов в год. ",
        "港口办周五为来自五个国家的承运企业开设窗口，预计每年开行一千二百二十五列班列，物流合作不断深化。",
    ];

    private string[] texts = [];

    [GlobalSetup]
    public void Prepare() => texts = Environment.GetEnvironmentVariable("SCOPORTAL_WIRE_TEXTS") is { Length: > 0 } folder
        ? [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)]
        : [.. Enumerable.Range(0, Texts).Select(i => Text(i % Wires.Length))];

    [Benchmark(OperationsPerInvoke = Texts)]
    public int Read()
    {
        var fields = 0;
        for (var i = 0; i < Texts; i++)
            fields += WireReader.Read(texts[i % texts.Length]).Fields.Count;
        return fields;
    }

    private static string Text(int language)
    {
        var paragraph = string.Concat(Enumerable.Repeat(Sentences[language], language == 3 ? 6 : 4));
        var body = string.Join("\n\n", Enumerable.Repeat(paragraph, 5000 / paragraph.Length));
        return Wires[language].Replace("{0}", body, StringComparison.Ordinal);
    }
}
