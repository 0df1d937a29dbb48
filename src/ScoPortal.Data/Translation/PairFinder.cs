using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Pairing;
using ScoPortal.Data.Changes;

namespace ScoPortal.Data.Translation;

/// <summary>
/// Finds releases in other languages that say the same, and offers them as suggestions of the kind <see cref="SuggestionKind.Translation"/>.
/// The index of this node is loaded when it is first needed, follows the change log from then on, and is forgotten when it was not needed
/// for a while. It holds the newest releases and those that were asked about: translations come within days. Safe for concurrent use.
/// </summary>
public sealed class PairFinder : IDisposable
{
    /// <summary>Least score of a suggestion.</summary>
    public const double Threshold = 0.5;

    // About 10 KB each in memory while the index is held.
    private const int MostHeld = 20_000;

    private const int PairsPerBatch = 200;

    // Names alone would fill a short list.
    private const int MostClues = 30;
    private const int MostChanges = 5000;

    private readonly SemaphoreSlim one = new(1);
    private readonly HashSet<int> held = [];
    private PairIndex? index;
    private bool isWhole;
    private long applied;

    /// <summary>
    /// Looks what some releases may be translations of, and keeps the best of each language as an open suggestion. Never offered are pairs that were
    /// decided on, and those whose stories have a language in common, for they cannot be linked. Open suggestions about these releases that
    /// have become impossible are dropped.
    /// </summary>
    /// <param name="db">A context without a transaction; what it tracked is forgotten.</param>
    /// <param name="ids">Keys of the releases.</param>
    /// <param name="at">The instant, in UTC.</param>
    /// <param name="cancel">Stops it; what is kept by then stays.</param>
    /// <returns>How many suggestions are new.</returns>
    public Task<int> SuggestAsync(PortalDb db, IReadOnlyCollection<int> ids, DateTimeOffset at, CancellationToken cancel = default) => AloneAsync(async () =>
    {
        var some = ids.ToHashSet();
        await CatchUpAsync(db, some, cancel);
        await db.Suggestions.Impossible(db).Where(s => some.Contains(s.ReleaseId) || some.Contains(s.OtherId)).ExecuteDeleteAsync(cancel);
        var found = some.Where(held.Contains).ToList().AsParallel().AsOrdered().SelectMany(id => index!.Find(id, Threshold)).ToList();
        return await KeepAsync(db, found, at, cancel);
    }, cancel);

    /// <summary>Looks through the whole collection anew, of whatever age: open suggestions that are no longer found are dropped.</summary>
    /// <param name="db">A context without a transaction; what it tracked is forgotten.</param>
    /// <param name="at">The instant, in UTC.</param>
    /// <param name="cancel">Stops it; what is kept by then stays.</param>
    /// <returns>How many suggestions are new.</returns>
    public Task<int> SuggestAllAsync(PortalDb db, DateTimeOffset at, CancellationToken cancel = default) => AloneAsync(async () =>
    {
        index = null;
        await CatchUpAsync(db, null, cancel);
        var found = index!.Match(Threshold);
        var pairs = found.Select(f => (Math.Max(f.A, f.B), Math.Min(f.A, f.B))).ToHashSet();
        var open = await db.Suggestions.Where(s => s.Kind == SuggestionKind.Translation && s.State == SuggestionState.Open).Select(s => new { s.Id, s.ReleaseId, s.OtherId }).ToListAsync(cancel);
        foreach (var old in open.Where(s => !pairs.Contains((s.ReleaseId, s.OtherId))).Select(s => s.Id).Chunk(PairsPerBatch))
            await db.Suggestions.Where(s => old.Contains(s.Id) && s.State == SuggestionState.Open).ExecuteDeleteAsync(cancel);
        await db.Suggestions.Impossible(db).ExecuteDeleteAsync(cancel);
        return await KeepAsync(db, found, at, cancel);
    }, cancel);

    /// <summary>Gives the memory of the index back; the next question loads it anew.</summary>
    /// <param name="cancel">Stops waiting for a question that is being answered.</param>
    /// <returns>False when there was none.</returns>
    public async Task<bool> ForgetAsync(CancellationToken cancel = default) => await AloneAsync(() =>
    {
        var had = index is null ? 0 : 1;
        index = null;
        held.Clear();
        held.TrimExcess();
        return Task.FromResult(had);
    }, cancel) > 0;

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    private async Task<int> AloneAsync(Func<Task<int>> work, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            one.Release();
        }
    }

    // Null asks for all there are.
    private async Task CatchUpAsync(PortalDb db, IReadOnlyCollection<int>? asked, CancellationToken cancel)
    {
        var newest = await db.NewestChangeAsync(cancel);
        if (index is not null && newest >= applied && newest - applied <= MostChanges && (isWhole || held.Count <= 2 * MostHeld))
        {
            var from = applied;
            var changed = await db.Changes.Where(c => c.Number > from && c.Number <= newest && c.Kind == ChangeKind.Release).Select(c => c.SubjectId).Distinct().ToListAsync(cancel);
            foreach (var some in changed.Chunk(PairsPerBatch))
                await TakeInAsync(index, db, db.PairProfiles.Where(p => some.Contains(p.ReleaseId)), some, cancel);
        }
        else
        {
            (isWhole, index) = (asked is null, null);
            var oldest = isWhole ? 0 : await db.Releases.OrderByDescending(r => r.Id).Skip(MostHeld).Select(r => r.Id).FirstOrDefaultAsync(cancel);
            if (isWhole)
                await db.CompleteProfilesAsync(cancel);
            held.Clear();
            var loaded = new PairIndex();
            await TakeInAsync(loaded, db, db.PairProfiles.Where(p => p.ReleaseId > oldest), [], cancel);
            index = loaded;
        }

        applied = newest;
        foreach (var older in (asked ?? []).Where(id => !held.Contains(id)).Chunk(PairsPerBatch))
            await TakeInAsync(index, db, db.PairProfiles.Where(p => older.Contains(p.ReleaseId)), [], cancel);
    }

    // A text without a date of its own is as old as its publication; one that is withdrawn is nobody's translation.
    private async Task TakeInAsync(PairIndex into, PortalDb db, IQueryable<StoredProfile> profiles, IReadOnlyCollection<int> changed, CancellationToken cancel)
    {
        foreach (var id in changed.Where(held.Remove))
            into.Remove(id);
        var rows = profiles.Join(db.Releases.Where(r => r.State != ReleaseState.Withdrawn), p => p.ReleaseId, r => r.Id, (p, r) => new { p.ReleaseId, p.Language, p.Features, r.PublishAt });
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (PairProfile.FromBytes(row.Language, row.Features) is not { } profile)
                continue;
            into.Add(row.ReleaseId, profile.Date is null && row.PublishAt is { } at ? profile.On(DateOnly.FromDateTime(at.UtcDateTime)) : profile);
            held.Add(row.ReleaseId);
        }
    }

    private async Task<int> KeepAsync(PortalDb db, IReadOnlyList<PairSuggestion> found, DateTimeOffset at, CancellationToken cancel)
    {
        var (added, taken) = (0, new HashSet<(int Release, string Language)>());
        foreach (var some in found.OrderByDescending(f => f.Score).Chunk(PairsPerBatch))
            added += await KeepSomeAsync(db, some, taken, at, cancel);
        return added;
    }

    // The lock of the change log makes nodes follow each other, so that a pair is offered once.
    private async Task<int> KeepSomeAsync(PortalDb db, PairSuggestion[] found, HashSet<(int Release, string Language)> taken, DateTimeOffset at, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockLogAsync(cancel);
        var ids = found.SelectMany(f => new[] { f.A, f.B }).ToHashSet();
        var releases = await db.Releases.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Language, r.StoryId }).ToDictionaryAsync(r => r.Id, cancel);
        var stories = releases.Values.Select(r => r.StoryId).ToHashSet();
        var languages = (await db.Releases.Where(r => stories.Contains(r.StoryId)).Select(r => new { r.StoryId, r.Language }).ToListAsync(cancel)).ToLookup(r => r.StoryId, r => r.Language);
        var known = await db.Suggestions.Where(s => s.Kind == SuggestionKind.Translation && ids.Contains(s.ReleaseId) && ids.Contains(s.OtherId)).ToDictionaryAsync(s => (s.ReleaseId, s.OtherId), cancel);

        var offered = new List<PairSuggestion>();
        foreach (var pair in found)
        {
            if (!releases.TryGetValue(pair.A, out var a) || !releases.TryGetValue(pair.B, out var b) || languages[a.StoryId].Intersect(languages[b.StoryId]).Any()
                || known.GetValueOrDefault(Key(pair)) is { State: not (SuggestionState.Open or SuggestionState.Later) }
                || !taken.Add((a.Id, b.Language)))
                continue;
            taken.Add((b.Id, a.Language));
            offered.Add(pair);
        }

        var readings = await db.PairReadingsAsync([.. offered.SelectMany(p => new[] { p.A, p.B }).Distinct()], cancel);
        foreach (var pair in offered)
        {
            var (newer, older) = Key(pair);
            var evidence = PairEvidenceJson.Of(index!.Explain(readings[newer], readings[older], MostClues));
            if (known.TryGetValue((newer, older), out var suggestion))
                suggestion.Weigh(pair.Score, evidence);
            else
                db.Add(new Suggestion(SuggestionKind.Translation, newer, older, pair.Score, evidence, at));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return offered.Count(p => !known.ContainsKey(Key(p)));
    }

    private static (int Newer, int Older) Key(PairSuggestion pair) => (Math.Max(pair.A, pair.B), Math.Min(pair.A, pair.B));
}
