using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Stories;

/// <summary>Who changes links, and how far it may go.</summary>
/// <param name="Edit">Who, and when.</param>
/// <param name="MayFile">The zones, topics and date of the story that takes over may change.</param>
/// <param name="SuggestionId">Key of the suggestion whose acceptance it is.</param>
/// <param name="Made">Adds what belongs to the change, such as the line of the audit, to the same transaction.</param>
public sealed record LinkEdit(Edit Edit, bool MayFile = true, int? SuggestionId = null, Action<LinkChange>? Made = null);

/// <summary>
/// Says which releases are versions of one story. Every verb is one transaction (the caller's, where there is one), is kept so that it
/// can be undone, and forgets whatever the context tracked before.
/// </summary>
public static partial class Linking
{
    /// <summary>Makes a release a version of another story. The story that it leaves empty is taken over with all that it has.</summary>
    /// <param name="db">The database.</param>
    /// <param name="releaseId">Key of the release, which must exist.</param>
    /// <param name="storyId">Key of the story, which must exist and be another than its own.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <exception cref="Core.RuleException">The story has a release in that language.</exception>
    /// <exception cref="DbUpdateException">Somebody else changed one of them meanwhile.</exception>
    public static async Task<LinkChange> LinkAsync(this PortalDb db, int releaseId, int storyId, LinkEdit by, CancellationToken cancel = default)
    {
        var own = await db.Releases.Where(r => r.Id == releaseId).Select(r => new { r.StoryId, Versions = r.Story.Releases.Count }).SingleAsync(cancel);
        if (own.Versions == 1)
            return await db.MergeAsync(storyId, own.StoryId, by, cancel);

        var (story, other) = (await db.WholeAsync(storyId, cancel), await db.WholeAsync(own.StoryId, cancel, forget: false));
        var release = other.Releases.Single(r => r.Id == releaseId);
        var before = LinkBefore.Of([release], story, other);
        story.Link(release);
        return await db.KeepAsync(LinkChangeKind.Link, story, other, before, by, cancel);
    }

    /// <summary>Takes a release out into a story of its own, under the same zones and topics.</summary>
    /// <param name="db">The database.</param>
    /// <param name="releaseId">Key of the release, which must exist.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <exception cref="Core.RuleException">It is the only one of its story.</exception>
    /// <exception cref="DbUpdateException">Somebody else changed it meanwhile.</exception>
    public static async Task<LinkChange> UnlinkAsync(this PortalDb db, int releaseId, LinkEdit by, CancellationToken cancel = default)
    {
        var story = await db.WholeAsync(await db.Releases.Where(r => r.Id == releaseId).Select(r => r.StoryId).SingleAsync(cancel), cancel);
        var release = story.Releases.Single(r => r.Id == releaseId);
        var before = LinkBefore.Of([release], story);
        var alone = story.Unlink(release);
        db.Add(alone);
        return await db.KeepAsync(LinkChangeKind.Unlink, story, alone, before, by, cancel);
    }

    /// <summary>Lets a story take over another with all that it has and all that is related to it, and removes the other.</summary>
    /// <param name="db">The database.</param>
    /// <param name="storyId">Key of the story that stays, which must exist.</param>
    /// <param name="otherId">Key of the story that goes, which must exist and be another.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <exception cref="Core.RuleException">Both have a release in one language.</exception>
    /// <exception cref="DbUpdateException">Somebody else changed one of them meanwhile.</exception>
    public static async Task<LinkChange> MergeAsync(this PortalDb db, int storyId, int otherId, LinkEdit by, CancellationToken cancel = default)
    {
        var (story, other) = (await db.WholeAsync(storyId, cancel), await db.WholeAsync(otherId, cancel, forget: false));
        var (related, assignments) = (await db.RelatedAsync(otherId, cancel), await db.AssignedAsync(storyId, otherId, cancel));
        var before = LinkBefore.Of(other.Releases, story, other) with
        {
            Gone = StoryBefore.Of(other, related, assignments),
            Heir = StoryBefore.Of(story, related, assignments),
        };
        db.TakeOver(story, other, by.MayFile, related, assignments);
        return await db.KeepAsync(LinkChangeKind.Merge, story, other, before, by, cancel);
    }

    /// <summary>
    /// The story that has what a story that is gone had: the one that took it over, or the one that undoing that has made;
    /// null where there never was such a story, or it is not gone.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="goneId">Key of the story that is gone.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<int?> HeirAsync(this PortalDb db, int goneId, CancellationToken cancel = default) =>
        db.LinkChanges.Where(c => c.OtherStoryId == goneId && (c.Kind == LinkChangeKind.Merge || (c.Kind == LinkChangeKind.Unlink && c.UndoneAt != null)))
            .OrderByDescending(c => c.Id).Select(c => (int?)(c.ReturnedAs ?? c.StoryId)).FirstOrDefaultAsync(cancel);

    // Other stories must know of their relations by the time one of them goes; so must both of what is asked for in them.
    private static void TakeOver(this PortalDb db, Story story, Story other, bool filing, List<Story> related, List<Assignment> assignments)
    {
        story.Merge(other, filing);
        related.ForEach(s => s.Replace(other, story));
        foreach (var theirs in assignments.Where(a => a.StoryId == other.Id))
        {
            var ours = assignments.Find(a => a.StoryId == story.Id && a.Language == theirs.Language);
            var isSooner = ours is null || (theirs.DueOn ?? DateOnly.MaxValue) < (ours.DueOn ?? DateOnly.MaxValue);
            if (isSooner)
                db.Assign(story, ours, new AssignmentBefore(theirs.Language, theirs.AccountId, theirs.DueOn, theirs.Note, theirs.By, theirs.At));
            db.Remove(theirs);
        }
    }

    // Its key cannot change, so another takes its place.
    private static void Assign(this PortalDb db, Story story, Assignment? before, AssignmentBefore after)
    {
        if (before is null)
        {
            db.Add(after.For(story));
            return;
        }

        (before.AccountId, before.DueOn, before.Note, before.Version) = (after.AccountId, after.DueOn, after.Note, before.Version + 1);
        (before.By, before.At) = (after.By, after.At);
    }

    private static async Task<Story> WholeAsync(this PortalDb db, int id, CancellationToken cancel, bool forget = true)
    {
        if (forget)
            db.ChangeTracker.Clear();
        return await db.Stories.Include(s => s.Releases).Include(s => s.Zones).Include(s => s.Topics)
            .Include(s => s.Relations).ThenInclude(r => r.Other).AsSplitQuery().SingleAsync(s => s.Id == id, cancel);
    }

    private static Task<List<Story>> RelatedAsync(this PortalDb db, int id, CancellationToken cancel) =>
        db.Stories.Include(s => s.Relations).ThenInclude(r => r.Other).Where(s => s.Relations.Any(r => r.Other.Id == id)).ToListAsync(cancel);

    private static Task<List<Assignment>> AssignedAsync(this PortalDb db, int one, int two, CancellationToken cancel) =>
        db.Assignments.Where(a => a.StoryId == one || a.StoryId == two).ToListAsync(cancel);

    private static async Task<LinkChange> KeepAsync(
        this PortalDb db, LinkChangeKind kind, Story story, Story other, LinkBefore before, LinkEdit by, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.SaveWithoutAsync(other, cancel);
        var change = new LinkChange
        {
            Kind = kind,
            StoryId = story.Id,
            OtherStoryId = other.Id,
            Before = before.ToJson(),
            SuggestionId = by.SuggestionId,
            By = by.Edit.By,
            AccountId = by.Edit.AccountId,
            At = by.Edit.At,
        };
        db.Add(change);
        by.Made?.Invoke(change);
        await db.SaveChangesAsync(cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return change;
    }

    private static async Task SaveWithoutAsync(this PortalDb db, Story other, CancellationToken cancel)
    {
        // Entity Framework has to see that the releases have moved before it hears that their old story goes.
        db.ChangeTracker.DetectChanges();
        if (other.Releases.Count == 0)
            db.Remove(other);
        await db.SaveChangesAsync(cancel);
    }
}
