using System.IO.Compression;
using System.Xml;
using ScoPortal.Core.Text;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// A small Word file may be enormous inside, and the SDK makes objects of all XML it opens, one call within another for each
/// level: so all parts are streamed first, and what is too much, too deep or too many is refused.
/// </summary>
internal static class WordGuard
{
    private const long LargestInside = 128L * 1024 * 1024, LargestXml = 16L * 1024 * 1024;

    // A level of text in nested tables, frames and fields takes about ten; elements and attributes of all parts count together.
    private const int MostParts = 5_000, MostNodes = 1_000_000;

    private static readonly XmlBounds Bounds = new(2 * 1024 * 1024, Depth: 200, MostNodes, LargestXml);

    // Byte order marks, the other half of UTF-16, and white space.
    private static readonly byte[] Before = [0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false };

    /// <exception cref="WireRefusedException">It is unsafe to open.</exception>
    /// <exception cref="InvalidDataException">It is no ZIP file, or a damaged one.</exception>
    public static void Check(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var (left, nodes) = (LargestInside, 0);
        if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => Math.Min(e.Length, LargestInside)) > LargestInside)
            throw TooMuch();
        foreach (var entry in zip.Entries)
        {
            var (length, isXml) = Measure(entry, left);
            left -= length;
            if (left < 0 || (isXml && length > LargestXml))
                throw TooMuch();
            if (isXml)
                Count(entry, ref nodes);
        }
    }

    /// <summary>The sizes that the file names may be wrong: this is what comes out. XML begins with a sign, whatever its encoding and the name of the part.</summary>
    private static (long Length, bool IsXml) Measure(ZipArchiveEntry entry, long most)
    {
        using var content = entry.Open();
        var (buffer, length, first) = (new byte[64 * 1024], 0L, (byte)0);
        for (int read; length <= most && (read = content.Read(buffer)) > 0; length += read)
        {
            if (first == 0)
                first = new ReadOnlySpan<byte>(buffer, 0, read).TrimStart(Before) is [var sign, ..] ? sign : (byte)0;
        }

        return (length, first == '<');
    }

    private static void Count(ZipArchiveEntry entry, ref int nodes)
    {
        try
        {
            using var content = entry.Open();
            using var intake = new BoundedXml(content, Bounds, Settings);
            while (intake.Read())
            {
                nodes += intake.Reader.NodeType is XmlNodeType.EndElement or XmlNodeType.Whitespace ? 0 : 1 + intake.Reader.AttributeCount;
                if (nodes > MostNodes)
                    throw new WireRefusedException(WireRefusal.Unsafe, $"it holds more than {MostNodes} elements and attributes");
            }
        }
        catch (XmlBoundsException bad)
        {
            throw XmlText.Unsafe(bad);
        }
        catch (XmlException)
        {
            // Who opens the part meets the same fault at the same place; most parts nobody opens.
        }
    }

    private static WireRefusedException TooMuch() =>
        new(WireRefusal.Unsafe, $"it holds more than {LargestInside / 1024 / 1024} MiB when unpacked, or {LargestXml / 1024 / 1024} MiB in one part");
}
