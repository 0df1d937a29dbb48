using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Commands;

/// <summary><c>align FILE.jsonl</c> and <c>align SOURCE TARGET</c>: which sentences of two texts say the same.</summary>
internal static class AlignCommand
{
    private const int SomeFailed = 1;
    private const int LinesAtOnce = 64;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "A file of JSON lines, each with two texts; or two files, a text and its translation.", Arity = new ArgumentArity(1, 2) };
        var source = new Option<string>("--source-language") { Description = "Language of the first of two files, such as en." };
        var target = new Option<string>("--target-language") { Description = "Language of the second." };
        var format = new Option<string>("--format") { Description = "text: a line for each group of sentences, parted by tabs; or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("align", "Show which sentences of two texts say the same.") { files, source, target, format };
        command.Validators.Add(parsed =>
        {
            var isPair = parsed.GetValue(files) is [_, _];
            foreach (var option in (Option<string>[])[source, target])
                if (string.IsNullOrWhiteSpace(parsed.GetValue(option)) == isPair)
                    parsed.AddError(isPair ? $"Two files need {option.Name}." : $"{option.Name} goes with two files; JSON lines name their languages.");
        });
        command.SetAction((parsed, cancel) => Host.ReportAsync(async () =>
        {
            var isJson = parsed.GetValue(format) == "json";
            if (parsed.GetValue(files) is not [var one, var other])
                return await LinesAsync(parsed.GetValue(files)![0], isJson, cancel);
            var aligned = RunningText.Align(
                await TextAsync(one, cancel), parsed.GetValue(source)!, await TextAsync(other, cancel), parsed.GetValue(target)!);
            await WriteAsync(new Answer(JsonSerializer.SerializeToElement(one), aligned), isJson);
            return 0;
        }));
        return command;
    }

    private static async Task<string> TextAsync(string path, CancellationToken cancel) =>
        WireText.Decode(await File.ReadAllBytesAsync(path, cancel)).Text ?? throw new IOException($"{path}: it is no text");

    // A bad line is named with the reason; the others go on.
    private static async Task<int> LinesAsync(string path, bool isJson, CancellationToken cancel)
    {
        var (result, number) = (0, 0);
        await foreach (var lines in File.ReadLinesAsync(path, cancel).Chunk(LinesAtOnce).WithCancellation(cancel))
        {
            foreach (var (answer, failure) in lines.AsParallel().AsOrdered().WithCancellation(cancel).Select(Read))
            {
                number++;
                if (answer is not null)
                    await WriteAsync(answer, isJson);
                if (failure is null)
                    continue;
                await Console.Error.WriteLineAsync($"{path}:{number}: {failure}");
                result = SomeFailed;
            }
        }

        return result;
    }

    private static (Answer? Answer, string? Failure) Read(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return default;
        try
        {
            var task = JsonSerializer.Deserialize<Job>(line, Json);
            if (task is not { Source: { } source, Target: { } target })
                return (null, "no source or no target");
            if (task.Id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                return (null, "no id");
            if (string.IsNullOrWhiteSpace(source.Lang) || string.IsNullOrWhiteSpace(target.Lang))
                return (null, "a text without lang");
            if (!task.Segmented)
                return source.Text is null || target.Text is null ? (null, "no text") : (new Answer(task.Id, RunningText.Align(source.Text, source.Lang, target.Text, target.Lang)), null);
            if (source.Sentences?.Contains(null) != false || target.Sentences?.Contains(null) != false)
                return (null, "no sentences, or one that is null");
            var (a, b) = (Sentences(source), Sentences(target));
            return (new Answer(task.Id, new RunningText(a, b, SentenceAligner.Align(a, b))), null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return (null, $"no JSON line: {wrong.Message}");
        }
    }

    private static AlignText Sentences(Side side) => new(side.Lang!, [.. side.Sentences!.Select(s => new AlignSentence(s!, 0))]);

    private static async Task WriteAsync(Answer answer, bool isJson)
    {
        var beads = answer.Aligned.Beads.Select(b => new Bead(
            Texts(answer.Aligned.Source, b.Source), Texts(answer.Aligned.Target, b.Target), Math.Round(b.Score, 3)));
        if (isJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { id = answer.Id, beads }, Json));
            return;
        }

        foreach (var bead in beads)
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{answer.Id}\t{bead.Score:0.00}\t{Line(bead.Source)}\t{Line(bead.Target)}"));
    }

    private static string[] Texts(AlignText text, Range range) => [.. text.Sentences.Take(range).Select(s => s.Text)];

    private static string Line(string[] sentences) => string.Join(' ', sentences.Select(s => s.ReplaceLineEndings(" ").Replace('\t', ' ')));

    private sealed record Job(JsonElement Id, bool Segmented, Side? Source, Side? Target);

    private sealed record Side(string? Lang, string? Text, IReadOnlyList<string?>? Sentences);

    private sealed record Answer(JsonElement Id, RunningText Aligned);

    private sealed record Bead(string[] Source, string[] Target, double Score);
}
