using System.Text.RegularExpressions;
using ScoPortal.Web.Areas.Admin;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>The audit is complete, in words, and only ever added to.</summary>
public partial class AuditTests
{
    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(PortalProcess.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Every_action_has_its_words_in_every_language()
    {
        var actions = Sources.SelectMany(s => Noted().Matches(s).Select(m => m.Groups["action"].Value)).Distinct().ToList();

        Assert.Contains("release.import", actions);
        foreach (var language in (string[])["en", "de", "ru", "zh"])
            Faults.None(actions.Where(a => new Ui(PortalLanguage.Get(language)).Action(a) == a).Select(a => $"{a} has no words in {language}"));
    }

    [Fact]
    public void No_words_are_kept_for_an_action_that_nothing_does()
    {
        var all = string.Concat(Sources);

        Faults.None(Ui.DeskKeys("Desk.Action.").Where(a => !all.Contains($"\"{a}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_statement_changes_or_removes_lines_behind_the_back_of_the_context() =>
        Faults.None(Sources.SelectMany(s => Behind().Matches(s).Select(m => m.Value)));

    [GeneratedRegex("""(\bAudit\(|new AuditEntry\(|\bLine\([^;"]*?,)[^;"]*?"(?<action>[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*)["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Noted();

    [GeneratedRegex("""\bAudit\b(?!\()[^;]*\.Execute(Update|Delete)|(UPDATE|DELETE FROM)\s+["\[]?Audit""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Behind();
}
