using System.Globalization;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>A number in digits, with the marks that group them and the one before its fraction.</summary>
internal static class Numeral
{
    // More digits are an identifier, and more than a decimal holds.
    private const int MostDigits = 20;

    /// <summary>
    /// Reads the number that starts at <paramref name="at"/>. A mark before three digits groups where the language groups with it or it comes
    /// twice, else it is a decimal mark: 1,234 is 1234 in English and 1.234 in German; 1.5 and 1,5 are 1.5 everywhere.
    /// </summary>
    /// <returns>Value and the place behind it; a null value for versions and addresses (2.2.1) and for very long ones.</returns>
    public static (decimal? Value, int End) Read(string text, int at, string language)
    {
        var end = Digits(text, at);
        var mark = Mark(text, end, language);
        if (mark == default || end - at > MostDigits)
            return (Value(text.AsSpan(at, end - at), []), end);

        if (end - at <= 3 && Groups(text, end, mark) is > 0 and var groups
            && (groups > 1 || IsGroupMark(mark, language)) && (text[at] != '0' || groups > 1))
        {
            var whole = end + (groups * 4);
            var fraction = Fraction(text, whole, mark);
            return (Value(text.AsSpan(at, whole - at), text.AsSpan(whole, fraction - whole)), fraction);
        }

        if (mark is not ('.' or ','))
            return (Value(text.AsSpan(at, end - at), []), end);
        var decimals = Digits(text, end + 1);
        if (mark == '.' && decimals < text.Length - 1 && text[decimals] == '.' && char.IsAsciiDigit(text[decimals + 1]))
            return (null, Version(text, decimals));
        return (Value(text.AsSpan(at, end - at), text.AsSpan(end, decimals - end)), decimals);
    }

    /// <summary>The place behind the digits that start here.</summary>
    public static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    // The mark behind the digits, where digits follow it. A plain space groups in Russian and French only.
    private static char Mark(string text, int end, string language) =>
        end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])
            && (text[end] is '.' or ',' or '\'' or '’' or '\u00A0' or '\u2009' or '\u202F' || (text[end] == ' ' && language is "ru" or "fr" && Digits(text, end + 1) == end + 4))
            ? text[end] : default;

    private static bool IsGroupMark(char mark, string language) => mark switch
    {
        ',' => language is not ("de" or "ru" or "fr"),
        '.' => language is "de",
        _ => true,
    };

    private static int Groups(string text, int at, char mark)
    {
        var n = 0;
        while (at < text.Length && text[at] == mark && Digits(text, at + 1) == at + 4)
            (n, at) = (n + 1, at + 4);
        return n;
    }

    private static int Fraction(string text, int at, char group) =>
        at + 1 < text.Length && text[at] is '.' or ',' && text[at] != group && char.IsAsciiDigit(text[at + 1]) ? Digits(text, at + 1) : at;

    private static int Version(string text, int at)
    {
        while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
            at = Digits(text, at + 1);
        return at;
    }

    private static decimal? Value(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        Span<char> plain = stackalloc char[64];
        var length = 0;
        foreach (var c in whole)
            if (char.IsAsciiDigit(c) && length < plain.Length)
                plain[length++] = c;
        if (length > MostDigits || fraction.Length > 9)
            return null;
        if (fraction.Length > 1)
        {
            plain[length++] = '.';
            fraction[1..].CopyTo(plain[length..]);
            length += fraction.Length - 1;
        }

        return decimal.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
