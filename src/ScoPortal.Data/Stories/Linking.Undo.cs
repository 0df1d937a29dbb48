using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Stories;

public static partial class Linking
{
    /// <summary>
    /// Undoes a change of links, whatever else has happened to the stories since, as long as the releases are still where it put
    /// them and can go back. A story that was taken over comes back under another number. A suggestion whose acceptance
    /// it was is open again.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="changeId">Key of the change, which must exist.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancel">Stops it; nothing is saved then.</param>
    /// <returns>The change, undone.</returns>
    /// <exception cref="RuleException">It is undone already, or no longer fits; the message says why.</exception>
    /// <exception cref="DbUpdateException">Somebody else changed one of them meanwhile.</exception>
    public static async Task<LinkChange> UndoAsync(this PortalDb db, int changeId, LinkEdit by, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var change = await db.LinkChanges.SingleAsync(c => c.Id == changeId, cancel);
        if (change.UndoneAt is not null)
            throw new RuleException("Rule.Undo.Undone");

        var before = LinkBefore.Parse(change.Before);
        if (change.Kind == LinkChangeKind.Merge)
            await db.PartAsync(change, before, cancel);
        else
            await db.BringBackAsync(change, before, cancel);
        foreach (var followed in before.Followed)
            await db.FollowAsync(followed, cancel);
        if (change.SuggestionId is { } suggestion && await db.SuggestionAsync(suggestion, cancel) is { State: SuggestionState.Accepted } accepted)
            accepted.Reopen(null, null);
        (change.UndoneBy, change.UndoneAt, change.Version) = (by.Edit.By, by.Edit.At, change.Version + 1);
        by.Made?.Invoke(change);
        await db.SaveChangesAsync(cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return change;
    }

    private static async Task BringBackAsync(this PortalDb db, LinkChange change, LinkBefore before, CancellationToken cancel)
    {
        var (from, to) = change.Kind == LinkChangeKind.Link ? (change.StoryId, change.OtherStoryId) : (change.OtherStoryId, change.StoryId);
        if (!await db.Stories.AnyAsync(s => s.Id == to, cancel))
            throw new RuleException("Rule.Undo.Gone");
        var (story, other) = await db.BothAsync(to, from, before.Moved, cancel);
        if (change.Kind == LinkChangeKind.Unlink)
        {
            if (other.Releases.Count > 1)
                throw new RuleException("Rule.Undo.Joined");
            db.TakeOver(story, other, filing: false, await db.RelatedAsync(from, cancel), await db.AssignedAsync(to, from, cancel));
        }
        else if (other.Releases.Count == 1)
        {
            throw new RuleException("Rule.Undo.Last");
        }
        else
        {
            story.Link(other.Releases.Single(r => before.Moved.Contains(r.Id)));
        }

        await db.SaveWithoutAsync(other, cancel);
    }

    private static async Task PartAsync(this PortalDb db, LinkChange change, LinkBefore before, CancellationToken cancel)
    {
        var (story, _) = await db.BothAsync(change.StoryId, change.StoryId, before.Moved, cancel);
        var moved = story.Releases.Where(r => before.Moved.Contains(r.Id)).ToList();
        if (moved.Count == story.Releases.Count)
            throw new RuleException("Rule.Undo.Last");
        var apart = story.Split(moved);
        db.Add(apart);
        await db.SaveChangesAsync(cancel);

        var (gone, heir) = (before.Gone!, before.Heir!);
        var stories = await db.StoriesAsync([.. gone.Relations.Concat(gone.RelatedBy).Select(r => r.Story)], cancel);
        apart.HappenedOn(gone.Happened);
        apart.FileUnder(await db.Zones.Where(z => gone.Zones.Contains(z.Id)).ToListAsync(cancel), await db.Topics.Where(t => gone.Topics.Contains(t.Id)).ToListAsync(cancel));
        story.FileUnder(
            [.. story.Zones.Where(z => heir.Zones.Contains(z.Id) || !gone.Zones.Contains(z.Id))],
            [.. story.Topics.Where(t => heir.Topics.Contains(t.Id) || !gone.Topics.Contains(t.Id))]);
        if (heir.EventDate is null && story.EventDate == gone.Happened)
            story.HappenedOn(null);
        foreach (var relation in gone.Relations.Where(r => stories.ContainsKey(r.Story)))
            Give(apart, story, relation.Kind, stories[relation.Story], heir.Relations.Contains(relation));
        foreach (var relation in gone.RelatedBy.Where(r => stories.ContainsKey(r.Story)))
            GiveBack(stories[relation.Story], relation.Kind, apart, story, heir.RelatedBy.Contains(relation));
        await db.AssignBackAsync(story, apart, gone, heir, cancel);
        change.ReturnedAs = apart.Id;
    }

    // Where the relation was the heir's too, it keeps it.
    private static void Give(Story apart, Story heir, RelationKind kind, Story other, bool keeps)
    {
        apart.Relate(kind, other);
        if (!keeps)
            heir.Unrelate(kind, other);
    }

    private static void GiveBack(Story other, RelationKind kind, Story apart, Story heir, bool keeps)
    {
        other.Relate(kind, apart);
        if (!keeps)
            other.Unrelate(kind, heir);
    }

    // What was asked for anew since stays with the heir.
    private static async Task AssignBackAsync(this PortalDb db, Story story, Story apart, StoryBefore gone, StoryBefore heir, CancellationToken cancel)
    {
        var now = await db.AssignedAsync(story.Id, story.Id, cancel);
        foreach (var theirs in gone.Assignments)
        {
            var stands = now.Find(a => a.Language == theirs.Language);
            var ours = heir.Assignments.FirstOrDefault(a => a.Language == theirs.Language);
            if (stands is null && ours is null)
                continue;
            db.Add(theirs.For(apart));
            if (stands is null || stands.At != theirs.At)
                continue;
            if (ours is null)
                db.Remove(stands);
            else
                db.Assign(story, stands, ours);
        }
    }

    // Both stories, the second with all the releases that were moved there.
    private static async Task<(Story To, Story From)> BothAsync(this PortalDb db, int to, int from, IReadOnlyList<int> moved, CancellationToken cancel)
    {
        var elsewhere = await db.Releases.Where(r => moved.Contains(r.Id) && r.StoryId != from).OrderBy(r => r.Id).Select(r => r.Content.Headline).FirstOrDefaultAsync(cancel);
        if (elsewhere is not null)
            throw new RuleException("Rule.Undo.Moved", elsewhere);
        return (await db.WholeAsync(to, cancel, forget: false), await db.WholeAsync(from, cancel, forget: false));
    }

    private static Task<Dictionary<int, Story>> StoriesAsync(this PortalDb db, IReadOnlyList<int> ids, CancellationToken cancel) =>
        db.Stories.Include(s => s.Relations).ThenInclude(r => r.Other).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);

    // A translation that follows something else by now goes on with that.
    private static async Task FollowAsync(this PortalDb db, Followed followed, CancellationToken cancel)
    {
        var (release, source) = (await db.Releases.FindAsync([followed.Release], cancel), await db.Releases.FindAsync([followed.Source], cancel));
        if (release is { TranslatedFrom: null } && release.TranslatedFromRevision is null && source is not null && source.StoryId == release.StoryId)
            release.Follow(source, followed.Revision);
    }
}
