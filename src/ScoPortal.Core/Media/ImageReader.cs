using System.Text;

namespace ScoPortal.Core.Media;

/// <summary>
/// Reads pictures by their bytes, never by their names: what they are, how large they are shown, and the same file without
/// anything that says who took it, where and with what (Exif, GPS, XMP, IPTC, comments, thumbnails, and whatever follows its
/// end). Pixels and colour profile stay as they are; of Exif, only the orientation stays.
/// </summary>
/// <remarks>
/// Nothing is decoded: time and memory are linear in the length of the file, whatever size it claims. No bytes make it
/// throw. What hides inside the compressed pixels stays hidden there; it is delivered as a picture and as nothing else.
/// </remarks>
public static class ImageReader
{
    private const int Peek = 4096;

    /// <summary>Reads one file.</summary>
    /// <param name="bytes">The whole file, of any kind.</param>
    /// <param name="limits">What is too large.</param>
    public static ImageReading Read(ReadOnlySpan<byte> bytes, ImageLimits limits)
    {
        if (bytes.Length > limits.MaxBytes)
            return ImageFault.TooLarge;
        var reading = Recognise(bytes);
        if (reading.Image is not { } image)
            return reading;
        if (image.Width < 1 || image.Height < 1)
            return ImageFault.Damaged;
        return image.Width > limits.MaxSide || image.Height > limits.MaxSide || (long)image.Width * image.Height > limits.MaxPixels
            ? ImageFault.TooManyPixels
            : image;
    }

    private static ImageReading Recognise(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg.Read(bytes)
        : bytes.StartsWith(Png.Signature) ? Png.Read(bytes)
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? Gif.Read(bytes)
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? WebP.Read(bytes)
        : Avif.IsOne(bytes) ? Avif.Read(bytes)
        : LooksLikeSvg(bytes) ? ImageFault.Svg
        : ImageFault.NoImage;

    private static bool LooksLikeSvg(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, Peek)];
        var text = start.Length > 1 && start[0] == 0xFF && start[1] == 0xFE ? Encoding.Unicode.GetString(start)
            : start.Length > 1 && start[0] == 0xFE && start[1] == 0xFF ? Encoding.BigEndianUnicode.GetString(start)
            : Encoding.UTF8.GetString(start);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<", StringComparison.Ordinal)
            && text.Contains("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
