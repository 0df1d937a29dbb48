using System.CommandLine;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Data;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Commands;

/// <summary><c>memory export</c> and <c>memory import FILE</c>: the translation memory as TMX; <c>memory rebuild</c>: what it has from releases.</summary>
internal static class MemoryCommand
{
    private const int SomeRefused = 1;
    private const string By = "memory import";

    public static Command Command(string[] settings)
    {
        var source = new Option<string>("--source") { Description = "Language that is translated from.", Required = true };
        var target = new Option<string>("--target") { Description = "Language that is translated into.", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "The file.", Required = true };
        var export = new Command("export", "Write the translation memory of two languages as TMX 1.4.") { source, target, output };
        export.SetAction((parsed, cancel) => Host.RunAsync(
            settings, services => ExportAsync(services, parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(output)!, cancel), cancel));

        var file = new Argument<string>("FILE") { Description = "TMX 1.1 to 1.4. It takes the place of an earlier file of the same name." };
        var import = new Command("import", "Take a TMX file over into the translation memory.") { file };
        import.SetAction((parsed, cancel) => Host.RunAsync(settings, services => ImportAsync(services, parsed.GetValue(file)!, cancel), cancel));

        var rebuild = new Command("rebuild", "Work out anew what the memory has from releases; imported files stay, and the portal may go on running.");
        rebuild.SetAction((_, cancel) => Host.RunAsync(settings, services => RebuildAsync(services, cancel), cancel));
        return new Command("memory", "The translation memory.") { export, import, rebuild };
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string source, string target, string path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var languages = services.GetRequiredService<PortalOptions>().Languages.Codes;
        if (!languages.Contains(source) || !languages.Contains(target) || source == target)
            throw new IOException($"The portal has the languages {string.Join(", ", languages)}; two of them are needed.");
        await using var stream = File.Create(path);
        var count = await Exchange.MemoryTmx.WriteAsync(
            scope.ServiceProvider.GetRequiredService<PortalDb>(), source, target, stream, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
        await Console.Out.WriteLineAsync($"{path}: {count} units");
        return 0;
    }

    private static async Task<int> RebuildAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var progress = new Progress<int>(done => Console.Error.WriteLine($"{done} stories"));
        var count = await scope.ServiceProvider.GetRequiredService<PortalDb>().RebuildMemoryAsync(progress, cancel);
        await Console.Out.WriteLineAsync($"The memory holds {count} pairs of sentences from releases.");
        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var (at, words) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), new Ui(PortalLanguage.Get("en")));
        await using var stream = File.OpenRead(path);
        var import = await db.TakeOverAsync(
            Tmx.Read(stream), Path.GetFileName(path), services.GetRequiredService<PortalOptions>().Languages.Codes, By, at,
            done => db.Audit.Add(new AuditEntry(at, By, "memory.import", "memory") { After = $$"""{"added":{{done.Added}},"refused":{{done.Refused.Count}}}""" }), cancel);
        foreach (var refusal in import.Fault is { } fault ? [fault] : import.Refused)
            await Console.Error.WriteLineAsync($"{path}:{refusal.Line}: {words.Format($"Desk.Exchange.Fault.{refusal.Fault}", "")}");
        await Console.Out.WriteLineAsync($"{path}: {import.Added} added, {import.Doubled} doubled, {import.Replaced} replaced, {import.Refused.Count} refused");
        return import.Fault is not null || import.Refused.Count > 0 ? SomeRefused : 0;
    }
}
