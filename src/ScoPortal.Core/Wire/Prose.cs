using System.Net;
using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>Repairs the white space and the entities of a piece of text.</summary>
internal static class Prose
{
    /// <summary>Entities decoded, soft hyphens and invisible characters dropped, runs of white space made one space.</summary>
    public static string Clean(string text, bool decode = true)
    {
        var decoded = decode && text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var clean = new StringBuilder(decoded.Length);
        var space = false;
        foreach (var c in decoded)
        {
            if (c is '\u00ad' or '\u200b' or '\ufeff' or '\u2060' || (char.IsControl(c) && !char.IsWhiteSpace(c)))
                continue;
            if (char.IsWhiteSpace(c))
            {
                space = clean.Length > 0;
                continue;
            }

            if (space)
                clean.Append(' ');
            space = false;
            clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>Takes the backslashes of Markdown off the signs that they make plain.</summary>
    public static string Unescape(string markdown)
    {
        if (!markdown.Contains('\\', StringComparison.Ordinal))
            return markdown;
        var plain = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])))
                i++;
            plain.Append(markdown[i]);
        }

        return plain.ToString();
    }

    /// <summary>Joins wrapped lines: with a space, or with nothing between Han characters.</summary>
    public static void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 0 && !(IsHan(paragraph[^1]) && line.Length > 0 && IsHan(line[0])))
            paragraph.Append(' ');
        paragraph.Append(line);
    }

    /// <summary>A Han character or Chinese punctuation.</summary>
    public static bool IsHan(char c) => IsIdeograph(c) || c is >= '\u3000' and <= '\u303f' or >= '\uff00' and <= '\uffef';

    /// <summary>A Han character alone.</summary>
    public static bool IsIdeograph(char c) => c is >= '\u4e00' and <= '\u9fff';
}
