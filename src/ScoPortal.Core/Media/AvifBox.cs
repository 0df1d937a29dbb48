using System.Text;

namespace ScoPortal.Core.Media;

/// <summary>A box of the ISO base media file format, ISO/IEC 14496-12, section 4.2.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="Body">Where its content begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Box(string Type, int Start, int Body, int End)
{
    /// <summary>The boxes from <paramref name="start"/> to <paramref name="end"/>; null when they do not fill that room exactly.</summary>
    public static List<Box>? In(ReadOnlySpan<byte> bytes, int start, int end)
    {
        List<Box> boxes = [];
        while (start < end)
        {
            var reader = new ByteReader(bytes[start..end]);
            long length = reader.Long();
            var type = Encoding.Latin1.GetString(reader.Take(4));
            if (length == 1)
                length = (long)Math.Min(reader.Wide(), long.MaxValue);
            else if (length == 0)
                length = end - start;
            if (reader.Failed || length < reader.Position || length > end - start)
                return null;
            boxes.Add(new Box(type, start, start + reader.Position, start + (int)length));
            start += (int)length;
        }

        return boxes;
    }
}

/// <summary>Where a piece of an item is.</summary>
/// <param name="Start">From the start of the file, or of the box for small data.</param>
/// <param name="Length">In bytes; 0 for all up to the end.</param>
/// <param name="InData">It is in the box for small data (idat).</param>
internal readonly record struct Extent(long Start, long Length, bool InData);
