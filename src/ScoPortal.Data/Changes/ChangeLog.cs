using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Changes;

/// <summary>Reads the change log for projections that are kept in memory.</summary>
public static class ChangeLog
{
    // Beyond that many, looking each up costs more than making everything anew.
    private const int Most = 5_000;

    /// <summary>What has been committed since a projection followed last.</summary>
    /// <param name="db">The database.</param>
    /// <param name="followed">The number it followed to; negative where it never did.</param>
    /// <param name="newest">The number to follow to.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null where it has to begin anew: the first time, after the database was put back, or when there are too many.</returns>
    public static async Task<IReadOnlyList<Change>?> ChangesSinceAsync(this PortalDb db, long followed, long newest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return followed < 0 || newest < followed || newest - followed > Most
            ? null
            : await db.Changes.Where(c => c.Number > followed && c.Number <= newest).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>The keys of what changed of one kind, each once.</summary>
    public static List<int> Keys(this IEnumerable<Change> changes, ChangeKind kind) =>
        [.. changes.Where(c => c.Kind == kind).Select(c => c.SubjectId).Distinct()];
}
