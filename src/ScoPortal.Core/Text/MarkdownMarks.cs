namespace ScoPortal.Core.Text;

/// <summary>How many marks a Markdown text has: its reader looks, for each mark of a paragraph or table, through those before it.</summary>
public static class MarkdownMarks
{
    /// <summary>Most marks between two blank lines: those of a table of ten columns and 450 rows.</summary>
    public const int Most = 5_000;

    private const string Marks = "*_[]|`~<!(";

    /// <summary>A paragraph or table has more marks than anybody writes: such a text is shown as it stands.</summary>
    public static bool AreTooMany(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (count, isBlank) = (0, true);
        foreach (var c in text)
        {
            if (c == '\n')
            {
                count = isBlank ? 0 : count;
                isBlank = true;
                continue;
            }

            isBlank &= char.IsWhiteSpace(c);
            if (Marks.Contains(c, StringComparison.Ordinal) && ++count > Most)
                return true;
        }

        return false;
    }
}
