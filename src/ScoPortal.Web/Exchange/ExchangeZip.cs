using System.IO.Compression;
using ScoPortal.Core.Translation.Exchange;

namespace ScoPortal.Web.Exchange;

/// <summary>A file that somebody brings, or why it is not looked at.</summary>
/// <param name="Name">Its name, with that of the archive it was in.</param>
/// <param name="Content">What it holds; empty when it is refused.</param>
/// <param name="Fault">Why; null: it is not.</param>
internal sealed record BroughtFile(string Name, byte[] Content, ExchangeFault? Fault = null);

/// <summary>Files and archives of files. What an archive says of its sizes is not believed: what comes out is counted.</summary>
internal static class ExchangeZip
{
    /// <summary>Most bytes that come out of one archive.</summary>
    public const long LargestInside = 128_000_000;

    private const int MostEntries = 1000;

    /// <summary>What a file holds, told by its first bytes and not by its name: itself, or the files of an archive.</summary>
    public static IEnumerable<BroughtFile> Open(string name, byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', 3, 4, ..])
            return [content.Length > Xliff.Longest ? new(name, [], ExchangeFault.TooLarge) : new(name, content)];
        try
        {
            return [.. Entries(name, content)];
        }
        catch (InvalidDataException)
        {
            return [new(name, [], ExchangeFault.NotXml)];
        }
    }

    private static IEnumerable<BroughtFile> Entries(string name, byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries)
        {
            yield return new(name, [], ExchangeFault.TooLarge);
            yield break;
        }

        var left = LargestInside;
        foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0))
        {
            var inside = $"{name}/{entry.FullName}";
            if (left <= 0 || Read(entry, Math.Min(left, Xliff.Longest)) is not { } bytes)
            {
                // What is too large for one file is too large for the rest as well.
                yield return new(inside, [], ExchangeFault.TooLarge);
                left = 0;
                continue;
            }

            left -= bytes.Length;
            yield return new(inside, bytes);
        }
    }

    private static byte[]? Read(ZipArchiveEntry entry, long most)
    {
        using var from = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
