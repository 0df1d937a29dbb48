using System.Security.Cryptography;
using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>Why bytes are no text to import.</summary>
public enum WireRefusal
{
    /// <summary>No bytes, or white space alone.</summary>
    Empty,

    /// <summary>Holds NUL bytes or many control characters.</summary>
    Binary,

    /// <summary>Longer than <see cref="WireText.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Not valid in UTF-8, nor in UTF-16 with a byte order mark.</summary>
    NotText,
}

/// <summary>The text of some bytes, or the reason why there is none: exactly one of the two is set.</summary>
/// <param name="Text">The text without byte order mark.</param>
/// <param name="Refusal">The reason.</param>
public readonly record struct WireDecoded(string? Text, WireRefusal? Refusal);

/// <summary>From bytes to text, and from text to its fingerprint.</summary>
public static class WireText
{
    /// <summary>The longest file that is read: 8 MiB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding Little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Decodes UTF-8 with or without byte order mark, and UTF-16 with one.</summary>
    public static WireDecoded Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return new(null, WireRefusal.TooLarge);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Decode(bytes[2..], Little);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Decode(bytes[2..], Big);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        return bytes.Contains((byte)0) ? new(null, WireRefusal.Binary) : Decode(bytes, Utf8);
    }

    private static WireDecoded Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return string.IsNullOrWhiteSpace(text) ? new(null, WireRefusal.Empty)
                : IsBinary(text) ? new(null, WireRefusal.Binary)
                : new(text, null);
        }
        catch (DecoderFallbackException)
        {
            return new(null, WireRefusal.NotText);
        }
    }

    /// <summary>SHA-256, in lower-case hex, of the text in Unicode form C with every run of white space made one space.</summary>
    public static string Fingerprint(string text)
    {
        var folded = Prose.Clean(WellFormed(text)).Normalize(NormalizationForm.FormC);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));
    }

    /// <summary>Lone surrogates, which no normalisation form accepts, become U+FFFD.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool IsBinary(string text)
    {
        var controls = text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u0085' or '\u001a'));
        return text.Contains('\0', StringComparison.Ordinal) || controls * 50 > text.Length;
    }
}
