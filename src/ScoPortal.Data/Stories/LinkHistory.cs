using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Stories;

/// <summary>A change of links, to be shown.</summary>
/// <param name="Id">Key of the change.</param>
/// <param name="Kind">What was done.</param>
/// <param name="StoryId">As <see cref="LinkChange.StoryId"/>.</param>
/// <param name="OtherStoryId">As <see cref="LinkChange.OtherStoryId"/>.</param>
/// <param name="Moved">Keys of the releases that changed their story.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="UndoneBy">Who undid it; null while it stands.</param>
/// <param name="UndoneAt">When that was.</param>
public sealed record LinkStep(int Id, LinkChangeKind Kind, int StoryId, int OtherStoryId, IReadOnlyList<int> Moved, string By, DateTimeOffset At, string? UndoneBy, DateTimeOffset? UndoneAt);

/// <summary>Reads what was done to the links of stories.</summary>
public static class LinkHistory
{
    /// <summary>The last changes that a story was part of, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="storyId">Key of the story.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<LinkStep>> LinkHistoryAsync(this PortalDb db, int storyId, int most, CancellationToken cancel)
    {
        var changes = db.LinkChanges.AsNoTracking();
        var newest = await changes.Where(c => c.StoryId == storyId).OrderByDescending(c => c.Id).Take(most).ToListAsync(cancel);
        newest.AddRange(await changes.Where(c => c.OtherStoryId == storyId).OrderByDescending(c => c.Id).Take(most).ToListAsync(cancel));
        return [.. newest.DistinctBy(c => c.Id).OrderByDescending(c => c.Id).Take(most).Select(Step)];
    }

    /// <summary>One change; null when there is none.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">Its key.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<LinkStep?> LinkStepAsync(this PortalDb db, int id, CancellationToken cancel) =>
        await db.LinkChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is { } change ? Step(change) : null;

    private static LinkStep Step(LinkChange change) => new(
        change.Id, change.Kind, change.StoryId, change.OtherStoryId, LinkBefore.Parse(change.Before).Moved, change.By, change.At, change.UndoneBy, change.UndoneAt);
}
