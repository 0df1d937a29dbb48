using System.Text;

namespace ScoPortal.Core.Wire;

/// <summary>
/// Which encoding bytes are in that are not UTF-8: the one that they declare, else the likeliest of GB18030, Big5,
/// Windows-1251 and Windows-1252.
/// </summary>
/// <remarks>
/// Chinese double bytes are told by where the common characters stand: GB 2312 level 1 (rows 16 to 55) and Big5 level 1 (lead
/// bytes A4 to C6) hold what makes up nearly all of a text. Cyrillic is told by letters that stand together in words, among
/// them the six commonest of Russian (о е а и н т, four in ten letters). The rest is Windows-1252, if accented letters are
/// the exception in it.
/// </remarks>
public static class WireEncodings
{
    private const int Head = 2048;

    private static readonly Pattern Declaration = Pattern.New(
        @"^\s*<\?xml\s[^>]{0,200}\bencoding\s*=\s*[""'](?<name>[a-z0-9._:-]{2,40})|<meta\s[^>]{0,300}\bcharset\s*=\s*[""']?\s*(?<name>[a-z0-9._:-]{2,40})");

    private static readonly byte[] CommonCyrillic = [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2];

    /// <summary>The encoding that an XML declaration or an HTML meta element names; null where there is none, or none that is known.</summary>
    internal static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        return Declaration.Match(head) is { Success: true } found ? Named(found.Groups["name"].Value) : null;
    }

    // As the Encoding Standard of the WHATWG has it, a page that says Latin-1 or GB 2312 means the larger code page.
    private static Encoding? Named(string name) => name.ToLowerInvariant() switch
    {
        "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252" => CodePage(1252),
        "gb2312" or "gbk" or "gb18030" or "x-gbk" or "cp936" => CodePage(54936),
        "utf-8" or "utf8" or "utf-7" or "utf-16" or "utf-32" => null,
        var other => Known(other),
    };

    private static Encoding? Known(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>The likeliest encoding of bytes that are not UTF-8; null where none is likely.</summary>
    internal static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        if (IsDamagedUtf8(bytes))
            return Encoding.UTF8;
        var (gb, big5) = (DoubleBytes(bytes, 0xB0, 0xD7, fourBytes: true), DoubleBytes(bytes, 0xA4, 0xC6, fourBytes: false));
        if (Math.Max(gb, big5) > 0.6)
            return CodePage(gb >= big5 ? 54936 : 950);
        return IsCyrillic(bytes) ? CodePage(1251) : IsWestern(bytes) ? CodePage(1252) : null;
    }

    /// <summary>UTF-8 that was cut or hit: at least twenty sound sequences to a broken one.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int sound = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            sound += status == System.Buffers.OperationStatus.Done && length > 1 ? 1 : 0;
            broken += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            bytes = bytes[Math.Max(length, 1)..];
        }

        return sound >= broken * 20;
    }

    /// <summary>The share of common characters among all pairs, 0 where more than one in fifty is no pair.</summary>
    private static double DoubleBytes(ReadOnlySpan<byte> bytes, byte firstCommon, byte lastCommon, bool fourBytes)
    {
        int pairs = 0, common = 0, broken = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var lead = bytes[at];
            if (lead < 0x80)
                continue;
            if (++at == bytes.Length)
                break;
            var trail = bytes[at];
            if (fourBytes && trail is >= 0x30 and <= 0x39)
            {
                at += 2;
                continue;
            }

            if (lead is 0x80 or 0xFF || trail is < 0x40 or 0x7F or 0xFF)
            {
                broken++;
                continue;
            }

            // Punctuation of both standards stands in the rows A1 to A3: it tells nothing.
            if (lead is >= 0xA1 and <= 0xA3)
                continue;
            pairs++;
            common += lead >= firstCommon && lead <= lastCommon && (trail >= 0xA1 || (!fourBytes && trail < 0x7F)) ? 1 : 0;
        }

        return pairs < 2 || broken * 50 > pairs ? 0 : (double)common / pairs;
    }

    private static bool IsCyrillic(ReadOnlySpan<byte> bytes)
    {
        int letters = 0, inWords = 0, frequent = 0, run = 0;
        for (var at = 0; at <= bytes.Length; at++)
        {
            if (at < bytes.Length && bytes[at] is >= 0xC0 or 0xA8 or 0xB8)
            {
                run++;
                letters++;
                frequent += CommonCyrillic.Contains((byte)(bytes[at] < 0xE0 ? bytes[at] + 0x20 : bytes[at])) ? 1 : 0;
                continue;
            }

            inWords += run > 2 ? run : 0;
            run = 0;
        }

        return letters > 0 && inWords * 10 > letters * 6 && frequent * 10 > letters * 3;
    }

    private static bool IsWestern(ReadOnlySpan<byte> bytes)
    {
        int plain = 0, accented = 0;
        foreach (var b in bytes)
        {
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
                return false;
            plain += b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)' ' ? 1 : 0;
            accented += b >= 0x80 ? 1 : 0;
        }

        return plain > accented * 2;
    }
}
