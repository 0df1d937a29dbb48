using System.CommandLine;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Exchange;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Commands;

/// <summary><c>translation export RELEASE</c> and <c>translation import FILE…</c>: translations as XLIFF; <c>translation recount</c>: how stale they are.</summary>
internal static class TranslationCommand
{
    private const int SomeRefused = 1;
    private const string By = "translation import";

    public static Command Command(string[] settings)
    {
        var release = new Argument<int>("RELEASE") { Description = "Number of the release that is translated into." };
        var format = new Option<string>("--format") { Description = "xliff12 or xliff21.", DefaultValueFactory = _ => "xliff12" };
        format.AcceptOnlyFromAmong("xliff12", "xliff21");
        var output = new Option<string?>("--output", "-o") { Description = "The file; without it, standard output." };
        var export = new Command("export", "Write a translation as XLIFF, for another tool.") { release, format, output };
        export.SetAction((parsed, cancel) => Host.RunAsync(
            settings, services => ExportAsync(services, parsed.GetValue(release), parsed.GetValue(format) == "xliff21", parsed.GetValue(output), cancel), cancel));

        var files = new Argument<string[]>("FILE") { Description = "XLIFF 1.2 or 2.1, or ZIP files of them.", Arity = ArgumentArity.OneOrMore };
        var import = new Command("import", "Take translations over into their drafts, sentence by sentence.") { files };
        import.SetAction((parsed, cancel) => Host.RunAsync(settings, services => ImportAsync(services, parsed.GetValue(files)!, cancel), cancel));
        var recount = new Command("recount", "Count anew how many sentences of their sources have changed; the portal may go on running.");
        recount.SetAction((_, cancel) => Host.RunAsync(settings, services => RecountAsync(services, cancel), cancel));
        return new Command("translation", "Translations: files for other tools, and how stale they are.") { export, import, recount };
    }

    private static async Task<int> RecountAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        Console.WriteLine($"{await scope.ServiceProvider.GetRequiredService<PortalDb>().RecountStaleAsync(cancel)} translations are counted.");
        return 0;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, int release, bool isNew, string? path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var edit = new Edit("translation export", services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await TranslationFiles.WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), services.GetRequiredService<TranslationMemory>(), release, isNew, edit, cancel) is not { } file)
            throw new IOException($"Release {release} is no translation of another one.");
        await using var stream = path is null ? Console.OpenStandardOutput() : File.Create(path);
        await stream.WriteAsync(file.Content, cancel);
        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, IEnumerable<string> paths, CancellationToken cancel)
    {
        var (words, edit, refused) = (new Ui(PortalLanguage.Get("en")), new Edit(By, services.GetRequiredService<TimeProvider>().GetUtcNow()), false);
        foreach (var path in paths)
        {
            foreach (var file in ExchangeZip.Open(path, await File.ReadAllBytesAsync(path, cancel)))
            {
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
                foreach (var outcome in await TranslationFiles.ReadAsync(db, file, _ => true, edit, o => db.Audit.Add(Line(o, edit)), cancel))
                    refused |= await TellAsync(outcome, words);
            }
        }

        return refused ? SomeRefused : 0;
    }

    private static async Task<bool> TellAsync(FileOutcome outcome, Ui words)
    {
        if (outcome.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync($"{outcome.Name}{(outcome.Line > 0 ? $":{outcome.Line}" : "")}: {words[$"Desk.Exchange.Fault.{fault}"]}");
            return true;
        }

        foreach (var unit in outcome.Refused)
            await Console.Error.WriteLineAsync($"{outcome.Name}: {unit.Unit.Id}: {words.Format($"Desk.Exchange.Fault.{unit.Fault}", unit.Detail)}");
        var count = outcome.Refused.Count();
        await Console.Out.WriteLineAsync($"{outcome.Name}: release {outcome.Release}: {outcome.Taken} taken, {outcome.Same} unchanged, {outcome.Empty} empty, {count} refused");
        return count > 0;
    }

    private static AuditEntry Line(FileOutcome outcome, Edit edit) => new(edit.At, By, "translation.import", $"release/{outcome.Release}")
    {
        After = $$"""{"taken":{{outcome.Taken}},"refused":{{outcome.Refused.Count()}}}""",
    };
}
