using System.CommandLine;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Wires;

namespace ScoPortal.Web.Commands;

/// <summary><c>import PATH…</c>: reads wire texts and stores each as a draft with its untouched original.</summary>
internal static class Import
{
    private const int SomeFailed = 1;
    private const string Name = "import";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command(string[] settings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files (text, HTML, Word, feeds, NewsML-G2, ninjs), folders, patterns such as wire/**/*.txt, or - for standard input.", Arity = ArgumentArity.OneOrMore };
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
        return EachAsync(
            files,
            async (file, read) =>
            {
                if (languages.Find(read.Language) is null)
                    throw new RefusedException($"Language:{read.Language}", $"its language ({read.Language ?? "not recognised"}) is none of the portal's");

                var incoming = Incoming.From(read, file.Text!, file.Name);
                var imported = await WithAsync(services, db => db.ImportAsync(
                    incoming, new Edit(Name, now, incoming.Name), release => db.Audit.Add(Line(release, incoming, now)), cancel));
                var result = imported.IsNew ? "imported" : "already";
                return json ? JsonSerializer.Serialize(new { file = file.Path, result, release = imported.ReleaseId }, Readable)
                    : imported.IsNew ? $"{file.Path}: draft {imported.ReleaseId}"
                    : $"{file.Path}: imported before, as release {imported.ReleaseId}";
            },
            cancel,
            (file, reason) => WithAsync(services, async db =>
            {
                var failed = await db.KeepFailedAsync(file.Name, reason, file.Text, Name, now, cancel);
                db.Audit.Add(new AuditEntry(now, Name, "failed-import.keep", $"failed-import/{failed.Id}")
                {
                    After = JsonSerializer.Serialize(new { File = failed.FileName, failed.Reason }, Readable),
                });
                await db.SaveChangesAsync(cancel);
                return true;
            }));
    }

    private static async Task<T> WithAsync<T>(IServiceProvider services, Func<PortalDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    private static AuditEntry Line(Release release, Incoming incoming, DateTimeOffset now) => new(now, Name, "release.import", $"release/{release.Id}")
    {
        After = JsonSerializer.Serialize(new { incoming.Content.Headline, incoming.Language, File = incoming.Name }, Readable),
    };

    // A bad file is named with the reason; the others go on. Only what is there can be looked at later.
    private static async Task<int> EachAsync(
        string[] paths, Func<WireItem, WireRelease, Task<string>> work, CancellationToken cancel, Func<WireItem, string, Task<bool>>? keep = null)
    {
        var failed = false;
        var files = new WireFiles(paths);
        await foreach (var file in WireFile.AllAsync(files, cancel))
        {
            try
            {
                var line = await work(file, WireReader.Read(file.Document ?? throw new InvalidDataException(file.Reason)));
                await Console.Out.WriteLineAsync(line);
            }
            catch (Exception bad) when (bad is InvalidDataException or RefusedException or DbUpdateException or DbException)
            {
                failed = true;
                var reason = bad.InnerException?.Message ?? bad.Message;
                await Console.Error.WriteLineAsync($"{file.Path}: {reason}");
                if (keep is not null && bad is (InvalidDataException or RefusedException) && file.Exists)
                    await keep(file, file.Refusal?.ToString() ?? (bad as RefusedException)?.Reason ?? reason);
            }
        }

        if (files.Skipped > 0)
            await Console.Error.WriteLineAsync($"{files.Skipped} files passed over: hidden, or of a kind that is not read");
        return failed ? SomeFailed : 0;
    }

    private static string Describe(string file, WireRelease read) => string.Join('\n',
        new[] { file }
            .Concat(read.Fields.Select(f => $"  {f.Name}: {f.Value}"))
            .Append($"  paragraphs: {read.Paragraphs.Count}, noise: {read.Noise.Count}")
            .Concat(read.Warnings.Select(w => $"  ! {w.Text}")));

    private sealed class RefusedException(string reason, string message) : Exception(message)
    {
        public string Reason { get; } = reason;
    }
}
