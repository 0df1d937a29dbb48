using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ScoPortal.Web.Wires;

/// <summary>Tells tables of data from tables that only place things, and writes the former as Markdown.</summary>
internal static class HtmlTable
{
    private const int LongestCell = 400;

    private const int MostColumns = 40;

    /// <summary>At least two rows of at least two short cells, none of them with a table or a heading in it.</summary>
    public static bool IsData(IElement element) =>
        element is IHtmlTableElement { Rows.Length: > 1 } table
        && table.GetAttribute("role") is not ("presentation" or "none")
        && table.QuerySelector("table, h1, h2, form") is null
        && table.Rows.Count(r => r.Cells.Length is > 1 and <= MostColumns) * 2 > table.Rows.Length
        && table.Rows.All(r => r.Cells.All(c => c.TextContent.Length <= LongestCell));

    /// <summary>Rows on lines; the first one heads the columns.</summary>
    public static string Markdown(IElement element, Func<IElement, string> inner)
    {
        var rows = ((IHtmlTableElement)element).Rows.Select(r => r.Cells.SelectMany(c => Spread(c, inner)).ToList()).Where(r => r.Exists(c => c.Length > 0)).ToList();
        return Markdown(rows);
    }

    /// <summary>As above, of words that are Markdown already.</summary>
    public static string Markdown(IReadOnlyList<List<string>> rows)
    {
        if (rows.Count == 0)
            return "";
        var columns = Math.Min(rows.Max(r => r.Count), MostColumns);
        var lines = rows.Select(r => $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(i => i < r.Count ? r[i].Replace("|", "\\|", StringComparison.Ordinal) : ""))} |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", columns)));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Spread(IHtmlTableCellElement cell, Func<IElement, string> inner) =>
        Enumerable.Repeat("", Math.Clamp(cell.ColumnSpan, 1, 20) - 1).Prepend(inner(cell));
}
