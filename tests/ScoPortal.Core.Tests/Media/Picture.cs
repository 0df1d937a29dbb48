using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ScoPortal.Core.Tests.Media;

/// <summary>Makes small pictures byte by byte, with whatever a camera, a program or somebody with bad intentions puts into them.</summary>
public static class Picture
{
    /// <summary>What must never be delivered.</summary>
    public const string Secret = "SECRET 36.67N 120.33E";

    /// <summary>What says how colours look, and stays.</summary>
    public const string Profile = "PROFILE of colours";

    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);

    /// <summary>A JPEG, grey all over, that decoders take.</summary>
    public static byte[] Jpeg(int width = 40, int height = 24, int orientation = 1, bool metadata = false, int frame = 0xC0)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 0, 0]);
        if (metadata || orientation != 1)
            Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]);
        if (metadata)
        {
            Segment(file, 0xE0, [.. "JFXX\0"u8, 0x10, .. SecretBytes]);
            Segment(file, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. SecretBytes]);
            Segment(file, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Encoding.ASCII.GetBytes(Profile)]);
            Segment(file, 0xE2, [.. "MPF\0"u8, .. SecretBytes]);
            Segment(file, 0xED, [.. "Photoshop 3.0\0"u8, .. SecretBytes]);
            Segment(file, 0xFE, SecretBytes);
        }

        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(file, (byte)frame, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        // One code of one bit each: no difference, end of block.
        Segment(file, 0xC4, [0x00, 1, .. new byte[15], 0]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        file.Write(new byte[blocks / 4]);
        file.WriteByte((byte)(0xFF >> (blocks % 4 * 2)));
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    /// <summary>A PNG of one colour, teal by default, that decoders take.</summary>
    public static byte[] Png(int width = 40, int height = 24, int orientation = 1, bool metadata = false, int animated = 0, byte red = 0x1B)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]);
        if (animated > 0)
            Chunk(file, "acTL", [.. Big(animated), .. Big(0)]);
        if (metadata)
        {
            Chunk(file, "tEXt", [.. "Comment\0"u8, .. SecretBytes]);
            Chunk(file, "zTXt", [.. "Comment\0\0"u8, .. SecretBytes]);
            Chunk(file, "iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. SecretBytes]);
            Chunk(file, "tIME", [7, 0xE9, 1, 1, 1, 1, 1]);
            Chunk(file, "prVt", SecretBytes);
            Chunk(file, "iCCP", [.. Encoding.ASCII.GetBytes(Profile), 0, 0]);
        }

        Chunk(file, "IDAT", Deflated(width, height, red));
        if (metadata || orientation != 1)
            Chunk(file, "eXIf", Tiff(orientation));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A GIF of one colour that decoders take.</summary>
    public static byte[] Gif(int width = 40, int height = 24, bool metadata = false, int frames = 1)
    {
        using var file = new MemoryStream();
        file.Write([.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 27, 117, 106, 255, 255, 255]);
        file.Write([0x21, 0xFF, .. "\vNETSCAPE2.0\u0003\u0001\0\0\0"u8]);
        if (metadata)
        {
            file.Write([0x21, 0xFE, (byte)Secret.Length, .. SecretBytes, 0]);
            file.Write([0x21, 0xFF, .. "\vXMP DataXMP"u8, (byte)Secret.Length, .. SecretBytes, 0]);
            file.Write([0x21, 0xFF, .. "\vICCRGBG1012"u8, (byte)Profile.Length, .. Encoding.ASCII.GetBytes(Profile), 0]);
        }

        for (var frame = 0; frame < frames; frame++)
        {
            file.Write([0x21, 0xF9, 4, 0, 10, 0, 0, 0]);
            file.Write([0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 2]);
            var codes = Lzw(width * height);
            foreach (var block in codes.Chunk(255))
                file.Write([(byte)block.Length, .. block]);
            file.WriteByte(0);
        }

        file.WriteByte(0x3B);
        return file.ToArray();
    }

    /// <summary>A lossless WebP of one colour that decoders take; extended when it carries more than pixels.</summary>
    public static byte[] WebP(int width = 40, int height = 24, int orientation = 1, bool metadata = false, int frames = 0)
    {
        using var file = new MemoryStream();
        var extended = metadata || orientation != 1 || frames > 0;
        if (extended)
            Part(file, "VP8X", [(byte)((metadata ? 0x2C : orientation != 1 ? 0x08 : 0) | (frames > 0 ? 2 : 0)), 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]);
        if (metadata)
            Part(file, "ICCP", Encoding.ASCII.GetBytes(Profile));
        if (frames > 0)
            Part(file, "ANIM", new byte[6]);
        for (var frame = 0; frame < frames; frame++)
        {
            using var inner = new MemoryStream();
            inner.Write([0, 0, 0, 0, 0, 0, .. Three(width - 1), .. Three(height - 1), 100, 0, 0, 0]);
            Part(inner, "VP8L", Lossless(width, height));
            if (metadata)
                Part(inner, "JUNK", SecretBytes);
            Part(file, "ANMF", inner.ToArray());
        }

        if (frames == 0)
            Part(file, "VP8L", Lossless(width, height));
        if (metadata || orientation != 1)
            Part(file, "EXIF", Tiff(orientation));
        if (metadata)
        {
            Part(file, "XMP ", SecretBytes);
            Part(file, "JUNK", SecretBytes);
        }

        return Riff(file.ToArray());
    }

    /// <summary>A lossy WebP: its header is sound, its pixels are not.</summary>
    public static byte[] LossyWebP(int width = 40, int height = 24)
    {
        using var file = new MemoryStream();
        Part(file, "VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 1, 2, 3, 4]);
        return Riff(file.ToArray());
    }

    /// <summary>An AVIF with sound tables and invented pixels: "PIXELS".</summary>
    public static byte[] Avif(int width = 40, int height = 24, int quarters = 0, bool metadata = false, string brand = "avif")
    {
        byte[] pixels = [.. "PIXELS"u8], exif = [0, 0, 0, 0, .. Tiff(1)];
        byte[] Built(int at) =>
        [
            .. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "avifmif1"u8]),
            .. Box("meta",
            [
                0, 0, 0, 0,
                .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
                .. Box("pitm", [0, 0, 0, 0, 0, 1]),
                .. Box("iloc",
                [
                    0, 0, 0, 0, 0x44, 0, 0, (byte)(metadata ? 4 : 1), .. Place(1, at, pixels.Length),
                    .. metadata ? [.. Place(2, at + 6, exif.Length), .. Place(3, at + 6 + exif.Length, Secret.Length), .. Place(4, at + 6 + exif.Length + Secret.Length, Secret.Length)] : (byte[])[],
                ]),
                .. Box("iinf",
                [
                    0, 0, 0, 0, 0, (byte)(metadata ? 4 : 1), .. Entry(1, "av01"), .. metadata ? [.. Entry(2, "Exif"), .. Entry(3, "mime"), .. Entry(4, "av01")] : (byte[])[],
                ]),
                .. metadata ? Box("iref", [0, 0, 0, 0, .. Box("thmb", [0, 4, 0, 1, 0, 1]), .. Box("cdsc", [0, 2, 0, 1, 0, 1])]) : [],
                .. Box("iprp",
                [
                    .. Box("ipco", [.. Box("ispe", [0, 0, 0, 0, .. Big(width), .. Big(height)]), .. Box("irot", [(byte)quarters]), .. Box("colr", [.. "prof"u8, .. Encoding.ASCII.GetBytes(Profile)])]),
                    .. Box("ipma", [0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 3, 1, 0x82, 3]),
                ]),
                .. metadata ? Box("uuid", SecretBytes) : [],
            ]),
            .. Box("mdat", [.. pixels, .. metadata ? [.. exif, .. SecretBytes, .. SecretBytes] : (byte[])[]]),
            .. metadata ? Box("uuid", SecretBytes) : [],
        ];
        // Addresses count from the start of the file: made once to learn where the pixels come to lie.
        return Built(Built(0).AsSpan().IndexOf("PIXELS"u8));
    }

    /// <summary>Exif with an orientation and, as the name of the camera, the secret.</summary>
    public static byte[] Tiff(int orientation) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x10, 0x01, 2, 0, .. Little(Secret.Length), .. Little(38),
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0, 0, 0, 0, .. SecretBytes,
    ];

    private static byte[] Lossless(int width, int height)
    {
        // Signature; sizes of 14 bits; no alpha; then no transforms, no cache, one group of five codes with one symbol each.
        var bits = (uint)(width - 1) | ((uint)(height - 1) << 14);
        return [0x2F, .. Little((int)bits), 0b0000_1000, 0b1000_1000, 0b0000_1000, 0b0000_0000, 0];
    }

    private static byte[] Deflated(int width, int height, byte red)
    {
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.Fastest))
            for (var row = 0; row < height; row++)
                zip.Write([0, .. Enumerable.Repeat((byte[])[red, 0x75, 0x6A], width).SelectMany(p => p)]);
        return data.ToArray();
    }

    // Codes of three bits, beginning anew before they would grow.
    private static byte[] Lzw(int pixels)
    {
        List<int> codes = [];
        for (var pixel = 0; pixel < pixels; pixel++)
            codes.AddRange(pixel % 2 == 0 ? [4, 0] : [0]);
        codes.Add(5);
        var bytes = new byte[(codes.Count * 3 / 8) + 1];
        for (var bit = 0; bit < codes.Count * 3; bit++)
            bytes[bit / 8] |= (byte)(((codes[bit / 3] >> (bit % 3)) & 1) << (bit % 8));
        return bytes;
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body) =>
        file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);

    /// <summary>Adds a chunk of a PNG.</summary>
    public static void Chunk(MemoryStream file, string type, byte[] body)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. body];
        var sum = uint.MaxValue;
        foreach (var b in typed)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }

        file.Write([.. Big(body.Length), .. typed, .. Big((int)~sum)]);
    }

    private static void Part(MemoryStream file, string type, byte[] body) =>
        file.Write([.. Encoding.ASCII.GetBytes(type), .. Little(body.Length), .. body, .. new byte[body.Length % 2]]);

    private static byte[] Riff(byte[] parts) => [.. "RIFF"u8, .. Little(parts.Length + 4), .. "WEBP"u8, .. parts];

    private static byte[] Box(string type, byte[] body) => [.. Big(body.Length + 8), .. Encoding.ASCII.GetBytes(type), .. body];

    private static byte[] Entry(byte id, string type) => Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. Encoding.ASCII.GetBytes(type), 0]);

    private static byte[] Place(byte id, int at, int length) => [0, id, 0, 0, 0, 1, .. Big(at), .. Big(length)];

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Three(int number) => Little(number)[..3];
}
