namespace ScoPortal.Core.Media;

/// <summary>
/// GIF, https://www.w3.org/Graphics/GIF/spec-gif89a.txt. Comments, texts and what applications added go; the number of
/// repetitions (NETSCAPE2.0) and the colour profile (ICCRGBG1012) stay.
/// </summary>
internal static class Gif
{
    private const int Image = 0x2C, Extension = 0x21, Trailer = 0x3B, Control = 0xF9, Application = 0xFF, Comment = 0xFE, PlainText = 0x01;
    // The name and the one block that tells how often; further blocks could hold anything.
    private const int Repetition = 16;
    private const int HasTable = 0x80, TableSize = 0x07;

    public static ImageReading Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Take(6);
        var (width, height, packed) = (reader.LittleWord(), reader.LittleWord(), reader.Byte());
        reader.Take(2);
        SkipTable(ref reader, packed);
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..reader.Position]);

        for (var frames = 0; reader.More;)
        {
            var start = reader.Position;
            switch (reader.Byte())
            {
                case Trailer:
                    kept.WriteByte(Trailer);
                    return frames == 0
                        ? ImageFault.Damaged
                        : new ImageFile(ImageFormat.Gif, width, height, Orientation: 1, frames > 1, kept.ToArray());
                case Image:
                    var (left, top) = (reader.LittleWord(), reader.LittleWord());
                    if (left + reader.LittleWord() > width || top + reader.LittleWord() > height)
                        return ImageFault.Damaged;
                    SkipTable(ref reader, reader.Byte());
                    // LZW begins with codes of 2 to 8 bits.
                    if (reader.Byte() is < 1 or > 8 || SkipBlocks(ref reader) == 0)
                        return ImageFault.Damaged;
                    kept.Write(bytes[start..reader.Position]);
                    frames++;
                    break;
                case Extension:
                    var label = reader.Byte();
                    var body = bytes[reader.Position..];
                    SkipBlocks(ref reader);
                    if (label is not (Control or Application or Comment or PlainText))
                        return ImageFault.Damaged;
                    if (label == Control || (label == Application && body.StartsWith("\vICCRGBG1012"u8)))
                        kept.Write(bytes[start..reader.Position]);
                    else if (label == Application && body.Length > Repetition && Repeats(body))
                        kept.Write([Extension, Application, .. body[..Repetition], 0]);
                    break;
                default:
                    return ImageFault.Damaged;
            }
        }

        return ImageFault.Damaged;
    }

    private static bool Repeats(ReadOnlySpan<byte> body) =>
        body.StartsWith("\vNETSCAPE2.0\u0003\u0001"u8) || body.StartsWith("\vANIMEXTS1.0\u0003\u0001"u8);

    private static void SkipTable(ref ByteReader reader, int packed)
    {
        if ((packed & HasTable) != 0)
            reader.Take(3 << ((packed & TableSize) + 1));
    }

    // How many bytes they hold; an empty one ends them.
    private static int SkipBlocks(ref ByteReader reader)
    {
        var total = 0;
        for (var length = reader.Byte(); length > 0; length = reader.Byte())
            total += reader.Take(length).Length;
        return total;
    }
}
