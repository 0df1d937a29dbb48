using System.Text.RegularExpressions;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Terms;
using ScoPortal.Web.Tests.Commands;
using ScoPortal.Web.Tests.House;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

public partial class CsvFilesTests
{
    private const string Formula = "=HYPERLINK(\"https://evil.example\")";

    [Fact]
    public async Task No_file_for_spreadsheets_runs_a_formula()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var vera = await portal.AsAsync(Roles.Admin, name: Formula);
        await portal.QueryAsync(async db =>
        {
            var story = new Story();
            story.Draft("en", new ReleaseContent { Headline = Formula, Body = "Text." }, new Edit(Formula, portal.Clock.Now, AccountId: vera.AccountId));
            var term = new Term("harbour", Formula);
            term.Say("en", Formula, TermStatus.Preferred, "@SUM(1)");
            db.AddRange(story, term);
            return await db.SaveChangesAsync();
        });

        foreach (var path in new[] { DeskLinks.BoardExport([]), DeskLinks.GlossaryExport("csv"), DeskLinks.AuditExport([]) })
        {
            var text = await vera.Http.GetStringAsync(path);
            Assert.True(text.Contains("'=HYPERLINK", StringComparison.Ordinal), $"{path} has no trace of it");
            Assert.False(Runs().IsMatch(text), path);
        }
    }

    [Fact]
    public void Every_file_for_spreadsheets_is_written_cell_by_cell() => Faults.None(
        Directory.EnumerateFiles(Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var code && Csv().IsMatch(code) && !code.Contains("Csv.Write(", StringComparison.Ordinal)));

    [GeneratedRegex("""(?:^|[,\n])"?[=@+]""", RegexOptions.NonBacktracking)]
    private static partial Regex Runs();

    [GeneratedRegex("""text/csv|MediaTypeNames\.Text\.Csv""", RegexOptions.NonBacktracking)]
    private static partial Regex Csv();
}
