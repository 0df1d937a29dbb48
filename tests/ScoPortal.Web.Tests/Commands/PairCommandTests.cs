using System.Text.Json;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public class PairCommandTests
{
    private const string English = """{"id":"e1","lang":"en","title":"Port opens a desk for 32 carriers","date":null,"text":"QINGDAO, June 18 - The port of Qingdao opened a desk for 32 carriers from Kazakhstan, said Vladimir Norov. It expects 1,225 trains a year and cost 1.5 million euros."}""";

    private const string German = """{"id":"d1","lang":"de","title":"Hafen eröffnet Schalter für 32 Spediteure","date":"2021-06-18","text":"QINGDAO, 18. Juni - Der Hafen Qingdao hat einen Schalter für 32 Spediteure aus Kasachstan eröffnet, sagte Wladimir Norow. Er rechnet mit 1.225 Zügen im Jahr und kostete 1,5 Mio. Euro."}""";

    private const string Other = """{"id":"d2","lang":"de-AT","title":null,"text":"Samarkand zeigt im Oktober 84 Filme aus 19 Ländern, sagte der Bürgermeister. Karten kosten 12.000 Sum."}""";

    [Fact]
    public async Task Pairs_are_printed_with_score_and_evidence_and_no_database_is_made()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("texts.jsonl");
        await File.WriteAllLinesAsync(file, [English, German, Other]);

        var outcome = await PortalProcess.RunAsync("pair", file, "--format", "json", folder.Setting);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        var pair = JsonDocument.Parse(Assert.Single(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(("e1", "d1"), (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString()));
        Assert.InRange(pair.GetProperty("score").GetDouble(), 0.5, 1);
        Assert.Contains("number 1,225 = 1.225", pair.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()));
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_the_others_are_paired()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("texts.jsonl");
        await File.WriteAllLinesAsync(file, [English, "{\"id\":", "null", """{"id":"x","lang":"en"}""", English, """{"id":"y","lang":"en","date":"soon","text":"a"}""", "", German]);

        var outcome = await PortalProcess.RunAsync("pair", file, "--format", "json");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var errors = outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([2, 3, 4, 5, 6], errors.Select(e => int.Parse(e[(file.Length + 1)..].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_so()
    {
        var outcome = await PortalProcess.RunAsync("pair", "/nowhere/texts.jsonl");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("/nowhere/texts.jsonl", outcome.Errors, StringComparison.Ordinal);
    }
}
