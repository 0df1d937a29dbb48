using System.Buffers.Binary;
using System.Text;

namespace ScoPortal.Core.Media;

/// <summary>
/// AVIF, https://aomediacodec.github.io/av1-avif/, in its container HEIF, ISO/IEC 23008-12. Since addresses inside the file
/// count from its start, nothing is moved: whatever no item of the picture itself refers to becomes zeros, and boxes that nobody
/// needs become free space. Exif, XMP and thumbnails go that way; how the picture is turned is a property of its own, irot.
/// </summary>
internal static class Avif
{
    private const int MostMediaBoxes = 16, FullBoxHeader = 4;

    private static readonly HashSet<string> KeptInMeta = ["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "grpl"];

    /// <summary>Its brands say that it is one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => Brands(bytes) is { } brands && (brands.Contains("avif") || brands.Contains("avis"));

    public static ImageReading Read(ReadOnlySpan<byte> bytes)
    {
        if (Box.In(bytes, 0, bytes.Length) is not { } boxes)
            return ImageFault.Damaged;
        var brands = Brands(bytes)!;
        if (brands[0] == "avis" || boxes.Exists(b => b.Type is "moov" or "moof"))
            return ImageFault.Unsupported;
        var media = boxes.FindAll(b => b.Type == "mdat");
        if (boxes.FindAll(b => b.Type == "meta") is not [var meta] || meta.End - meta.Body < FullBoxHeader || media.Count > MostMediaBoxes
            || Box.In(bytes, meta.Body + FullBoxHeader, meta.End) is not { } parts
            || AvifItems.Read(bytes, parts) is not { } items)
            return ImageFault.Damaged;

        var data = parts.FindAll(b => b.Type == "idat");
        if (items.IsElsewhere)
            return ImageFault.Unsupported;
        if (data.Count > 1 || Kept(items.Extents, media, data) is not { } kept)
            return ImageFault.Damaged;

        var clean = bytes.ToArray();
        foreach (var box in media.Concat(data))
            ClearAround(clean, box, kept);
        foreach (var box in boxes.Where(b => b.Type is not ("ftyp" or "meta" or "mdat")).Concat(parts.Where(b => !KeptInMeta.Contains(b.Type))))
            Free(clean, box);
        foreach (var box in items.Descriptions)
            Free(clean, box);
        return items.Quarter
            ? new ImageFile(ImageFormat.Avif, items.Size.Height, items.Size.Width, Orientation: 1, IsAnimated: false, clean)
            : new ImageFile(ImageFormat.Avif, items.Size.Width, items.Size.Height, Orientation: 1, IsAnimated: false, clean);
    }

    // The brands of a file type box that opens the file, the major one first.
    private static List<string>? Brands(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8) || BinaryPrimitives.ReadUInt32BigEndian(bytes) is var length && (length < 16 || length > bytes.Length))
            return null;
        List<string> brands = [Encoding.Latin1.GetString(bytes.Slice(8, 4))];
        for (var at = 16; at + 4 <= length; at += 4)
            brands.Add(Encoding.Latin1.GetString(bytes.Slice(at, 4)));
        return brands;
    }

    // Where in the file the picture's own data are, in order; null when they are elsewhere than in the boxes for data.
    private static List<(long Start, long End)>? Kept(IReadOnlyList<Extent> extents, List<Box> media, List<Box> data)
    {
        List<(long Start, long End)> kept = [];
        foreach (var extent in extents)
        {
            var start = extent.InData ? extent.Start + (data.Count == 0 ? long.MaxValue / 2 : data[0].Body) : extent.Start;
            var (found, home) = (false, default(Box));
            foreach (var box in extent.InData ? data : media)
                if (start >= box.Body && start <= box.End)
                    (found, home) = (true, box);
            var end = extent.Length == 0 ? home.End : start + extent.Length;
            if (!found || end > home.End)
                return null;
            kept.Add((start, end));
        }

        kept.Sort();
        return kept;
    }

    private static void ClearAround(byte[] clean, Box box, List<(long Start, long End)> kept)
    {
        long at = box.Body;
        foreach (var (start, end) in kept.Where(k => k.End > box.Body && k.Start < box.End))
        {
            if (start > at)
                clean.AsSpan((int)at, (int)(start - at)).Clear();
            at = Math.Max(at, end);
        }

        if (at < box.End)
            clean.AsSpan((int)at, (int)(box.End - at)).Clear();
    }

    private static void Free(byte[] clean, Box box)
    {
        "free"u8.CopyTo(clean.AsSpan(box.Start + 4));
        clean.AsSpan(box.Body, box.End - box.Body).Clear();
    }
}
