using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Changes;

namespace ScoPortal.Data.Queries;

/// <summary>Keys of releases that memory has found.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Number">Up to which number of the change log memory had followed; negative before all.</param>
public sealed record KnownKeys(IReadOnlyList<int> Keys, long Number);

/// <summary>Reads by keys that memory has found.</summary>
internal static class ReleasesByKey
{
    /// <summary>What is to be read of those releases; null when the change log has moved on, so that others may belong there.</summary>
    /// <param name="db">The database.</param>
    /// <param name="known">Their keys.</param>
    /// <param name="columns">What is to be read, in which order.</param>
    /// <param name="isPart">It may leave out some of them.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<List<T>?> ReadAsync<T>(
        this PortalDb db, KnownKeys known, Func<IQueryable<Release>, IQueryable<T>> columns, bool isPart, CancellationToken cancel)
    {
        var (keys, number) = known;
        if (keys.Count > 0)
        {
            // One statement, so that the number is that of what is read.
            var found = await columns(db.Releases.Where(r => keys.Contains(r.Id) && db.Set<ChangeCounter>().Any(c => c.Value == number))).ToListAsync(cancel);
            if (found.Count == keys.Count || (isPart && found.Count > 0))
                return found;
        }

        return (keys.Count == 0 || isPart) && await db.NewestChangeAsync(cancel) == number ? [] : null;
    }
}
