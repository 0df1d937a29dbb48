using System.Globalization;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What the importer says, in the words of the editor's language.</summary>
public static class WireWords
{
    /// <summary>What an editor should look at; in English where its code has no words yet.</summary>
    public static string Warning(this Ui ui, WireWarning warning) =>
        ui.TryFind($"Desk.Wire.Warning.{warning.Code}") is null ? warning.Text : ui.Format($"Desk.Wire.Warning.{warning.Code}", warning.Value);

    /// <summary>What a recognised field is called; its technical name where it has no other.</summary>
    public static string WireField(this Ui ui, string name) => ui.TryFind($"Desk.Wire.Is.{name.Split(':')[0]}") ?? name;

    /// <summary>How a rule finds things; its technical name where it has no words.</summary>
    public static string WireRule(this Ui ui, string rule) => ui.TryFind($"Desk.Wire.Rule.{rule}") ?? rule;

    /// <summary>A posting time as the page gave it: the day, the time, its zone, as far as there is one.</summary>
    public static string Posted(this Ui ui, string iso)
    {
        if (!DateOnly.TryParseExact(iso.AsSpan(0, Math.Min(10, iso.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return iso;
        var zone = iso.Length > 19 ? " UTC" + iso[19..] : "";
        return iso.Length < 16 ? ui.Date(day) : ui.Format("Date.Time", ui.Date(day), iso[11..16] + zone);
    }

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
