using System.CommandLine;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Terms;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Commands;

/// <summary><c>glossary export FILE</c> and <c>glossary import FILE</c>: the glossary as CSV or TBX.</summary>
internal static class Glossary
{
    private const int SomeRefused = 1;
    private const string Tbx = ".tbx";

    public static Command Command(string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = "Written as TBX where it ends in .tbx, as CSV otherwise." };
        var export = new Command("export", "Write the whole glossary into a file.") { file };
        export.SetAction((parsed, cancel) => Host.RunAsync(settings, services => ExportAsync(services, parsed.GetValue(file)!, cancel), cancel));

        var source = new Argument<string>("FILE") { Description = "CSV or TBX, in UTF-8 or UTF-16." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would happen; store nothing." };
        var import = new Command("import", "Take a file over into the glossary; nothing is removed.") { source, dryRun };
        import.SetAction((parsed, cancel) => Host.RunAsync(settings, services => ImportAsync(services, parsed.GetValue(source)!, parsed.GetValue(dryRun), cancel), cancel));
        return new Command("glossary", "The glossary as a file.") { export, import };
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var terms = await db.Terms.AsNoTracking().Include(t => t.Forms).AsSplitQuery().ByKey().ToListAsync(cancel);
        var isTbx = path.EndsWith(Tbx, StringComparison.OrdinalIgnoreCase);
        await File.WriteAllTextAsync(
            path, isTbx ? GlossaryTbx.Write(terms) : GlossaryCsv.Write(terms), new UTF8Encoding(encoderShouldEmitUTF8Identifier: !isTbx), cancel);
        await Console.Out.WriteLineAsync($"{path}: {terms.Count} terms");
        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string path, bool dryRun, CancellationToken cancel)
    {
        if (WireText.Decode(await File.ReadAllBytesAsync(path, cancel)) is not { Text: { } text, IsGuessed: false })
            throw new IOException($"{path}: it is no text in UTF-8 or UTF-16, or too large");

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var import = await db.TakeOverAsync(GlossaryFile.Read(text), services.GetRequiredService<PortalOptions>().Languages.Codes, cancel);
        var words = new Ui(PortalLanguage.Get("en"));
        foreach (var refusal in import.Refused)
            await Console.Error.WriteLineAsync($"{path}:{refusal.Line}: {words.Rule(new RuleException(refusal.Reason, [.. refusal.Values]))}");
        var counts = $"{import.Count(GlossaryEffect.New)} new, {import.Count(GlossaryEffect.Changed)} changed, "
            + $"{import.Count(GlossaryEffect.Unchanged)} unchanged, {import.Refused.Count} refused";
        if (!dryRun)
        {
            db.Audit.Add(new AuditEntry(services.GetRequiredService<TimeProvider>().GetUtcNow(), "glossary import", "glossary.import", "glossary") { After = $"\"{counts}\"" });
            await db.SaveChangesAsync(cancel);
        }

        await Console.Out.WriteLineAsync($"{path}: {counts}");
        return import.Refused.Count > 0 ? SomeRefused : 0;
    }
}
