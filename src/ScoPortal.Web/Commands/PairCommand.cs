using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoPortal.Core.Translation.Clues;
using ScoPortal.Core.Translation.Pairing;
using ScoPortal.Data.Newsroom;

namespace ScoPortal.Web.Commands;

/// <summary><c>pair FILE</c>: which texts of a file are translations of each other. Needs no database.</summary>
internal static class PairCommand
{
    private const int SomeUnreadable = 1;
    private const int Batch = 256;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Line(string? Id, string? Lang, string? Title, string? Date, string? Text);

    private sealed record Found(string A, string B, double Score, IEnumerable<string> Evidence);

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "One JSON object a line: id, lang, title, date, text. - for standard input." };
        var format = new Option<string>("--format") { Description = "text, or json: one line a pair.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var threshold = new Option<double>("--threshold") { Description = "Least score of a pair, 0 to 1.", DefaultValueFactory = _ => 0.5 };
        threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
                result.AddError("--threshold is a number from 0 to 1.");
        });
        var command = new Command("pair", "Find the texts that are translations of each other.") { file, format, threshold };
        command.SetAction((parsed, cancel) => Host.ReportAsync(() =>
            RunAsync(parsed.GetValue(file)!, parsed.GetValue(format) == "json", parsed.GetValue(threshold), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool json, double threshold, CancellationToken cancel)
    {
        var (ids, readings, index, failed) = (new List<string>(), new List<PairReading>(), new PairIndex(), false);
        var glossary = GlossaryWords.Of(GlossarySeed.Terms());
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var input = path == "-" ? Console.In : new StreamReader(path);
        await foreach (var lines in LinesAsync(input, cancel))
        {
            foreach (var (number, read) in lines.AsParallel().AsOrdered().Select(l => (l.Number, Read: Read(l.Text, glossary))))
            {
                var wrong = read.Wrong ?? (known.Add(read.Id) ? null : $"the id {read.Id} stands twice");
                if (wrong is null)
                {
                    index.Add(ids.Count, read.Reading!.Profile);
                    ids.Add(read.Id);
                    readings.Add(read.Reading);
                    continue;
                }

                failed = true;
                await Console.Error.WriteLineAsync($"{path}:{number}: {wrong}");
            }
        }

        var found = index.Match(threshold).AsParallel().AsOrdered()
            .Select(p => new Found(ids[p.A], ids[p.B], Math.Round(p.Score, 4), index.Explain(readings[p.A], readings[p.B]).Select(e => e.ToString())));
        foreach (var line in found.Select(f => json ? JsonSerializer.Serialize(f, Json) : $"{f.Score.ToString("0.00", CultureInfo.InvariantCulture)}\t{f.A}\t{f.B}\t{string.Join("; ", f.Evidence)}"))
            await Console.Out.WriteLineAsync(line);
        return failed ? SomeUnreadable : 0;
    }

    private static async IAsyncEnumerable<List<(int Number, string Text)>> LinesAsync(TextReader input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var batch = new List<(int Number, string Text)>(Batch);
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                batch.Add((number, line));
            if (batch.Count < Batch)
                continue;
            yield return batch;
            batch = new(Batch);
        }

        yield return batch;
    }

    private static (string Id, PairReading? Reading, string? Wrong) Read(string text, WordTable glossary)
    {
        try
        {
            if (JsonSerializer.Deserialize<Line>(text, Json) is not { } line)
                return ("", null, "no JSON object");
            if (string.IsNullOrEmpty(line.Id) || string.IsNullOrEmpty(line.Lang) || line.Text is null)
                return ("", null, "id, lang and text are needed");
            var language = line.Lang.Split('-', '_')[0].ToLowerInvariant();
            if (line.Date is null)
                return (line.Id, PairReading.Of(new(language, line.Title ?? "", line.Text), glossary), null);
            return DateTimeOffset.TryParse(line.Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? (line.Id, PairReading.Of(new(language, line.Title ?? "", line.Text, DateOnly.FromDateTime(date.Date)), glossary), null)
                : (line.Id, null, $"{line.Date} is no date");
        }
        catch (JsonException wrong)
        {
            return ("", null, $"no JSON object: {wrong.Message}");
        }
    }
}
