using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Stories;

/// <summary>Makes one story of two.</summary>
public static class Merging
{
    /// <summary>
    /// Lets a story take over another with all that it has and all that is related to it, removes the other, and saves.
    /// Whatever the context tracked before is forgotten.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="storyId">Key of the story that stays, which must exist.</param>
    /// <param name="otherId">Key of the story that goes, which must exist and be another.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <exception cref="Core.RuleException">Both have a release in one language.</exception>
    /// <exception cref="DbUpdateException">Somebody else changed one of them meanwhile.</exception>
    public static async Task MergeAsync(this PortalDb db, int storyId, int otherId, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        var whole = db.Stories.Include(s => s.Releases).Include(s => s.Zones).Include(s => s.Topics)
            .Include(s => s.Relations).ThenInclude(r => r.Other).AsSplitQuery();
        var story = await whole.SingleAsync(s => s.Id == storyId, cancel);
        var other = await whole.SingleAsync(s => s.Id == otherId, cancel);
        var related = await db.Stories.Include(s => s.Relations).ThenInclude(r => r.Other)
            .Where(s => s.Relations.Any(r => r.Other.Id == otherId)).ToListAsync(cancel);

        story.Merge(other);
        related.ForEach(s => s.Replace(other, story));

        // Entity Framework has to see that the releases have moved before it hears that their old story goes.
        db.ChangeTracker.DetectChanges();
        db.Remove(other);
        await db.SaveChangesAsync(cancel);
    }
}
