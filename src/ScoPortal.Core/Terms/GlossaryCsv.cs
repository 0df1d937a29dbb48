using System.Text;
using ScoPortal.Core.Text;

namespace ScoPortal.Core.Terms;

/// <summary>
/// The glossary as <see cref="Csv"/>, a form a line.
/// </summary>
public static class GlossaryCsv
{
    private static readonly string[] Columns = ["key", "language", "form", "status", "source", "note"];

    /// <summary>Writes terms; the note stands with the first form of each.</summary>
    public static string Write(IEnumerable<Term> terms)
    {
        var csv = new StringBuilder(Csv.Write(Columns));
        foreach (var term in terms)
        {
            var note = term.Note;
            foreach (var form in InOrder(term))
            {
                csv.Append(Csv.Write(term.Key, form.Language, form.Text, Word(form.Status), form.Source, note));
                note = null;
            }

            if (term.Forms.Count == 0)
                csv.Append(Csv.Write(term.Key, null, null, null, null, note));
        }

        return csv.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> writes; columns may come in any order, and only key, language and form must be there.</summary>
    /// <param name="text">Without byte order mark.</param>
    public static GlossaryFile Read(string text)
    {
        var (rows, unclosed) = Rows(text);
        var head = rows.Count == 0 ? [] : rows[0].Cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
        if (Columns.Take(3).Except(head).ToList() is { Count: > 0 } missing)
            return new([], [new(1, "Rule.GlossaryNoColumns", string.Join(", ", missing))]);

        // A file may have many columns and many lines: each column is looked for once.
        var places = Columns.ToDictionary(c => c, head.IndexOf);
        IEnumerable<object> lines = rows.Skip(1).Select(row => Line(row, head.Count, places));
        return GlossaryFile.Of([.. unclosed is null ? lines : lines.Append(unclosed)]);
    }

    /// <summary>The forms by language, the preferred one of each first.</summary>
    internal static IEnumerable<TermForm> InOrder(Term term) => term.Forms
        .OrderBy(f => f.Language, StringComparer.Ordinal).ThenBy(f => f.Status).ThenBy(f => f.Text, StringComparer.Ordinal);

    // What stands before a quotation mark in the wrong place is read all the same.
    private static (List<CsvRow> Rows, GlossaryRefusal? Unclosed) Rows(string text)
    {
        List<CsvRow> rows = [];
        try
        {
            rows.AddRange(Csv.Read(text).Where(r => r.Cells.Any(c => c.Length > 0)));
            return (rows, null);
        }
        catch (CsvException failure)
        {
            return (rows, new(failure.Line, "Rule.GlossaryUnclosed"));
        }
    }

    private static object Line(CsvRow row, int columns, Dictionary<string, int> places)
    {
        if (row.Cells.Count > columns)
            return new GlossaryRefusal(row.Line, "Rule.GlossaryTooManyCells", row.Cells.Count, columns);

        string Cell(string column) => places[column] is var at && at >= 0 && at < row.Cells.Count ? row.Cells[at] : "";
        return GlossaryFile.Line(row.Line, Cell("key"), Cell("note"), Cell("language"), Cell("form"), Status(Cell("status")), Cell("source"));
    }

    private static TermStatus? Status(string word) => word.Trim().ToLowerInvariant() switch
    {
        "preferred" => TermStatus.Preferred,
        "" or "allowed" => TermStatus.Allowed,
        "forbidden" => TermStatus.Forbidden,
        _ => null,
    };

    private static string Word(TermStatus status) => status.ToString().ToLowerInvariant();
}
