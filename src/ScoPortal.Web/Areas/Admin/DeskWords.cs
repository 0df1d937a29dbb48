using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>What the desk says in every language of the portal.</summary>
public static class DeskWords
{
    /// <summary>What an action of the audit is called; its technical name where it has no other.</summary>
    /// <param name="ui">The words.</param>
    /// <param name="action">A noun and a verb: "release.publish".</param>
    public static string Action(this Ui ui, string action) =>
        (action.Split('.') is [var noun, var verb] ? ui.TryFind($"Desk.Action.{noun}.{verb}") : null) ?? action;

    /// <summary>What a value of the audit is called; its technical name where it has no other.</summary>
    /// <param name="ui">The words.</param>
    /// <param name="path">Where it stands: "headline", "dateline.place".</param>
    public static string ValueName(this Ui ui, string path) =>
        path.Length == 0 ? "" : ui.TryFind($"Desk.Value.{path.Split('.')[^1]}") is { } words ? words : path;
}
