namespace ScoPortal.Core.Media;

/// <summary>
/// JPEG: ITU-T T.81, annex B (markers), T.871 (JFIF), T.872 (Adobe); colour profiles as ICC.1, annex B.4. Of the application
/// segments only JFIF without its thumbnail, Adobe's colour transform and the colour profile stay.
/// </summary>
internal static class Jpeg
{
    private const int EndOfImage = 0xD9, StartOfScan = 0xDA, Quantization = 0xDB, HuffmanTables = 0xC4, RestartInterval = 0xDD;
    private const int App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE, Precision = 8;

    private static ReadOnlySpan<byte> Jfif => "JFIF\0"u8;

    private static ReadOnlySpan<byte> Profile => "ICC_PROFILE\0"u8;

    private static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    public static ImageReading Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Take(2);
        using var head = new MemoryStream();
        using var rest = new MemoryStream(bytes.Length);
        var (width, height, orientation, tables, scans) = (0, 0, 1, 0, 0);
        while (Marker(ref reader) is var marker && !reader.Failed)
        {
            if (marker == EndOfImage)
                return scans == 0 ? ImageFault.Damaged : Join(head, rest, width, height, orientation);
            var body = reader.Take(reader.Word() - 2);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when width > 0 || body.Length < 6 || body.Length != 6 + 3 * body[5]:
                    return ImageFault.Damaged;
                // Twelve bits, a height that only follows later, numbers of components that no browser shows.
                case 0xC0 or 0xC1 or 0xC2 when body[0] != Precision || (body[1] | body[2]) == 0 || body[5] is not (1 or 3 or 4):
                    return ImageFault.Unsupported;
                case 0xC0 or 0xC1 or 0xC2:
                    (height, width) = ((body[1] << 8) | body[2], (body[3] << 8) | body[4]);
                    Write(rest, marker, body);
                    break;
                case HuffmanTables or Quantization or RestartInterval:
                    tables |= marker == Quantization ? 1 : marker == HuffmanTables ? 2 : 0;
                    Write(rest, marker, body);
                    break;
                case StartOfScan:
                    if (width == 0 || tables != 3 || reader.Failed)
                        return ImageFault.Damaged;
                    Write(rest, marker, body);
                    var scan = Scan(bytes[reader.Position..]);
                    if (scan == 0)
                        return ImageFault.Damaged;
                    rest.Write(reader.Take(scan));
                    scans++;
                    break;
                case App0 when body.StartsWith(Jfif) && body.Length >= 14 && head.Length == 0:
                    Write(head, App0, [.. body[..12], 0, 0]);
                    break;
                case App1 when body.StartsWith(Exif.Lead) && orientation == 1:
                    orientation = Exif.Orientation(body);
                    break;
                case App2 when body.StartsWith(Profile):
                    Write(rest, marker, body);
                    break;
                case App14 when body.StartsWith(Adobe) && body.Length >= 12:
                    Write(rest, marker, body[..12]);
                    break;
                case (>= App0 and <= App15) or Comment:
                    break;
                case > 0xC0 and < 0xD0 or 0xDC or 0xDE or 0xDF:
                    return ImageFault.Unsupported;
                default:
                    return ImageFault.Damaged;
            }
        }

        return ImageFault.Damaged;
    }

    // Any number of FF may stand before a marker's own byte; 0 where no marker stands.
    private static int Marker(ref ByteReader reader)
    {
        if (reader.Byte() != 0xFF)
            return 0;
        var marker = reader.Byte();
        while (marker == 0xFF && reader.More)
            marker = reader.Byte();
        return marker;
    }

    // The length of entropy-coded data: up to a marker that is neither a stuffed byte nor a restart.
    private static int Scan(ReadOnlySpan<byte> data)
    {
        for (var at = 0; data[at..].IndexOf((byte)0xFF) is >= 0 and var next; at += next + 1)
            if (at + next + 1 < data.Length && data[at + next + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at + next;
        return 0;
    }

    private static ImageFile Join(MemoryStream head, MemoryStream rest, int width, int height, int orientation)
    {
        using var all = new MemoryStream((int)(head.Length + rest.Length) + 64);
        all.Write([0xFF, 0xD8]);
        head.WriteTo(all);
        if (orientation != 1)
            Write(all, App1, [.. Exif.Lead, .. Exif.Minimal(orientation)]);
        rest.WriteTo(all);
        all.Write([0xFF, EndOfImage]);
        return Exif.Turns(orientation)
            ? new ImageFile(ImageFormat.Jpeg, height, width, orientation, IsAnimated: false, all.ToArray())
            : new ImageFile(ImageFormat.Jpeg, width, height, orientation, IsAnimated: false, all.ToArray());
    }

    private static void Write(MemoryStream stream, int marker, ReadOnlySpan<byte> body)
    {
        var length = body.Length + 2;
        stream.Write([0xFF, (byte)marker, (byte)(length >> 8), (byte)length]);
        stream.Write(body);
    }
}
