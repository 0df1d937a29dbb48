using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Maps;

namespace ScoPortal.Data.Translation;

/// <summary>
/// Keeps the translation memory in step with what is saved: sentences that say the same in two versions of a story that are approved or
/// public, and those that a translator has confirmed in a draft. Derived, can be computed again; imported units are left alone.
/// </summary>
public static class Remembering
{
    /// <summary>Pairs of sentences with a lower score are not remembered.</summary>
    public const double LeastScore = 0.5;

    private const int StoriesPerBatch = 50;

    /// <summary>What the next save may add to the memory or take from it; to be asked for before it.</summary>
    internal sealed record Touched(IReadOnlyList<Release> Releases, IReadOnlyList<int> Others, IReadOnlyDictionary<(int Source, int Target), bool> Drafts, IReadOnlyList<int> Gone)
    {
        public bool IsEmpty => Releases.Count + Others.Count + Drafts.Count + Gone.Count == 0;
    }

    /// <summary>Which pairs of releases are worked out anew.</summary>
    /// <param name="Releases">All pairs with one of these; null for all there are.</param>
    /// <param name="Drafts">Pairs of which only the draft has changed, and whether something in it is confirmed no longer.</param>
    internal sealed record Scope(IReadOnlySet<int>? Releases, IReadOnlyDictionary<(int Source, int Target), bool> Drafts)
    {
        public bool Has(int first, int second) => Releases is null || Releases.Contains(first) || Releases.Contains(second);

        public bool? HasLost(int first, int second) => Drafts.TryGetValue((first, second), out var lost) || Drafts.TryGetValue((second, first), out lost) ? lost : null;
    }

    internal static Touched TouchedBy(ChangeTracker tracker) => new(
        [.. tracker.Entries<Release>().Where(IsTouched).Select(e => e.Entity)],
        [
            .. tracker.Entries<TranslationDraft>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.ReleaseId),
            .. Changed<Core.Translation.Alignment>(tracker).Select(e => e.Entity.TargetId),
        ],
        tracker.Entries<TranslationDraft>().Where(e => e.State == EntityState.Modified).Select(Said).Where(d => !d.Before.SetEquals(d.Now))
            .ToDictionary(d => (d.Draft.SourceId, d.Draft.ReleaseId), d => !d.Before.IsSubsetOf(d.Now)),
        [.. tracker.Entries<Release>().Where(e => e.State == EntityState.Deleted).Select(e => e.Entity.Id)]);

    /// <summary>Forgets what stands in releases that go, before they go.</summary>
    internal static Task ForgetAsync(this PortalDb db, Touched touched, CancellationToken cancel) => touched.Gone.Count == 0 ? Task.CompletedTask
        : db.MemoryUnits.Where(u => touched.Gone.Contains(u.FirstReleaseId!.Value) || touched.Gone.Contains(u.SecondReleaseId!.Value)).ExecuteDeleteAsync(cancel);

    /// <summary>Remembers what a save has touched, in the transaction of the caller.</summary>
    internal static async Task RememberAsync(this PortalDb db, Touched touched, Func<CancellationToken, Task> save, CancellationToken cancel)
    {
        var ids = touched.Releases.Select(r => r.Id).Concat(touched.Others).ToHashSet();
        var all = ids.Concat(touched.Drafts.Keys.Select(d => d.Target)).ToHashSet();
        if (all.Count == 0)
            return;
        var stories = await db.Releases.Where(r => all.Contains(r.Id)).Select(r => r.StoryId).Distinct().ToListAsync(cancel);
        await db.RememberAsync(stories, new(ids, touched.Drafts), save, cancel);
    }

    /// <summary>Aligns, before anything is locked, what <see cref="RememberAsync(PortalDb, Touched, Func{CancellationToken, Task}, CancellationToken)"/> will ask for.</summary>
    internal static async Task AlignAheadAsync(this PortalDb db, Touched touched, CancellationToken cancel)
    {
        foreach (var release in touched.Releases.Where(r => r.Id > 0 && IsSure(r.State)))
        {
            var one = new AlignedText(release.Id, release.Language, release.RevisionNumber, release.Content);
            var others = await db.Releases.AsNoTracking()
                .Where(r => r.StoryId == release.StoryId && r.Id != release.Id && (r.State == ReleaseState.Approved || r.State == ReleaseState.Published || r.State == ReleaseState.Corrected))
                .Select(r => new { r.Id, r.Language, r.RevisionNumber, r.Content }).ToListAsync(cancel);
            foreach (var other in others.Select(r => new AlignedText(r.Id, r.Language, r.RevisionNumber, r.Content)))
                _ = string.CompareOrdinal(one.Language, other.Language) < 0 ? await db.BeadsAsync(one, other, cancel) : await db.BeadsAsync(other, one, cancel);
        }
    }

    /// <summary>Computes anew what is remembered of all stories, batch by batch; the portal may go on running.</summary>
    /// <param name="db">A context without a transaction; what it tracks is forgotten.</param>
    /// <param name="progress">Told how many stories are done, after each batch.</param>
    /// <param name="cancel">Stops it between two batches.</param>
    /// <returns>How many pairs of sentences the memory holds that come from releases.</returns>
    public static async Task<int> RebuildMemoryAsync(this PortalDb db, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        for (var (done, last) = (0, 0); ;)
        {
            var batch = await db.Stories.Where(s => s.Id > last).OrderBy(s => s.Id).Take(StoriesPerBatch).Select(s => s.Id).ToListAsync(cancel);
            if (batch.Count == 0)
                return await db.MemoryUnits.CountAsync(u => u.Origin == null, cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.RememberAsync(batch, new(null, new Dictionary<(int, int), bool>()), c => db.SaveChangesAsync(c), cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
            (done, last) = (done + batch.Count, batch[^1]);
            progress?.Report(done);
        }
    }

    private static IEnumerable<EntityEntry<T>> Changed<T>(ChangeTracker tracker)
        where T : class => tracker.Entries<T>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);

    // What a draft confirmed when it was read, and what it confirms now.
    private static (TranslationDraft Draft, HashSet<(string, string)> Before, HashSet<(string, string)> Now) Said(EntityEntry<TranslationDraft> entry) =>
        (entry.Entity, Confirmed((TranslationDraft)entry.OriginalValues.ToObject()), Confirmed(entry.Entity));

    private static HashSet<(string, string)> Confirmed(TranslationDraft draft) => [.. RememberedStories.Confirmed(draft).Select(u => (u.Source, u.Target))];

    // Text, state or story; a draft says nothing yet, unless it said something before.
    private static bool IsTouched(EntityEntry<Release> entry) => entry.State switch
    {
        EntityState.Added => IsSure(entry.Entity.State),
        EntityState.Modified => entry.Property(r => r.StoryId).IsModified || entry.Property(r => r.State).IsModified
            || (entry.Property(r => r.RevisionNumber).IsModified && IsSure(entry.Entity.State)),
        _ => false,
    };

    internal static bool IsSure(ReleaseState state) => state is ReleaseState.Approved or ReleaseState.Published or ReleaseState.Corrected;

    private static async Task RememberAsync(
        this PortalDb db, List<int> stories, Scope scope, Func<CancellationToken, Task> save, CancellationToken cancel)
    {
        // Nobody else writes what this reads until the transaction ends, and keys become visible in their order.
        await db.LockLogAsync(cancel);
        var (wanted, growing) = await db.RememberedAsync(stories, scope, cancel);
        var touched = scope.Releases is null ? await db.Releases.Where(r => stories.Contains(r.StoryId)).Select(r => r.Id).ToListAsync(cancel) : [.. scope.Releases, .. scope.Drafts.Keys.Select(d => d.Target)];
        var stored = await db.MemoryUnits.Where(u => u.Origin == null && (touched.Contains(u.FirstReleaseId!.Value) || touched.Contains(u.SecondReleaseId!.Value)))
            .Select(u => new { u.Id, u.FirstReleaseId, u.SecondReleaseId, u.FirstText, u.SecondText }).ToListAsync(cancel);

        var known = stored.GroupBy(u => (u.FirstReleaseId!.Value, u.SecondReleaseId!.Value, u.FirstText, u.SecondText)).ToDictionary(g => g.Key, g => g.First().Id);
        var stays = wanted.Where(w => known.ContainsKey(w.Key)).Select(w => known[w.Key]).ToHashSet();
        var replaced = stored.Where(u => !stays.Contains(u.Id) && IsReplaced(u.FirstReleaseId!.Value, u.SecondReleaseId!.Value));
        foreach (var gone in replaced.Select(u => u.Id).Chunk(500))
            await db.MemoryUnits.Where(u => gone.Contains(u.Id)).ExecuteDeleteAsync(cancel);

        List<MemoryUnit> added = [.. wanted.Where(w => !known.ContainsKey(w.Key)).Select(w => w.ToUnit())];
        if (added.Count == 0)
            return;
        db.MemoryUnits.AddRange(added);
        await save(cancel);
        added.ForEach(unit => db.Entry(unit).State = EntityState.Detached);

        bool IsReplaced(int first, int second) => scope.Has(first, second) || (scope.HasLost(first, second) is not null && !growing.Contains((first, second)));
    }

    internal static bool Fits(string text) => text.Length is > 0 and <= Lengths.Paragraph && text.Any(char.IsLetter);
}
