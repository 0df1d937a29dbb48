using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Stories;

namespace ScoPortal.Data.Translation;

/// <summary>A translation on a translator's table.</summary>
/// <param name="Draft">What is worked on; it has followed both releases to their newest revisions, which is not saved yet.</param>
/// <param name="Target">The release that is being written.</param>
/// <param name="Source">The release that it is translated from.</param>
public sealed record OpenTranslation(TranslationDraft Draft, Release Target, Release Source)
{
    /// <summary>Nobody has written anything yet: the database has no draft.</summary>
    public bool IsNew { get; init; }

    /// <summary>The revision of the target that the stored draft was made from, where somebody has saved another one since; else null.</summary>
    public int? TargetBefore { get; init; }

    /// <summary>The revision of the source that the stored draft had, where there is a newer one that is not only minor; else null.</summary>
    public int? SourceBefore { get; init; }

    /// <summary>When the stored draft was handed in for an editor to save, in UTC; null when it was not.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When the stored draft was changed last, in UTC; null where there is none.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>Who did; null where there is none.</summary>
    public string? StoredBy { get; init; }

    /// <summary>Something is written that the release does not have.</summary>
    public bool IsUnsaved => HasUnsaved(Draft);

    internal static bool HasUnsaved(TranslationDraft draft) => draft.Units.Any(u => u.Target != u.Saved);
}

/// <summary>Opens translations and keeps what is written, whoever else is writing.</summary>
public static class Translating
{
    // As with saving an edit: more only happen while many type in one text at the same moment.
    private const int Attempts = 8;

    /// <summary>
    /// Opens a translation: its draft, or one that begins with what the release has, brought to the newest revisions of both releases. What
    /// minor edits of the source changed is taken over in silence.
    /// </summary>
    /// <param name="db">A context; what it reads here it tracks.</param>
    /// <param name="releaseId">Key of the release that is being written.</param>
    /// <param name="edit">Who opens it, and when.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null where there is no such release, or none that it is translated from.</returns>
    public static async Task<OpenTranslation?> OpenTranslationAsync(this PortalDb db, int releaseId, Edit edit, CancellationToken cancel)
    {
        if (await db.Releases.Include(r => r.TranslatedFrom).SingleOrDefaultAsync(r => r.Id == releaseId, cancel) is not { } target)
            return null;
        var stored = await db.TranslationDrafts.SingleOrDefaultAsync(d => d.ReleaseId == releaseId, cancel);
        // A draft from another release only lasts while something in it is not saved.
        if (stored is not null && stored.SourceId != target.TranslatedFromId && !OpenTranslation.HasUnsaved(stored))
        {
            db.Entry(stored).State = EntityState.Detached;
            stored = null;
        }

        var source = stored is null || stored.SourceId == target.TranslatedFromId ? target.TranslatedFrom : await db.Releases.SingleAsync(r => r.Id == stored.SourceId, cancel);
        if (source is null)
            return null;
        if (stored is null)
        {
            var from = target.TranslatedFromRevision ?? source.RevisionNumber;
            var text = await db.TextAsync(source, from, cancel);
            var begun = TranslationDraft.Begin(target, source, text, from, await db.BeadsAsync(Aligned(source, from, text), Aligned(target), cancel), edit);
            return await db.FollowAsync(new(begun, target, source) { IsNew = true }, edit, cancel);
        }

        return await db.FollowAsync(
            new(stored, target, source)
            {
                TargetBefore = stored.TargetRevision == target.RevisionNumber ? null : stored.TargetRevision,
                SubmittedAt = stored.SubmittedAt,
                StoredAt = stored.UpdatedAt,
                StoredBy = stored.UpdatedBy,
            },
            edit, cancel);
    }

    /// <summary>Changes a translation and keeps it; tried again where somebody else was quicker. Whatever the context tracked before is forgotten.</summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="releaseId">Key of the release that is being written.</param>
    /// <param name="edit">Who changes it, and when.</param>
    /// <param name="change">What to do, called once for every attempt; false where nothing is to be kept.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>As it is now; null where there is nothing to open.</returns>
    /// <exception cref="Core.RuleException">What the change throws.</exception>
    public static async Task<OpenTranslation?> ChangeTranslationAsync(
        this PortalDb db, int releaseId, Edit edit, Func<OpenTranslation, bool> change, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await db.OpenTranslationAsync(releaseId, edit, cancel) is not { } open)
                return null;
            if (!change(open))
                return open;
            try
            {
                if (open.IsNew)
                {
                    await db.TranslationDrafts.Where(d => d.ReleaseId == releaseId && d.SourceId != open.Source.Id).ExecuteDeleteAsync(cancel);
                    db.Add(open.Draft);
                }

                await db.SaveChangesAsync(cancel);
                return open;
            }
            catch (Exception race) when (attempt < Attempts && (race is DbUpdateConcurrencyException || db.IsRace(race)))
            {
                // Read again and try again.
            }
        }
    }

    /// <summary>
    /// Keeps which sentences say the same, as the units of a translation that was just saved say it, for all who compare both releases;
    /// nothing where that is what would be computed.
    /// </summary>
    /// <param name="db">A context; what else is in it is saved with it.</param>
    /// <param name="saved">The translation; its units are what the release has.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task KeepAlignmentAsync(this PortalDb db, OpenTranslation saved, CancellationToken cancel)
    {
        var (source, target) = (Aligned(saved.Source, saved.Source.RevisionNumber, saved.Source.Content), Aligned(saved.Target));
        if (saved.Draft.SourceRevision != source.Revision || DraftBeads.Of(saved.Draft.Units, source.Segments, target.Segments) is not { } beads)
            return;
        var known = await db.BeadsAsync(source, target, cancel);
        if (!known.Select(b => (b.Source, b.Target)).SequenceEqual(beads.Select(b => (b.Source, b.Target))))
            await db.SaveEditedAsync(source, target, beads, cancel);
    }

    private static AlignedText Aligned(Release release) => Aligned(release, release.RevisionNumber, release.Content);

    private static AlignedText Aligned(Release release, int revision, ReleaseContent content) => new(release.Id, release.Language, revision, content);

    private static async Task<OpenTranslation> FollowAsync(this PortalDb db, OpenTranslation open, Edit edit, CancellationToken cancel)
    {
        var (draft, target, source) = (open.Draft, open.Target, open.Source);
        if (source.MajorRevision > draft.SourceRevision)
            open = open with { SourceBefore = draft.SourceRevision };
        if (source.RevisionNumber > draft.SourceRevision)
        {
            var steps = await db.StepsAsync(source.Id, draft.SourceRevision, source.RevisionNumber, cancel);
            foreach (var (before, after) in steps.Zip(steps.Skip(1)))
                draft.FollowSource(before.Content, after.Content, source.Language, after.Number, edit, after.IsMinor);
        }

        if (draft.TargetRevision != target.RevisionNumber)
            draft.FollowTarget(
                source.Content, source.Language, target.Content, target.RevisionNumber,
                await db.BeadsAsync(Aligned(source, source.RevisionNumber, source.Content), Aligned(target), cancel), edit);
        return open;
    }

    private static async Task<ReleaseContent> TextAsync(this PortalDb db, Release release, int revision, CancellationToken cancel) =>
        revision == release.RevisionNumber ? release.Content
            : (await db.Revisions.Where(r => r.Release.Id == release.Id && r.Number == revision).AsNoTracking().SingleAsync(cancel)).Content;
}
