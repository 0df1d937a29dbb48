using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Text;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>A field that two contents have differently.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Rows">Both texts.</param>
public sealed record FieldDiff(string Name, IReadOnlyList<DiffRow> Rows)
{
    /// <summary>The fields that differ, in the order of the form.</summary>
    public static IReadOnlyList<FieldDiff> Of(ReleaseContent before, ReleaseContent after) =>
        [.. ContentField.All.Where(f => f.Get(before) != f.Get(after)).Select(f => new FieldDiff(f.Name, TextDiff.Rows(f.Get(before), f.Get(after))))];
}

/// <summary>Differences in HTML.</summary>
public static class Differences
{
    /// <summary>What went and what came is marked as such.</summary>
    public static IHtmlContent Marked(this IEnumerable<Piece> pieces) => new HtmlString(string.Concat(pieces.Select(piece => (piece.Side, HtmlEncoder.Default.Encode(piece.Text)) switch
    {
        (Side.Before, var text) => $"<del>{text}</del>",
        (Side.After, var text) => $"<ins>{text}</ins>",
        var (_, text) => text,
    })));
}

/// <summary>Differences as a page shows them.</summary>
/// <param name="Fields">The fields that differ.</param>
/// <param name="Inline">One text with what went and what came; otherwise two beside each other.</param>
/// <param name="Before">What the first text is called.</param>
/// <param name="After">What the second one is called.</param>
/// <param name="Language">The language of both.</param>
public sealed record DiffView(IReadOnlyList<FieldDiff> Fields, bool Inline, string Before, string After, PortalLanguage Language);
