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

    /// <summary>In no encoding that is known.</summary>
    NotText,

    /// <summary>Is not what it says it is: a Word file, an XML or a JSON document that breaks off or is broken.</summary>
    Damaged,

    /// <summary>Would do harm when read: entities of its own, boundless nesting, far more content than its size tells.</summary>
    Unsafe,

    /// <summary>A well-formed XML or JSON document of a kind that is not read.</summary>
    UnknownFormat,

    /// <summary>Read without fault, and there is no story in it.</summary>
    NoStory,

    /// <summary>Stories behind the most that are read of one file, or taken in one go.</summary>
    TooMany,
}

/// <summary>The text of some bytes, or the reason why there is none: exactly one of the two is set.</summary>
/// <param name="Text">The text without byte order mark.</param>
/// <param name="Refusal">The reason.</param>
public sealed record WireDecoded(string? Text, WireRefusal? Refusal)
{
    /// <summary>IANA name of the encoding that the bytes were read in.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>True when neither the bytes nor a declaration in them say the encoding, so that it was guessed from the letters.</summary>
    public bool IsGuessed { get; init; }

    /// <summary><c>encoding-guessed</c> with the encoding as value, <c>mojibake-repaired</c> with the number of lines.</summary>
    public IReadOnlyList<WireWarning> Warnings { get; init; } = [];

    /// <summary>True when the text holds everything that the bytes do, so that they need not be kept beside it.</summary>
    public bool IsWhole => Text is not null && Encoding is "utf-8" or "utf-16" && Warnings.Count == 0;
}

/// <summary>From bytes to text, and from text to its fingerprint.</summary>
public static class WireText
{
    /// <summary>The longest file that is read: 8 MiB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding Little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes UTF-8 with or without byte order mark, UTF-16 with one, the encoding that an XML declaration or an HTML meta
    /// element names, else the likeliest of <see cref="WireEncodings"/>; then repairs UTF-8 that was once read as Latin-1 or
    /// Windows-1252, see <see cref="Mojibake"/>. Never throws; in time linear in the length.
    /// </summary>
    public static WireDecoded Decode(ReadOnlySpan<byte> bytes)
    {
        var decoded = DecodeAsIs(bytes);
        if (decoded.Text is null)
            return decoded;
        var (repaired, lines) = Mojibake.Repair(decoded.Text);
        return lines == 0 ? decoded : decoded with { Text = repaired, Warnings = [.. decoded.Warnings, Mojibake.Warning(lines)] };
    }

    /// <summary>As <see cref="Decode"/>, without a repair.</summary>
    private static WireDecoded DecodeAsIs(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return new(null, WireRefusal.TooLarge);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Exact(bytes[2..], Little) ?? new(null, WireRefusal.NotText);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Exact(bytes[2..], Big) ?? new(null, WireRefusal.NotText);
        var isMarked = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        if (isMarked)
            bytes = bytes[3..];
        if (bytes.Contains((byte)0))
            return new(null, WireRefusal.Binary);
        if (Exact(bytes, Utf8) is { } utf8)
            return utf8;
        if (!isMarked && WireEncodings.Declared(bytes) is { } declared && Exact(bytes, declared) is { Text: not null } said)
            return said;
        var guess = WireEncodings.Guess(bytes);
        return guess is null ? new(null, LooksBinary(bytes) ? WireRefusal.Binary : WireRefusal.NotText) : Checked(guess.GetString(bytes), guess) with
        {
            IsGuessed = true,
            Warnings = [new("encoding-guessed", $"The file does not say its encoding; it was read as {guess.WebName}.", guess.WebName)],
        };
    }

    /// <summary>SHA-256, in lower-case hex, of the text in Unicode form C with every run of white space made one space.</summary>
    public static string Fingerprint(string text)
    {
        var folded = Prose.Clean(WellFormed(text)).Normalize(NormalizationForm.FormC);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));
    }

    /// <summary>Null where a byte has no meaning in the encoding.</summary>
    private static WireDecoded? Exact(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return Checked(encoding.GetString(bytes), encoding);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static WireDecoded Checked(string text, Encoding encoding) =>
        (string.IsNullOrWhiteSpace(text) ? new(null, WireRefusal.Empty)
            : IsBinary(text) ? new(null, WireRefusal.Binary)
            : new WireDecoded(text, null)) with
        { Encoding = encoding.WebName };

    /// <summary>Lone surrogates and U+FFFE, which no normalisation form accepts, become U+FFFD.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');

    private static bool IsBinary(string text)
    {
        var controls = text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u0085' or '\u001a'));
        return text.Contains('\0', StringComparison.Ordinal) || controls * 50 > text.Length;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            controls += b is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A) or 0x7F ? 1 : 0;
        return controls * 50 > bytes.Length;
    }
}
