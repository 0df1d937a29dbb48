using System.Text;
using ScoPortal.Core.Stories;

namespace ScoPortal.Core.Wire;

/// <summary>From what was read to what a draft is made of.</summary>
public static class WireContent
{
    /// <summary>
    /// The content of a draft: paragraphs as Markdown that means nothing but itself, and each field cut to the length that a
    /// release allows. The headline is empty where the text has none.
    /// </summary>
    public static ReleaseContent ToContent(this WireRelease read)
    {
        var wires = read.Wires.Count == 0 ? null : string.Join(", ", read.Wires);
        return new ReleaseContent
        {
            Headline = Fit(read.Headline, 300) ?? "",
            Subheadline = Fit(read.Subheadline, 1000),
            Body = string.Join("\n\n", read.Paragraphs.Select(Literal)),
            Dateline = new Stories.Dateline { Place = Fit(read.Place, 100), Country = read.Country, Date = read.DatelineDate },
            Wires = Fit(wires, 300),
            Issuer = Fit(read.Issuer, 300),
            Distributor = Fit(read.Distributor, 300),
            MoreInfoUrl = Address(read.MoreInfoUrl),
            Source = Fit(read.Issuer ?? wires, 1000),
        };
    }

    // What begins or marks like Markdown is meant as it stands.
    private static string Literal(string paragraph)
    {
        var text = new StringBuilder(paragraph.Length + 8);
        foreach (var c in paragraph)
        {
            if (c is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&')
                text.Append('\\');
            text.Append(c);
        }

        var marker = 0;
        while (marker < paragraph.Length && char.IsAsciiDigit(paragraph[marker]))
            marker++;
        if (marker < paragraph.Length && (marker > 0 ? paragraph[marker] is '.' or ')' : paragraph[marker] is '-' or '+' or '='))
            text.Insert(marker, '\\');
        return text.ToString();
    }

    private static string? Address(string? url) => url switch
    {
        null or { Length: > 1990 } => null,
        _ when url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => url,
        _ => "http://" + url,
    };

    private static string? Fit(string? text, int length) =>
        text is null || text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
