using System.Text;
using ScoPortal.Core.Stories;

namespace ScoPortal.Core.Wire;

/// <summary>From what was read to what a draft is made of.</summary>
public static class WireContent
{
    /// <summary>The longest body of a release, in UTF-16 units.</summary>
    public const int MaxBody = 2_000_000;

    private static readonly Pattern WebAddress = Pattern.Exact(@"(?i:https?://|www\.)[^\s<>\[\]*`|\\]+");

    /// <summary>
    /// The content of a draft: plain paragraphs as Markdown that means nothing but itself, and each field cut to the length that a
    /// release allows. The headline is empty where the text has none.
    /// </summary>
    /// <exception cref="InvalidDataException">The story is longer than <see cref="MaxBody"/>.</exception>
    public static ReleaseContent ToContent(this WireRelease read)
    {
        var wires = read.Wires.Count == 0 ? null : string.Join(", ", read.Wires);
        var body = BodyOf(read);
        if (body.Length > MaxBody)
            throw new InvalidDataException($"its story is longer than {MaxBody} characters");
        return new ReleaseContent
        {
            Headline = Fit(read.Headline, 300) ?? "",
            Subheadline = Fit(read.Subheadline, 1000),
            Body = body,
            Dateline = new Stories.Dateline { Place = Fit(read.Place, 100), Country = read.Country, Date = read.DatelineDate },
            Wires = Fit(wires, 300),
            Issuer = Fit(read.Issuer, 300),
            Distributor = Fit(read.Distributor, 300),
            MoreInfoUrl = Address(read.MoreInfoUrl),
            Source = Fit(read.Issuer ?? wires, 1000),
        };
    }

    /// <summary>The story is longer than <see cref="MaxBody"/>, so that there is no <see cref="ToContent"/> of it.</summary>
    public static bool IsTooLong(this WireRelease read) => BodyOf(read).Length > MaxBody;

    private static string BodyOf(WireRelease read) => string.Join("\n\n", read.IsMarkdown ? read.Paragraphs : read.Paragraphs.Select(Literal));

    // What begins or marks like Markdown is meant as it stands; an address becomes a link as it stands.
    private static string Literal(string paragraph)
    {
        var text = new StringBuilder(paragraph.Length + 8);
        var at = 0;
        foreach (var address in WebAddress.Matches(paragraph))
        {
            Escape(text, paragraph.AsSpan(at, address.Index - at));
            text.Append(paragraph, address.Index, address.Length);
            at = address.Index + address.Length;
        }

        Escape(text, paragraph.AsSpan(at));
        var marker = 0;
        while (marker < paragraph.Length && char.IsAsciiDigit(paragraph[marker]))
            marker++;
        if (marker < paragraph.Length && (marker > 0 ? paragraph[marker] is '.' or ')' : paragraph[marker] is '-' or '+' or '='))
            text.Insert(marker, '\\');
        return text.ToString();
    }

    private static void Escape(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (c is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&')
                text.Append('\\');
            text.Append(c);
        }
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
