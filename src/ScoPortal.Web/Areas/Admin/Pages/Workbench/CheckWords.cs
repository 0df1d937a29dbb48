using ScoPortal.Core.Translation.Checks;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>What checks found, in words.</summary>
public static class CheckWords
{
    /// <summary>A sentence about a finding.</summary>
    public static string Say(this Ui ui, CheckFinding finding) => ui.Format($"Desk.Check.{finding.Check}{Case(finding)}", [.. finding.Arguments]);

    // What is missing on one side is said otherwise than what differs.
    private static string Case(CheckFinding finding) => (finding.Check, finding.Arguments) switch
    {
        ("numbers" or "dates" or "links", [var source, ""]) when source.Length > 0 => ".missing",
        ("numbers" or "dates" or "links", ["", _]) => ".extra",
        ("numbers" or "dates" or "links", _) => ".differ",
        ("names", [_, ""]) => ".missing",
        ("names", _) => ".differ",
        ("term-forbidden", [_, ""]) => ".none",
        ("term-forbidden", _) => ".differ",
        ("length" or "untranslated", _) => $".{finding.Value}",
        _ => "",
    };
}
