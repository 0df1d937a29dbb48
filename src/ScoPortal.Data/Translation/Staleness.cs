using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Data.Translation;

/// <summary>
/// Counts, for every translation, the sentences of its source that have changed since it was made. Derived from the revisions and from
/// drafts of translations; can be computed again.
/// </summary>
public static class Staleness
{
    private const int ReleasesPerBatch = 100;

    /// <summary>What the next save may make stale or fresh; to be asked for before it.</summary>
    internal sealed record Touched(IReadOnlyList<Release> Sources, IReadOnlyList<Release> Translations, IReadOnlyList<int> Ids)
    {
        public bool IsEmpty => Sources.Count + Translations.Count + Ids.Count == 0;
    }

    internal static Touched TouchedBy(ChangeTracker tracker) => new(
        [.. tracker.Entries<Revision>().Where(e => e.State == EntityState.Added && tracker.Context.Entry(e.Entity.Release).State != EntityState.Added).Select(e => e.Entity.Release).Distinct()],
        [.. tracker.Entries<Release>().Where(IsFollowing).Select(e => e.Entity)],
        [.. tracker.Entries<TranslationDraft>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity.ReleaseId)]);

    /// <summary>Counts anew what a save has touched, in the transaction of the caller.</summary>
    internal static async Task CountStaleAsync(this PortalDb db, Touched touched, CancellationToken cancel)
    {
        if (touched.IsEmpty)
            return;
        var sources = touched.Sources.Select(r => r.Id).ToList();
        var translations = touched.Translations.Select(r => r.Id).Concat(touched.Ids).ToList();
        await db.CountAsync(db.Releases.Where(r => translations.Contains(r.Id) || sources.Contains(r.TranslatedFromId!.Value)), cancel);
    }

    /// <summary>Counts all anew, batch by batch; for a database that is older than the counts, or when the rule has changed.</summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="cancel">Stops it between two batches.</param>
    /// <returns>How many translations there are.</returns>
    public static async Task<int> RecountStaleAsync(this PortalDb db, CancellationToken cancel = default)
    {
        for (var (done, last) = (0, 0); ;)
        {
            var batch = await db.Releases.Where(r => r.Id > last && r.TranslatedFromId != null).OrderBy(r => r.Id).Take(ReleasesPerBatch).Select(r => r.Id).ToListAsync(cancel);
            if (batch.Count == 0)
                return done;
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.LockLogAsync(cancel);
            await db.CountAsync(db.Releases.Where(r => batch.Contains(r.Id)), cancel);
            await transaction.CommitAsync(cancel);
            (done, last) = (done + batch.Count, batch[^1]);
        }
    }

    private static bool IsFollowing(EntityEntry<Release> entry) => entry.State switch
    {
        EntityState.Added => entry.Entity.TranslatedFromRevision is not null,
        EntityState.Modified => entry.Property(r => r.TranslatedFromId).IsModified || entry.Property(r => r.TranslatedFromRevision).IsModified,
        _ => false,
    };

    private static async Task CountAsync(this PortalDb db, IQueryable<Release> translations, CancellationToken cancel)
    {
        var rows = await translations.Select(r => new Row(
            r.Id, r.StaleSentences, r.StaleMust, r.TranslatedFromId, r.TranslatedFromRevision ?? 0, (int?)r.TranslatedFrom!.MajorRevision ?? 0, r.TranslatedFrom.Language)).ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.Id);
        var drafts = await db.TranslationDrafts.Where(d => ids.Contains(d.ReleaseId))
            .Select(d => new { d.ReleaseId, d.SourceId, d.SourceRevision, d.Stale, d.StaleMust }).ToDictionaryAsync(d => d.ReleaseId, cancel);
        foreach (var row in rows)
        {
            var draft = drafts.GetValueOrDefault(row.Id);
            var (stale, must) = row.SourceId is null || row.Major <= row.From ? (0, 0)
                : draft is not null && draft.SourceId == row.SourceId && draft.SourceRevision >= row.Major ? (draft.Stale, draft.StaleMust)
                : Count(await db.ChangesAsync(row.SourceId.Value, row.From, row.Major, row.Language!, cancel));
            if ((stale, must) == (row.Stale, row.Must))
                continue;

            await db.Releases.Where(r => r.Id == row.Id)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.StaleSentences, stale).SetProperty(x => x.StaleMust, must), cancel);
            if (db.ChangeTracker.Entries<Release>().FirstOrDefault(e => e.Entity.Id == row.Id) is { } tracked)
            {
                Set(tracked.Property(r => r.StaleSentences), stale);
                Set(tracked.Property(r => r.StaleMust), must);
            }
        }
    }

    /// <summary>What became of the sentences of a release between two of its revisions, but for what minor edits have changed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="releaseId">Key of the release.</param>
    /// <param name="from">Number of the one revision.</param>
    /// <param name="to">Number of the later one.</param>
    /// <param name="language">The language of the release.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<SegmentChange>> ChangesAsync(
        this PortalDb db, int releaseId, int from, int to, string language, CancellationToken cancel)
    {
        var steps = await db.StepsAsync(releaseId, from, to, cancel);
        return steps.Count < 2 ? [] : SegmentHistory.Through([.. steps.Select(s => (s.Content, s.IsMinor))], language);
    }

    /// <summary>The texts of a release from one revision to a later one: of several in a row that are all minor, or all not, only the last.</summary>
    internal static async Task<IReadOnlyList<Step>> StepsAsync(this PortalDb db, int releaseId, int from, int to, CancellationToken cancel)
    {
        var revisions = await db.Revisions.Where(v => v.Release.Id == releaseId && v.Number >= from && v.Number <= to)
            .OrderBy(v => v.Number).Select(v => new { v.Number, v.Minor }).ToListAsync(cancel);
        var numbers = revisions.Where((v, i) => i == 0 || i == revisions.Count - 1 || revisions[i + 1].Minor != v.Minor).Select(v => v.Number).ToList();
        return await db.Revisions.Where(v => v.Release.Id == releaseId && numbers.Contains(v.Number))
            .OrderBy(v => v.Number).Select(v => new Step(v.Number, v.Content, v.Minor)).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>A revision on the way.</summary>
    internal sealed record Step(int Number, ReleaseContent Content, bool IsMinor);

    private static (int Stale, int Must) Count(IReadOnlyList<SegmentChange> changes) =>
        (changes.Count(c => c.Weight >= ChangeWeight.Should), changes.Count(c => c.Weight == ChangeWeight.Must));

    private static void Set(PropertyEntry<Release, int> property, int value) =>
        (property.CurrentValue, property.OriginalValue, property.IsModified) = (value, value, false);

    private sealed record Row(int Id, int Stale, int Must, int? SourceId, int From, int Major, string? Language);
}
