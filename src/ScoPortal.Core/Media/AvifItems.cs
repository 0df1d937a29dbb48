using System.Text;

namespace ScoPortal.Core.Media;

/// <summary>Where a piece of an item is.</summary>
/// <param name="Start">From the start of the file, or of the box for small data.</param>
/// <param name="Length">In bytes; 0 for all up to the end.</param>
/// <param name="InData">It is in the box for small data (idat).</param>
internal readonly record struct Extent(long Start, long Length, bool InData);

/// <summary>
/// What the tables of an AVIF's meta box say: ISO/IEC 14496-12, section 8.11 (pitm, iloc, iinf, iref), and ISO/IEC 23008-12,
/// sections 6.5 (ispe, irot) and 9.3 (ipco, ipma).
/// </summary>
internal sealed class AvifItems
{
    private static readonly HashSet<string> Pictures = ["av01", "grid", "iovl", "iden", "tmap"];

    private readonly Dictionary<uint, string> types = [];
    private readonly Dictionary<uint, List<Extent>> places = [];
    private readonly HashSet<uint> thumbnails = [];
    private readonly List<int> properties = [];
    private List<Box> described = [];
    private uint primary;
    private bool unusual;

    /// <summary>In pixels, before it is turned.</summary>
    public int Width { get; private set; }

    /// <inheritdoc cref="Width" />
    public int Height { get; private set; }

    /// <summary>It is turned by a quarter, or three.</summary>
    public bool Quarter { get; private set; }

    /// <summary>It lies in the file itself, unencrypted.</summary>
    public bool Usable => !unusual;

    /// <summary>The data of the picture and its parts; not of metadata and thumbnails.</summary>
    public IReadOnlyList<Extent> Extents =>
        [.. places.Where(p => types.GetValueOrDefault(p.Key) is { } t && Pictures.Contains(t) && !thumbnails.Contains(p.Key)).SelectMany(p => p.Value)];

    /// <summary>Boxes in which people wrote something.</summary>
    public IEnumerable<Box> Descriptions => described.Where(b => b.Type is "udes" or "uuid" or "free" or "skip" or "altt");

    /// <summary>Reads the tables; null when one that is needed is missing or not sound.</summary>
    public static AvifItems? Read(ReadOnlySpan<byte> bytes, List<Box> parts)
    {
        var items = new AvifItems();
        foreach (var type in (string[])["pitm", "iinf", "iloc", "iprp", "iref"])
        {
            var found = parts.FindAll(b => b.Type == type);
            if (found.Count > 1 || (found.Count == 0 && type != "iref") || (found.Count == 1 && !items.Read(bytes, found[0])))
                return null;
        }

        return items.types.GetValueOrDefault(items.primary) is { } kind && Pictures.Contains(kind) && items.Measure(bytes)
            && items.places.GetValueOrDefault(items.primary) is { Count: > 0 } ? items : null;
    }

    private bool Read(ReadOnlySpan<byte> bytes, Box box)
    {
        var reader = new ByteReader(bytes[box.Body..box.End]);
        if (box.Type == "iprp")
            return ReadProperties(bytes, box);
        var version = reader.Byte();
        reader.Take(3);
        if (box.Type == "pitm")
            primary = version == 0 ? (uint)reader.Word() : reader.Long();
        else if (box.Type == "iloc")
            return ReadPlaces(ref reader, version);
        else
            return Box.In(bytes, box.Body + (box.Type == "iref" ? 4 : version == 0 ? 6 : 8), box.End) is { } inside
                && ReadEach(bytes, inside, version);
        return !reader.Failed;
    }

    private bool ReadEach(ReadOnlySpan<byte> bytes, List<Box> boxes, int version)
    {
        foreach (var box in boxes)
        {
            var reader = new ByteReader(bytes[box.Body..box.End]);
            if (box.Type == "infe")
            {
                var long32 = reader.Byte() >= 3;
                reader.Take(3);
                var id = long32 ? reader.Long() : (uint)reader.Word();
                unusual |= reader.Word() != 0;
                types[id] = Encoding.Latin1.GetString(reader.Take(4));
            }
            else if (box.Type == "thmb")
            {
                thumbnails.Add(version == 0 ? (uint)reader.Word() : reader.Long());
            }

            if (reader.Failed)
                return false;
        }

        return true;
    }

    private bool ReadPlaces(ref ByteReader reader, int version)
    {
        var (sizes, more) = (reader.Byte(), reader.Byte());
        var (offset, length, start, index) = (sizes >> 4, sizes & 15, more >> 4, version == 0 ? 0 : more & 15);
        if (version > 2 || length == 0 || ((int[])[offset, length, start, index]).Any(s => s is not (0 or 4 or 8)))
            return false;
        for (var count = version == 2 ? reader.Long() : (uint)reader.Word(); count > 0 && !reader.Failed; count--)
        {
            var id = version == 2 ? reader.Long() : (uint)reader.Word();
            var method = version == 0 ? 0 : reader.Word() & 15;
            unusual |= method > 1 | reader.Word() != 0;
            var begin = Number(ref reader, start);
            var extents = places[id] = [];
            for (var pieces = reader.Word(); pieces > 0 && !reader.Failed; pieces--)
            {
                Number(ref reader, index);
                var from = begin + Number(ref reader, offset);
                extents.Add(new Extent(from, Number(ref reader, length), method == 1));
            }
        }

        return !reader.Failed;
    }

    private bool ReadProperties(ReadOnlySpan<byte> bytes, Box box)
    {
        if (Box.In(bytes, box.Body, box.End) is not { } inside || inside.FindAll(b => b.Type == "ipco") is not [var container]
            || Box.In(bytes, container.Body, container.End) is not { } found)
            return false;
        described = found;
        foreach (var table in inside.Where(b => b.Type == "ipma"))
        {
            var reader = new ByteReader(bytes[table.Body..table.End]);
            var (version, wide) = (reader.Byte(), (reader.Take(3) is [_, _, var last] ? last & 1 : 0) == 1);
            for (var count = reader.Long(); count > 0 && !reader.Failed; count--)
            {
                var id = version == 0 ? (uint)reader.Word() : reader.Long();
                for (var links = reader.Byte(); links > 0; links--)
                    if ((wide ? reader.Word() & 0x7FFF : reader.Byte() & 0x7F) is var property && id == primary)
                        properties.Add(property);
            }

            if (reader.Failed)
                return false;
        }

        return true;
    }

    private bool Measure(ReadOnlySpan<byte> bytes)
    {
        foreach (var property in properties.Where(p => p > 0 && p <= described.Count))
        {
            var box = described[property - 1];
            var reader = new ByteReader(bytes[box.Body..box.End]);
            if (box.Type == "irot")
                Quarter = (reader.Byte() & 1) == 1;
            if (box.Type == "ispe" && reader.Take(4).Length == 4)
                (Width, Height) = ((int)Math.Min(reader.Long(), int.MaxValue), (int)Math.Min(reader.Long(), int.MaxValue));
        }

        return Width > 0 && Height > 0;
    }

    // Kept below what two of them could overflow.
    private static long Number(ref ByteReader reader, int size) =>
        size == 0 ? 0 : size == 4 ? reader.Long() : (long)Math.Min(reader.Wide(), long.MaxValue / 8);
}
