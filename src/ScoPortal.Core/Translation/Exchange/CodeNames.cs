using System.Globalization;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>What the formats call a code.</summary>
internal static class CodeNames
{
    // XLIFF 1.2 and TMX 1.4: ctype, type. XLIFF 2.1: type and subType.
    private static readonly (CodeKind Kind, string Name, string Type, string SubType)[] All =
    [
        (CodeKind.Bold, "bold", "fmt", "xlf:b"),
        (CodeKind.Italic, "italic", "fmt", "xlf:i"),
        (CodeKind.Link, "link", "link", "sco:link"),
        (CodeKind.Image, "x-image", "image", "sco:image"),
        (CodeKind.Code, "x-code", "other", "sco:code"),
        (CodeKind.Address, "x-address", "link", "sco:address"),
        (CodeKind.Break, "lb", "fmt", "xlf:lb"),
        (CodeKind.Escape, "x-escape", "other", "sco:escape"),
        (CodeKind.Entity, "x-entity", "other", "sco:entity"),
        (CodeKind.Mark, "x-mark", "other", "sco:mark"),
        (CodeKind.Control, "x-control", "other", "sco:control"),
    ];

    public static string Name(CodeKind kind) => Array.Find(All, n => n.Kind == kind).Name ?? "x-other";

    public static (string Type, string SubType) Types(CodeKind kind) =>
        Array.Find(All, n => n.Kind == kind) is { Type: not null } found ? (found.Type, found.SubType) : ("other", "sco:other");

    /// <summary>The kind of that name or subType.</summary>
    public static CodeKind Of(string? name) => Array.Find(All, n => n.Name == name || n.SubType == name).Kind;

    /// <summary>A character that XML cannot hold, as U+0001.</summary>
    public static string Point(string control) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)control[0]:X4}");

    /// <summary>That character; empty where it is none.</summary>
    public static string Control(string? point) =>
        point is ['U', '+', .. var hex] && ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? ((char)value).ToString() : "";
}
