using System.CommandLine;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Commands;

/// <summary><c>import PATH…</c>: reads wire texts and stores each as a draft with its untouched original.</summary>
internal static class Import
{
    private const int SomeFailed = 1;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command(string[] settings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Text files (UTF-8 or UTF-16).", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what is recognised; store nothing." };
        var format = new Option<string>("--format") { Description = "text, or json: one line a file.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("import", "Read wire texts into drafts.") { paths, dryRun, format };
        command.SetAction((parsed, cancel) =>
        {
            var (files, json) = (parsed.GetValue(paths)!, parsed.GetValue(format) == "json");
            return parsed.GetValue(dryRun)
                ? EachAsync(files, (file, read) => Task.FromResult(json ? WireJson.Line(file.Path, read) : Describe(file.Path, read)), cancel)
                : Host.RunAsync(settings, services => StoreAsync(services, files, json, cancel), cancel);
        });
        return command;
    }

    private static Task<int> StoreAsync(IServiceProvider services, string[] files, bool json, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var languages = services.GetRequiredService<PortalOptions>().Languages;
        return EachAsync(files, async (file, read) =>
        {
            if (languages.Find(read.Language) is null)
                throw new InvalidDataException($"its language ({read.Language ?? "not recognised"}) is none of the portal's");

            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var imported = await db.ImportAsync(read, file.Text!, Path.GetFileName(file.Path), now, cancel);
            var result = imported.IsNew ? "imported" : "already";
            return json ? JsonSerializer.Serialize(new { file = file.Path, result, release = imported.ReleaseId }, Readable)
                : imported.IsNew ? $"{file.Path}: draft {imported.ReleaseId}"
                : $"{file.Path}: imported before, as release {imported.ReleaseId}";
        }, cancel);
    }

    // A bad file is named with the reason; the others go on.
    private static async Task<int> EachAsync(string[] paths, Func<WireFile, WireRelease, Task<string>> work, CancellationToken cancel)
    {
        var failed = false;
        foreach (var path in paths)
        {
            var file = await WireFile.ReadAsync(path, cancel);
            try
            {
                var line = await work(file, WireReader.Read(file.Text ?? throw new InvalidDataException(file.Reason)));
                await Console.Out.WriteLineAsync(line);
            }
            catch (Exception bad) when (bad is InvalidDataException or DbUpdateException or DbException)
            {
                failed = true;
                await Console.Error.WriteLineAsync($"{path}: {bad.InnerException?.Message ?? bad.Message}");
            }
        }

        return failed ? SomeFailed : 0;
    }

    private static string Describe(string file, WireRelease read) => string.Join('\n',
        new[] { file }
            .Concat(read.Fields.Select(f => $"  {f.Name}: {f.Value}"))
            .Append($"  paragraphs: {read.Paragraphs.Count}, noise: {read.Noise.Count}")
            .Concat(read.Warnings.Select(w => $"  ! {w.Text}")));
}
