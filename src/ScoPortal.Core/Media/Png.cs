using System.Buffers.Binary;

namespace ScoPortal.Core.Media;

/// <summary>
/// PNG, third edition, https://www.w3.org/TR/png-3/, animations included. Every check sum is checked. Chunks that say how
/// the picture looks stay; texts, times, Exif and what nobody knows go.
/// </summary>
internal static class Png
{
    private const int HeaderLength = 13;

    private static readonly HashSet<string> Kept =
    [
        "PLTE", "IDAT", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT",
    ];

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++)
            c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageReading Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Take(Signature.Length);
        var header = Chunk(ref reader, out var first);
        if (first != "IHDR" || !Sound(header))
            return ImageFault.Damaged;

        using var rest = new MemoryStream(bytes.Length);
        var (orientation, data, palette, animated) = (1, false, false, false);
        while (reader.More)
        {
            var body = Chunk(ref reader, out var type);
            if (reader.Failed)
                break;
            if (type == "IEND")
                return data && (palette || header[9] != 3) ? Join(header, rest, orientation, animated) : ImageFault.Damaged;
            if (type == "eXIf")
                orientation = Exif.Orientation(body);
            if (Kept.Contains(type))
                Write(rest, type, body);
            else if (char.IsUpper(type[0]))
                return ImageFault.Damaged;
            data |= type == "IDAT" && body.Length > 0;
            palette |= type == "PLTE";
            animated |= type == "acTL";
        }

        return ImageFault.Damaged;
    }

    // Section 11.2.1: colour types with their depths, one compression, one filter method, two interlace methods.
    private static bool Sound(ReadOnlySpan<byte> header) =>
        header.Length == HeaderLength && header[0] < 0x80 && header[4] < 0x80
        && (header[9], header[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16)
        && header[10] == 0 && header[11] == 0 && header[12] <= 1;

    // Length, type, data, check sum of type and data.
    private static ReadOnlySpan<byte> Chunk(ref ByteReader reader, out string type)
    {
        var length = reader.Long();
        var typed = reader.Take(length + 4L);
        var sum = reader.Long();
        var sound = !reader.Failed && Crc(typed) == sum && !typed[..4].ContainsAnyExcept(Letters);
        type = sound ? System.Text.Encoding.ASCII.GetString(typed[..4]) : "";
        if (sound)
            return typed[4..];
        reader.Take(long.MaxValue);
        return default;
    }

    private static readonly System.Buffers.SearchValues<byte> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static ImageFile Join(ReadOnlySpan<byte> header, MemoryStream rest, int orientation, bool animated)
    {
        using var all = new MemoryStream((int)rest.Length + 128);
        all.Write(Signature);
        Write(all, "IHDR", header);
        if (orientation != 1)
            Write(all, "eXIf", Exif.Minimal(orientation));
        rest.WriteTo(all);
        Write(all, "IEND", default);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        return Exif.Turns(orientation)
            ? new ImageFile(ImageFormat.Png, height, width, orientation, animated, all.ToArray())
            : new ImageFile(ImageFormat.Png, width, height, orientation, animated, all.ToArray());
    }

    private static void Write(MemoryStream stream, string type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        stream.Write(number);
        Span<byte> name = [(byte)type[0], (byte)type[1], (byte)type[2], (byte)type[3]];
        stream.Write(name);
        stream.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), body));
        stream.Write(number);
    }

    // Annex D.
    private static uint Crc(ReadOnlySpan<byte> bytes) => ~Crc(uint.MaxValue, bytes);

    private static uint Crc(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        return sum;
    }
}
