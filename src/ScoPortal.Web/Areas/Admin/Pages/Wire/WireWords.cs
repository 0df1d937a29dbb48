using ScoPortal.Core.Wire;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What the importer says, in the words of the editor's language.</summary>
public static class WireWords
{
    /// <summary>What an editor should look at.</summary>
    public static string Warning(this Ui ui, WireWarning warning) => ui.Format($"Desk.Wire.Warning.{warning.Code}", warning.Value);

    /// <summary>Why a text was not imported, from <see cref="Data.Stories.FailedImport.Reason"/>.</summary>
    public static string Refusal(this Ui ui, string reason) => reason.Split(':', 2) switch
    {
        ["Language", ""] => ui["Desk.Wire.Refused.NoLanguage"],
        ["Language", var code] => ui.Format("Desk.Wire.Refused.Language", ui.LanguageName(code)),
        ["NotYours", var code] => ui.Format("Desk.Wire.Refused.NotYours", ui.LanguageName(code)),
        [var name] when Enum.TryParse<WireRefusal>(name, out var refusal) => ui[$"Desk.Wire.Refused.{refusal}"],
        _ => reason,
    };
}
