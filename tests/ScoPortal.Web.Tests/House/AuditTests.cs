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
        var noted = Sources.SelectMany(s => Statement().Matches(s)).SelectMany(m => Literal().Matches(m.Value)).Select(m => m.Groups["action"].Value).ToHashSet();
        var nouns = noted.Select(a => a.Split('.')[0]).ToHashSet();
        // Those that reach the audit by way of a variable begin with the same nouns.
        var actions = Sources.SelectMany(s => Literal().Matches(s)).Select(m => m.Groups["action"].Value).Where(a => nouns.Contains(a.Split('.')[0])).Distinct().ToList();

        Assert.Contains("release.import", noted);
        Assert.Contains("failed-import.dismiss", noted);
        foreach (var language in (string[])["en", "de", "ru", "zh"])
            Faults.None(actions.Where(a => new Ui(PortalLanguage.Get(language)).Action(a) == a).Select(a => $"{a} has no words in {language}"));
    }

    // They only answer what is typed, keep a person's own working copy, or begin what another page ends; the workbench notes what they do in the pages below them.
    private static readonly string[] WithoutTrace =
    [
        "Again", "Editor/LinkCheck", "Editor/Presence", "Editor/Preview", "Editor/WorkingCopy", "Profile/PasskeyOptions", "SignInPasskeyOptions",
        "Wire/Index", "Wire/Recognition", "Wire/Selection", "Workbench/Index", "Workbench/Revision", "Workbench/Segment",
    ];

    // A LinkPage or PairPage notes itself what it does.
    [Fact]
    public void Every_page_that_takes_a_form_notes_what_it_does()
    {
        var pages = Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web", "Areas", "Admin", "Pages");
        var silent = Directory.EnumerateFiles(pages, "*.cshtml.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var code && code.Contains("OnPost", StringComparison.Ordinal) && !code.Contains("Audit(", StringComparison.Ordinal) && !code.Contains("Note(", StringComparison.Ordinal) && !code.Contains(": LinkPage", StringComparison.Ordinal) && !code.Contains(": PairPage", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(pages, f).Replace('\\', '/')[..^".cshtml.cs".Length]);

        Assert.Equal(WithoutTrace, silent.Order(StringComparer.Ordinal));
    }

    // But the one that takes a person's name out of them.
    [Fact]
    public void No_statement_changes_or_removes_lines_behind_the_back_of_the_context() =>
        Faults.None(Sources.Where(s => !s.Contains("static class AccountErasure", StringComparison.Ordinal)).SelectMany(s => Behind().Matches(s).Select(m => m.Value)));

    [GeneratedRegex(@"\b(Audit|AuditEntry|Noted|Note)\([^;]*;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Statement();

    // Names of files are none: glossary.csv.
    [GeneratedRegex("""(?<!\w)"(?<action>[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){1,2})(?<!\.(csv|tbx|txt|json|db|js|place))["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();

    [GeneratedRegex("""\bAudit\b(?!\(|\.Any\()[^;]*\.Execute(Update|Delete)|(UPDATE|DELETE FROM)\s+["\[]?Audit""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Behind();
}
