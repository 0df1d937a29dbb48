using System.Text;

namespace ScoPortal.Core.Terms;

/// <summary>
/// The glossary as comma-separated values (RFC 4180), a form a line; also reads semicolons and tabs. What a spreadsheet
/// would take for a formula is written behind an apostrophe, which reading takes away
/// (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
public static class GlossaryCsv
{
    private static readonly string[] Columns = ["key", "language", "form", "status", "source", "note"];

    /// <summary>Writes terms; the note stands with the first form of each.</summary>
    public static string Write(IEnumerable<Term> terms)
    {
        var csv = new StringBuilder().AppendJoin(',', Columns).Append("\r\n");
        foreach (var term in terms)
        {
            var note = term.Note;
            foreach (var form in InOrder(term))
            {
                Row(csv, term.Key, form.Language, form.Text, Word(form.Status), form.Source, note);
                note = null;
            }

            if (term.Forms.Count == 0)
                Row(csv, term.Key, null, null, null, null, note);
        }

        return csv.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> writes; columns may come in any order, and only key, language and form must be there.</summary>
    /// <param name="text">Without byte order mark.</param>
    public static GlossaryFile Read(string text)
    {
        var records = new CsvReader(text, Separator(text)).Records().Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        var head = records.Count == 0 ? [] : records[0].Cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
        if (Columns.Take(3).Except(head).ToList() is { Count: > 0 } missing)
            return new([], [new(1, "Rule.GlossaryNoColumns", string.Join(", ", missing))]);

        return GlossaryFile.Of([.. records.Skip(1).Select(record => Line(record, head))]);
    }

    /// <summary>A cell that no spreadsheet runs as a formula.</summary>
    public static string Guard(string cell) => IsFormula(cell.AsSpan().TrimStart('\'')) ? "'" + cell : cell;

    /// <summary>Undoes <see cref="Guard"/>.</summary>
    public static string Unguard(string cell) => cell.StartsWith('\'') && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    /// <summary>The forms by language, the preferred one of each first.</summary>
    internal static IEnumerable<TermForm> InOrder(Term term) => term.Forms
        .OrderBy(f => f.Language, StringComparer.Ordinal).ThenBy(f => f.Status).ThenBy(f => f.Text, StringComparer.Ordinal);

    private static object Line(CsvRecord record, List<string> head)
    {
        if (record.Unclosed)
            return new GlossaryRefusal(record.Line, "Rule.GlossaryUnclosed");
        if (record.Cells.Count > head.Count)
            return new GlossaryRefusal(record.Line, "Rule.GlossaryTooManyCells", record.Cells.Count, head.Count);

        string Cell(string column) => head.IndexOf(column) is var at && at >= 0 && at < record.Cells.Count ? Unguard(record.Cells[at]) : "";
        return GlossaryFile.Line(record.Line, Cell("key"), Cell("note"), Cell("language"), Cell("form"), Status(Cell("status")), Cell("source"));
    }

    private static TermStatus? Status(string word) => word.Trim().ToLowerInvariant() switch
    {
        "preferred" => TermStatus.Preferred,
        "" or "allowed" => TermStatus.Allowed,
        "forbidden" => TermStatus.Forbidden,
        _ => null,
    };

    private static string Word(TermStatus status) => status.ToString().ToLowerInvariant();

    private static bool IsFormula(ReadOnlySpan<char> cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    // The one that the first line uses most; none of them is part of a column's name.
    private static char Separator(string text)
    {
        var end = text.AsSpan().TrimStart().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text.AsSpan().TrimStart()[..end].ToString();
        return new[] { ',', ';', '\t' }.MaxBy(c => first.Count(x => x == c));
    }

    private static void Row(StringBuilder csv, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = Guard(cells[i] ?? "");
            csv.Append(i == 0 ? "" : ",");
            if (cell.AsSpan().IndexOfAny(",;\t\"\r\n") >= 0 || cell.StartsWith(' ') || cell.EndsWith(' '))
                csv.Append('"').Append(cell).Replace("\"", "\"\"", csv.Length - cell.Length, cell.Length).Append('"');
            else
                csv.Append(cell);
        }

        csv.Append("\r\n");
    }
}
