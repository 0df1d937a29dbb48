using System.Text;
using System.Xml;

namespace ScoPortal.Web.Feeds;

/// <summary>Text that XML can hold, and how it is written.</summary>
internal static class XmlText
{
    /// <summary>UTF-8 without a mark at the start; lines end alike on every system.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        Async = true,
    };

    /// <summary>
    /// The text without the characters that XML 1.0 (section 2.2, production Char) does not know, such as control
    /// characters from a wire: one of them would make a whole feed unreadable. Half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF)))
                clean.Append(rune);
        return clean.ToString();
    }
}
