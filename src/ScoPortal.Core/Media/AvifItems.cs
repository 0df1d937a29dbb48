using System.Text;

namespace ScoPortal.Core.Media;

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

    /// <summary>In pixels, before it is turned.</summary>
    public (int Width, int Height) Size { get; private set; }

    /// <summary>It is turned by a quarter, or three.</summary>
    public bool Quarter { get; private set; }

    /// <summary>It lies elsewhere than in the file itself, or is encrypted.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>The data of the picture and its parts; not of metadata and thumbnails.</summary>
    public IReadOnlyList<Extent> Extents => [.. places.Where(p => IsPicture(p.Key)).SelectMany(p => p.Value)];

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

        return items.IsPicture(items.primary) && items.Measure(bytes) && items.places.GetValueOrDefault(items.primary) is { Count: > 0 } ? items : null;
    }

    private bool Read(ReadOnlySpan<byte> bytes, Box box)
    {
        var reader = new ByteReader(bytes[box.Body..box.End]);
        if (box.Type == "iprp")
            return ReadProperties(bytes, box);
        var version = reader.Byte();
        reader.Take(3);
        if (box.Type == "iloc")
            return ReadPlaces(ref reader, version);
        if (box.Type != "pitm")
            return Box.In(bytes, box.Body + (box.Type == "iref" ? 4 : version == 0 ? 6 : 8), box.End) is { } inside && ReadEach(bytes, inside, version);
        primary = version == 0 ? (uint)reader.Word() : reader.Long();
        return !reader.Failed;
    }

    private bool ReadEach(ReadOnlySpan<byte> bytes, List<Box> boxes, int version)
    {
        foreach (var box in boxes)
        {
            var reader = new ByteReader(bytes[box.Body..box.End]);
            if (box.Type == "infe")
            {
                var id = reader.Long() >> 24 >= 3 ? reader.Long() : (uint)reader.Word();
                IsElsewhere |= reader.Word() != 0;
                types[id] = Encoding.Latin1.GetString(reader.Take(4));
            }
            else if (box.Type == "thmb")
                thumbnails.Add(version == 0 ? (uint)reader.Word() : reader.Long());

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
            IsElsewhere |= method > 1 | reader.Word() != 0;
            var begin = reader.Sized(start);
            var extents = places[id] = [];
            for (var pieces = reader.Word(); pieces > 0 && !reader.Failed; pieces--)
            {
                reader.Sized(index);
                var from = begin + reader.Sized(offset);
                extents.Add(new Extent(from, reader.Sized(length), method == 1));
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
            var (version, wide) = (reader.Byte(), reader.Word() >= 0 && (reader.Byte() & 1) == 1);
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

    private bool IsPicture(uint id) => types.TryGetValue(id, out var type) && Pictures.Contains(type) && !thumbnails.Contains(id);

    private bool Measure(ReadOnlySpan<byte> bytes)
    {
        foreach (var property in properties.Where(p => p > 0 && p <= described.Count))
        {
            var box = described[property - 1];
            var reader = new ByteReader(bytes[box.Body..box.End]);
            if (box.Type == "irot")
                Quarter = (reader.Byte() & 1) == 1;
            else if (box.Type == "ispe" && reader.Take(4).Length == 4)
                Size = ((int)Math.Min(reader.Long(), int.MaxValue), (int)Math.Min(reader.Long(), int.MaxValue));
        }

        return Size is ( > 0, > 0);
    }
}
