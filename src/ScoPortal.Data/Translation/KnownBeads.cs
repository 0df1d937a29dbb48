using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Data.Translation;

/// <summary>Alignments as computed, kept by the two texts: the same texts are asked about for a page, for the memory and for a translation.</summary>
internal static class KnownBeads
{
    // In sentences of both texts; some 10 MB.
    private const int Most = 400_000;

    private static readonly MemoryCache Cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>As <see cref="SegmentAlignment.Of"/>; who asks for the same at the same time waits for the one that computes it.</summary>
    public static IReadOnlyList<SentenceBead> Of(AlignedText source, AlignedText target)
    {
        var key = (Hash(source), Hash(target));
        Lazy<IReadOnlyList<SentenceBead>>? beads;
        lock (Cache)
        {
            if (!Cache.TryGetValue(key, out beads))
                beads = Cache.Set(
                    key, new Lazy<IReadOnlyList<SentenceBead>>(() => SegmentAlignment.Of(source.Segments, source.Language, target.Segments, target.Language)),
                    new MemoryCacheEntryOptions { Size = source.Segments.Count + target.Segments.Count + 10 });
        }

        return beads!.Value;
    }

    private static string Hash(AlignedText text)
    {
        var all = new StringBuilder(text.Language);
        foreach (var segment in text.Segments)
            all.Append('\0').Append((char)segment.Field).Append((char)segment.Kind).Append(segment.Block).Append('\0').Append(segment.Text);
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(all.ToString().AsSpan())));
    }
}
