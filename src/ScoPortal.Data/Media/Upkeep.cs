using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;

namespace ScoPortal.Data.Media;

/// <summary>Keeps rows and files of pictures together.</summary>
public static class Upkeep
{
    private const int Batch = 200;

    /// <summary>
    /// Removes the files of a picture whose row is gone already, but for those that another row names, and those of the last
    /// day: somebody may be bringing the same picture in again. Without a row nobody gets them, and <see cref="CleanAsync"/>
    /// takes them later.
    /// </summary>
    public static async Task DeleteFilesAsync(this PortalDb db, MediaFiles files, MediaItem gone, DateTimeOffset now, CancellationToken cancel)
    {
        string[] hashes = [gone.Hash, .. gone.Variants.Select(v => v.Hash)];
        var named = await db.NamedAsync(hashes, cancel);
        foreach (var hash in hashes.Where(h => !named.Contains(h) && !files.IsYoung(h, now)))
            files.Delete(hash);
    }

    /// <summary>Removes files that no row names and that are older than a day, and what broken uploads left.</summary>
    /// <returns>How many files.</returns>
    public static async Task<int> CleanAsync(this PortalDb db, MediaFiles files, DateTimeOffset now, CancellationToken cancel)
    {
        var removed = files.DeleteUnfinished(now);
        foreach (var hashes in files.Settled(now).Chunk(Batch))
        {
            var named = await db.NamedAsync(hashes, cancel);
            foreach (var hash in hashes.Where(h => !named.Contains(h)))
            {
                files.Delete(hash);
                removed++;
            }
        }

        return removed;
    }

    // Those of the hashes that a picture or a variant has.
    private static async Task<HashSet<string>> NamedAsync(this PortalDb db, string[] hashes, CancellationToken cancel) =>
        await db.Media.Where(m => hashes.Contains(m.Hash)).Select(m => m.Hash)
            .Union(db.Media.SelectMany(m => EF.Property<List<MediaVariant>>(m, "variants")).Where(v => hashes.Contains(v.Hash)).Select(v => v.Hash))
            .ToHashSetAsync(cancel);
}
