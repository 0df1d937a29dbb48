using System.Buffers.Binary;
using System.Text;

namespace ScoPortal.Core.Media;

/// <summary>
/// WebP: RFC 9649 (container, lossless), RFC 6386 (the frame header of VP8). Exif, XMP and chunks that nobody knows go, also
/// those inside the frames of an animation.
/// </summary>
internal static class WebP
{
    private const int Profile = 0x20, Alpha = 0x10, HasExif = 0x08, Animation = 0x02, FrameHeader = 16;

    public static ImageReading Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Take(4);
        var length = reader.LittleLong();
        if (length < 4 || length > reader.Left)
            return ImageFault.Damaged;
        // What follows the length that the file gives itself is no part of it.
        var chunks = new ByteReader(reader.Take(length)[4..]);
        using var rest = new MemoryStream(bytes.Length);
        (int Width, int Height)? canvas = null, picture = null;
        var (flags, orientation, frames) = (0, 1, 0);
        while (chunks.More)
        {
            var type = Chunk(ref chunks, out var body);
            if (chunks.Failed)
                return ImageFault.Damaged;
            switch (type)
            {
                case "VP8X" when canvas is null && picture is null && rest.Length == 0 && body.Length >= 10:
                    (flags, canvas) = (body[0] & (Profile | Alpha | Animation), (Triple(body[4..]) + 1, Triple(body[7..]) + 1));
                    break;
                case "VP8 " or "VP8L" when picture is null && frames == 0:
                    picture = Size(type, body);
                    if (picture is null)
                        return ImageFault.Damaged;
                    Write(rest, type, body);
                    break;
                case "ANMF" when (flags & Animation) != 0:
                    if (!WriteFrame(rest, body, canvas!.Value))
                        return ImageFault.Damaged;
                    frames++;
                    break;
                case "ANIM" or "ICCP" or "ALPH" when canvas is not null && picture is null:
                    Write(rest, type, body);
                    break;
                case "EXIF":
                    orientation = Exif.Orientation(body);
                    break;
                case "VP8X" or "VP8 " or "VP8L" or "ANMF":
                    return ImageFault.Damaged;
            }
        }

        if ((picture is null) == (frames == 0) || (canvas is not null && picture is not null && canvas != picture))
            return ImageFault.Damaged;
        return Join(rest, canvas, (canvas ?? picture)!.Value, flags, orientation, frames > 1);
    }

    private static ImageFile Join(MemoryStream rest, (int, int)? canvas, (int Width, int Height) size, int flags, int orientation, bool animated)
    {
        using var all = new MemoryStream((int)rest.Length + 128);
        all.Write("RIFF\0\0\0\0WEBP"u8);
        if (canvas is not null || orientation != 1)
        {
            Span<byte> header = stackalloc byte[10];
            BinaryPrimitives.WriteInt32LittleEndian(header, flags | (orientation == 1 ? 0 : HasExif));
            BinaryPrimitives.WriteInt32LittleEndian(header[4..], size.Width - 1);
            header[7] = (byte)(size.Height - 1);
            header[8] = (byte)((size.Height - 1) >> 8);
            header[9] = (byte)((size.Height - 1) >> 16);
            Write(all, "VP8X", header);
        }

        rest.WriteTo(all);
        if (orientation != 1)
            Write(all, "EXIF", Exif.Minimal(orientation));
        var bytes = all.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return Exif.Turns(orientation)
            ? new ImageFile(ImageFormat.WebP, size.Height, size.Width, orientation, animated, bytes)
            : new ImageFile(ImageFormat.WebP, size.Width, size.Height, orientation, animated, bytes);
    }

    // Place, size, duration and flags of a frame, then chunks as in a picture of its own.
    private static bool WriteFrame(MemoryStream stream, ReadOnlySpan<byte> frame, (int Width, int Height) canvas)
    {
        if (frame.Length < FrameHeader)
            return false;
        var (width, height) = (Triple(frame[6..]) + 1, Triple(frame[9..]) + 1);
        if (2L * Triple(frame) + width > canvas.Width || 2L * Triple(frame[3..]) + height > canvas.Height)
            return false;
        using var kept = new MemoryStream(frame.Length);
        kept.Write(frame[..FrameHeader]);
        (int, int)? picture = null;
        for (var chunks = new ByteReader(frame[FrameHeader..]); chunks.More;)
        {
            var type = Chunk(ref chunks, out var body);
            if (chunks.Failed || (type is "VP8 " or "VP8L" && picture is not null))
                return false;
            if (type is "VP8 " or "VP8L")
                picture = Size(type, body);
            if (type is "ALPH" or "VP8 " or "VP8L")
                Write(kept, type, body);
        }

        Write(stream, "ANMF", kept.ToArray());
        return picture == (width, height);
    }

    // RFC 6386, section 9.1: a key frame's tag, start code, 14 bits each. RFC 9649, section 3.4: signature, 14 bits each, version 0.
    private static (int Width, int Height)? Size(string type, ReadOnlySpan<byte> body) =>
        type == "VP8L"
            ? body.Length > 5 && body[0] == 0x2F && body[4] >> 5 == 0 && BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) is var bits
                ? ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1)
                : null
            : body.Length > 10 && (body[0] & 1) == 0 && body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
                ? (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
                : null;

    private static int Triple(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    // Four letters, length, data, and a byte more where the length is odd; some writers leave it out at the end.
    private static string Chunk(ref ByteReader reader, out ReadOnlySpan<byte> body)
    {
        var type = Encoding.Latin1.GetString(reader.Take(4));
        body = reader.Take(reader.LittleLong());
        if (body.Length % 2 == 1 && reader.More)
            reader.Take(1);
        return type;
    }

    private static void Write(MemoryStream stream, string type, ReadOnlySpan<byte> body)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        stream.Write(Encoding.Latin1.GetBytes(type));
        stream.Write(length);
        stream.Write(body);
        if (body.Length % 2 == 1)
            stream.WriteByte(0);
    }
}
