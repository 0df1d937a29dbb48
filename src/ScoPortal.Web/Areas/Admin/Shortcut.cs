namespace ScoPortal.Web.Areas.Admin;

/// <summary>Keys that do something on every page of the desk: the one list behind the dialog, the page of help and the script.</summary>
/// <param name="Keys">One key, two after another with a space between ("g d"), or one with Ctrl ("Ctrl+S").</param>
/// <param name="Text">Name of the text that says what they do.</param>
/// <param name="Path">Where they lead; null where they act on something of the page, an element with the same keys in <c>data-shortcut</c>.</param>
public sealed record Shortcut(string Keys, string Text, string? Path = null)
{
    /// <summary>All of them, in the order of the lists.</summary>
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("g d", "Desk.Keys.Home", DeskLinks.Home),
        new("g r", "Desk.Keys.Releases", DeskLinks.Releases),
        new("g p", "Desk.Keys.Pairs", DeskLinks.PairList()),
        new("g w", "Desk.Keys.Wire", DeskLinks.PasteWire),
        new("g m", "Desk.Keys.Media", DeskLinks.Media),
        new("g z", "Desk.Keys.Zones", DeskLinks.Zones),
        new("g t", "Desk.Keys.Topics", DeskLinks.Topics),
        new("g g", "Desk.Keys.Glossary", DeskLinks.Glossary),
        new("n", "Desk.Keys.New", DeskLinks.NewRelease),
        new("/", "Desk.Keys.Search"),
        new("?", "Desk.Keys.Help", DeskLinks.Shortcuts),
        new("Ctrl+S", "Desk.Keys.Save"),
        new("Ctrl+Enter", "Desk.Keys.Main"),
    ];

    /// <summary>The single keys, as they are printed on the keyboard.</summary>
    public IEnumerable<string> Parts => Keys.Split(' ', '+');
}
