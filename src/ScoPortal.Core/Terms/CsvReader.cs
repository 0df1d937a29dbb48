using System.Text;

namespace ScoPortal.Core.Terms;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line it begins in, 1 first.</param>
/// <param name="Cells">As they are meant, without their quotes.</param>
/// <param name="Unclosed">A quote was opened and the file ended.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, bool Unclosed);

/// <summary>Takes a text apart after RFC 4180; line ends may be CR LF, LF or CR.</summary>
internal sealed class CsvReader(string text, char separator)
{
    private int at;
    private int line = 1;
    private bool unclosed;

    /// <summary>The records one after the other; an empty line is one with one empty cell.</summary>
    public IEnumerable<CsvRecord> Records()
    {
        while (at < text.Length)
        {
            var first = line;
            List<string> cells = [Cell()];
            while (at < text.Length && text[at] == separator)
            {
                at++;
                cells.Add(Cell());
            }

            EndLine();
            yield return new(first, cells, unclosed);
        }
    }

    // A quote opens a quoted part only at the front of a cell; what follows the closing one is taken as it stands.
    private string Cell()
    {
        var cell = new StringBuilder();
        if (at < text.Length && text[at] == '"')
            Quoted(cell);
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            cell.Append(text[at++]);
        return cell.ToString();
    }

    private void Quoted(StringBuilder cell)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                return;
            }

            if (text[at] == '"')
                at++;
            else if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                line++;
            cell.Append(text[at]);
        }

        unclosed = true;
    }

    private void EndLine()
    {
        if (at >= text.Length)
            return;
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            at++;
        at++;
        line++;
    }
}
