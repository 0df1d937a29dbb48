using System.Buffers;
using System.Text;

namespace ScoPortal.Core.Text;

/// <summary>One row of a file of comma-separated values.</summary>
/// <param name="Line">The line it begins in, from 1: a cell may hold line breaks.</param>
/// <param name="Cells">Its cells, at least one.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>The text is no file of comma-separated values.</summary>
/// <param name="line">The line that is wrong, from 1.</param>
public sealed class CsvException(int line) : FormatException($"line {line} has a quotation mark in the wrong place, or one too few")
{
    /// <summary>The line that is wrong, from 1.</summary>
    public int Line { get; } = line;
}

/// <summary>
/// Comma-separated values as RFC 4180 has them. A cell that a spreadsheet would run as a formula is written behind an
/// apostrophe, which reading takes away again: what is written is what is read.
/// </summary>
public static class Csv
{
    /// <summary>Goes before the first row, so that spreadsheets take the file for UTF-8.</summary>
    public const string ByteOrderMark = "\uFEFF";

    private const string Separators = ",;\t";

    // https://owasp.org/www-community/attacks/CSV_Injection, full-width forms included.
    private const string Formulas = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    /// <summary>One row with its line break.</summary>
    /// <param name="cells">The cells, at least one; null is written as an empty one.</param>
    public static string Write(params IEnumerable<string?> cells)
    {
        var row = string.Join(',', cells.Select(Cell));
        return (row.Length == 0 ? "\"\"" : row) + "\r\n";
    }

    /// <summary>The rows of a text, without its empty lines. Line breaks may be CR LF or LF.</summary>
    /// <param name="text">With or without byte order mark; the first comma, semicolon or tab outside quotation marks separates.</param>
    /// <exception cref="CsvException">A quotation mark is open at the end, or stands inside a cell; thrown while the rows are read.</exception>
    public static IEnumerable<CsvRow> Read(string text)
    {
        var (at, line, separator) = (text.StartsWith('\uFEFF') ? 1 : 0, 1, SeparatorOf(text));
        while (at < text.Length)
        {
            var (cells, start, first) = (new List<string>(), at, line);
            for (var more = true; more;)
            {
                cells.Add(Unguarded(Next(text, ref at, ref line, separator)));
                more = at < text.Length && text[at] == separator;
                if (more)
                    at++;
            }

            var isEmptyLine = at == start;
            if (at < text.Length && text[at] == '\r')
                at++;
            if (at < text.Length && text[at] == '\n')
                at++;
            line++;
            if (!isEmptyLine)
                yield return new CsvRow(first, cells);
        }
    }

    private static string Cell(string? value)
    {
        var cell = IsGuarded(value ??= "") ? "'" + value : value;
        return cell.AsSpan().ContainsAny(Quoted) || cell.Trim().Length != cell.Length
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }

    // Apostrophes before a formula count as well, or one that was typed would be lost on the way back.
    private static bool IsGuarded(string value) => value.AsSpan().TrimStart('\'') is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal);

    private static string Unguarded(string cell) => cell.StartsWith('\'') && IsGuarded(cell) ? cell[1..] : cell;

    // Leaves the place at the separator, the line break or the end behind the cell.
    private static string Next(string text, ref int at, ref int line, char separator)
    {
        var start = at;
        if (at == text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            {
                if (text[at++] == '"')
                    throw new CsvException(line);
            }

            return text[start..at];
        }

        var (cell, first) = (new StringBuilder(), line);
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (++at == text.Length || text[at] != '"'))
            {
                return at == text.Length || text[at] == separator || text[at] is '\r' or '\n'
                    ? cell.ToString()
                    : throw new CsvException(line);
            }

            line += text[at] == '\n' ? 1 : 0;
            cell.Append(text[at]);
        }

        throw new CsvException(first);
    }

    private static char SeparatorOf(string text)
    {
        var isQuoted = false;
        foreach (var c in text)
        {
            isQuoted ^= c == '"';
            if (!isQuoted && Separators.Contains(c, StringComparison.Ordinal))
                return c;
        }

        return Separators[0];
    }
}
