using System.CommandLine;
using System.Data.Common;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Wires;

namespace ScoPortal.Web.Commands;

/// <summary><c>import PATH…</c>: reads wire texts and stores each as a draft with its untouched original.</summary>
internal static class Import
{
    public static Command Command(string[] settings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files (text, HTML, Word, RSS, Atom, NewsML-G2, ninjs), folders of them, patterns such as wire/**/*.txt, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what is recognised; store nothing." };
        var format = new Option<string>("--format") { Description = "text, or json: one line a text.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("import", "Read wire texts into drafts.") { paths, dryRun, format };
        command.SetAction((parsed, cancel) =>
        {
            var (json, found) = (parsed.GetValue(format) == "json", new WireFiles(parsed.GetValue(paths)!));
            var files = WireFile.AllAsync(found, cancel);
            return parsed.GetValue(dryRun)
                ? EndAsync(report => ReadAsync(files, report), found, json, cancel)
                : Host.RunAsync(settings, services => EndAsync(report => StoreAsync(services, files, report, cancel), found, json, cancel), cancel);
        });
        return command;
    }

    // What was stored before an interruption stays; the batch that was under way is rolled back.
    private static async Task<int> EndAsync(Func<ImportReport, Task> work, WireFiles found, bool json, CancellationToken cancel)
    {
        var report = new ImportReport(TimeProvider.System, json);
        try
        {
            await work(report);
            return report.End(found.Skipped, isInterrupted: false);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            return report.End(found.Skipped, isInterrupted: true);
        }
        catch
        {
            report.End(found.Skipped, isInterrupted: false);
            throw;
        }
    }

    // A bad text is named with the reason; the others go on.
    private static async Task ReadAsync(IAsyncEnumerable<WireItem> files, ImportReport report)
    {
        await foreach (var file in files)
        {
            if (file.Document is not { } document)
                report.Failed(file.Path, file.Reason!);
            else
                report.Read(file.Path, WireReader.Read(document));
        }
    }

    // What is imported stays imported, whatever becomes of this.
    private static async Task SuggestAsync(IServiceProvider services, IReadOnlyList<int> ids, DateTimeOffset now, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return;
        try
        {
            await using var scope = services.CreateAsyncScope();
            await services.GetRequiredService<PairFinder>().SuggestAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), ids, now, cancel);
        }
        catch (DbException failure)
        {
            await Console.Error.WriteLineAsync($"No pairs are suggested for these texts ({failure.Message}); later: pairs suggest");
        }
    }

    // While one batch is stored, another processor reads the next.
    private static async Task StoreAsync(IServiceProvider services, IAsyncEnumerable<WireItem> files, ImportReport report, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var texts = files.GetAsyncEnumerator(cancel);
        var next = NextAsync();
        try
        {
            while (await next is { IsEmpty: false } batch)
            {
                next = batch.IsFull ? NextAsync() : Task.FromResult(new ImportBatch(services, now, cancel));
                await StoreAsync(batch);
            }
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<ImportBatch> NextAsync() => Task.Run(async () =>
        {
            var batch = new ImportBatch(services, now, cancel);
            while (!batch.IsFull && await texts.MoveNextAsync())
                batch.Add(texts.Current);
            await batch.ReadAsync();
            return batch;
        }, CancellationToken.None);

        async Task StoreAsync(ImportBatch batch)
        {
            var imported = new List<int>();
            foreach (var outcome in await batch.StoreAsync())
            {
                report.Stored(outcome);
                if (outcome.Imported is { IsNew: true } made)
                    imported.Add(made.ReleaseId);
            }

            await batch.KeepFailedAsync();
            await SuggestAsync(services, imported, now, cancel);
        }
    }
}
