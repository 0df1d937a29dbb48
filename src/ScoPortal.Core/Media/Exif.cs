using System.Buffers.Binary;

namespace ScoPortal.Core.Media;

/// <summary>
/// The one thing that is kept of Exif (CIPA DC-008): how a picture is to be turned. Its container is that of TIFF 6.0.
/// </summary>
internal static class Exif
{
    /// <summary>What Exif begins with in a JPEG.</summary>
    public static ReadOnlySpan<byte> Lead => "Exif\0\0"u8;

    private const int OrientationTag = 0x0112, ShortType = 3, Upright = 1, Most = 8;

    /// <summary>The orientation, 1 to 8; 1 when there is none or the data are not sound.</summary>
    /// <param name="tiff">The data from the byte order mark on; a lead is passed over.</param>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.StartsWith(Lead))
            tiff = tiff[Lead.Length..];
        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
            return Upright;

        var head = new ByteReader(tiff);
        head.Take(4);
        var reader = new ByteReader(tiff);
        reader.Take(little ? head.LittleLong() : head.Long());
        for (var entries = Word(ref reader, little); entries > 0 && reader.More; entries--)
        {
            var (tag, type) = (Word(ref reader, little), Word(ref reader, little));
            reader.Take(4);
            var value = Word(ref reader, little);
            reader.Take(2);
            if (tag == OrientationTag && type == ShortType && !reader.Failed)
                return value is >= Upright and <= Most ? value : Upright;
        }

        return Upright;
    }

    /// <summary>Width and height change places when it is shown.</summary>
    public static bool Turns(int orientation) => orientation >= 5;

    /// <summary>Exif that says nothing but the orientation: one directory with one entry.</summary>
    public static byte[] Minimal(int orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, ShortType, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(18), (ushort)orientation);
        return tiff;
    }

    private static int Word(ref ByteReader reader, bool little) => little ? reader.LittleWord() : reader.Word();
}
