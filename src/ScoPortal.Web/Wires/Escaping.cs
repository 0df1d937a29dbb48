using System.Text;

namespace ScoPortal.Web.Wires;

/// <summary>Makes words mean themselves in Markdown, with as few backslashes as do it.</summary>
internal static class Escaping
{
    /// <summary>Appends words, white space made one space; nothing at the beginning of a line.</summary>
    public static void Append(StringBuilder line, string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (c is '\u00ad' or '\u200b' or '\u200e' or '\u200f' or '\ufeff' or '\u2060' || (char.IsControl(c) && !char.IsWhiteSpace(c)))
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
                continue;
            }

            if (IsMark(words, i))
                line.Append('\\');
            line.Append(c);
        }
    }

    /// <summary>A line that begins like a heading, an item, a quotation or a rule gets a backslash before its first sign.</summary>
    public static string Line(string line)
    {
        var digits = 0;
        while (digits < line.Length && digits < 10 && char.IsAsciiDigit(line[digits]))
            digits++;
        if (digits > 0)
            return digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? line.Insert(digits, "\\") : line;
        return line.Length > 0 && (line[0] is '#' or '>' or '=' or '~' || (line[0] is '-' or '+' && (line.Length == 1 || line[1] is ' ' or '-'))) ? '\\' + line : line;
    }

    /// <summary>Words as one line of Markdown.</summary>
    public static string Words(string words)
    {
        var line = new StringBuilder(words.Length);
        Append(line, words);
        return Line(line.ToString().TrimEnd());
    }

    /// <summary>Markdown between the brackets of a link: brackets that mean themselves get a backslash, where they have none.</summary>
    public static string Label(string markdown)
    {
        var label = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] is '[' or ']')
                label.Append('\\');
            label.Append(markdown[i]);
            if (markdown[i] == '\\' && i + 1 < markdown.Length)
                label.Append(markdown[++i]);
        }

        return label.ToString();
    }

    private static bool IsMark(string words, int at) => words[at] switch
    {
        '*' or '`' => true,
        '\\' => at + 1 < words.Length && char.IsAsciiLetterOrDigit(words[at + 1]) is false && !char.IsWhiteSpace(words[at + 1]),
        '_' => at == 0 || at + 1 == words.Length || !char.IsLetterOrDigit(words[at - 1]) || !char.IsLetterOrDigit(words[at + 1]),
        ']' => at + 1 < words.Length && words[at + 1] is '(' or '[' or ':',
        '&' => at + 1 < words.Length && (words[at + 1] == '#' || char.IsAsciiLetter(words[at + 1])),
        _ => false,
    };
}
