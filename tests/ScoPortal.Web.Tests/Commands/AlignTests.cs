using System.Text.Json;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public class AlignTests
{
    [Fact]
    public async Task Lines_of_texts_and_of_sentences_are_aligned_and_a_bad_one_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("texts.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            """{"id":"text","source":{"lang":"en","text":"A port grows\n\nIt has 12 cranes. It had 7."},"target":{"lang":"de","text":"Ein Hafen wächst\n\nEr hat 12 Kräne. Es waren 7."}}""",
            "{\"id\":",
            "",
            """{"id":4,"segmented":true,"source":{"lang":"en","sentences":["In 2020. Yes.","In 2031."]},"target":{"lang":"zh","sentences":["2020年。是的。"]}}""",
            """{"id":"no","source":{"lang":"en","text":"A."},"target":{"lang":"de"}}""",
        ]);

        var outcome = await PortalProcess.RunAsync("align", file, "--format", "json");

        Assert.Equal(1, outcome.ExitCode);
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["text", "4"], lines.Select(l => l.GetProperty("id").ToString()));
        Assert.Equal("A port grows|It has 12 cranes.|It had 7.", Side(lines[0], "source"));
        Assert.Equal("Ein Hafen wächst|Er hat 12 Kräne.|Es waren 7.", Side(lines[0], "target"));
        Assert.Equal("In 2020. Yes.|In 2031.", Side(lines[1], "source"));
        Assert.Equal("2020年。是的。|", Side(lines[1], "target"));
        Assert.All(lines[0].GetProperty("beads").EnumerateArray(), b => Assert.InRange(b.GetProperty("score").GetDouble(), 0, 1));
        var errors = outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([$"{file}:2:", $"{file}:5:"], errors.Select(e => e.Split(' ')[0]));
    }

    [Fact]
    public async Task Two_text_files_are_aligned()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (folder.File("en.txt"), folder.File("de.txt"));
        await File.WriteAllTextAsync(one, "The port has 12 cranes.\nIt had 7.\n");
        await File.WriteAllTextAsync(other, "Der Hafen hat 12 Kräne.\nEs waren 7.\n");

        var outcome = await PortalProcess.RunAsync("align", one, other, "--source-language", "en", "--target-language", "de");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal(
            ["The port has 12 cranes.\tDer Hafen hat 12 Kräne.", "It had 7.\tEs waren 7."],
            outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 3)[2]));
    }

    [Theory]
    [InlineData("align", "FILE")]
    [InlineData("align a b", "--source-language")]
    [InlineData("align a --target-language de", "--target-language")]
    public async Task What_is_missing_is_named(string line, string named)
    {
        var outcome = await PortalProcess.RunAsync(line.Split(' '));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(named, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var outcome = await PortalProcess.RunAsync("align", "/nowhere.jsonl");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("/nowhere.jsonl", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    private static string Side(JsonElement line, string side) =>
        string.Join('|', line.GetProperty("beads").EnumerateArray().Select(b => string.Join(" + ", b.GetProperty(side).EnumerateArray().Select(s => s.GetString()))));
}
