using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Data.Translation;

/// <summary>
/// The translation memory of this node, a search index for each pair of languages that somebody asked for, in the direction in which they
/// asked. Each question first takes in what was added to the database meanwhile, and looks whether what it found is still there: what
/// another node has added or taken away is seen at once. An index that was not asked for half an hour is forgotten. Safe for concurrent use.
/// </summary>
/// <param name="databases">The database.</param>
/// <param name="time">Once in a minute the index is counted against the database.</param>
public sealed class TranslationMemory(IDbContextFactory<PortalDb> databases, TimeProvider time) : IDisposable
{
    private const int Batch = 500;

    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Source, string Target), Direction> directions = new();

    /// <summary>The entries most like a sentence, best first; at most 50 ms of work once the pair is loaded, with 200,000 entries.</summary>
    /// <param name="sourceLanguage">BCP 47.</param>
    /// <param name="targetLanguage">BCP 47.</param>
    /// <param name="sentence">A sentence of the source language, inline Markdown.</param>
    /// <param name="except">Key of the release that is being translated, whose own sentences are no help; null leaves nothing out.</param>
    /// <param name="minimum">Least per cent, 1 to 100.</param>
    /// <param name="most">How many at most, 1 or more.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The origin of each entry is the name of the file it was imported from, or the headline of the release its target stands in.</returns>
    public async Task<IReadOnlyList<MemoryMatch>> FindAsync(
        string sourceLanguage, string targetLanguage, string sentence, int? except = null, int minimum = 60, int most = 5, CancellationToken cancel = default)
    {
        var direction = directions.GetOrAdd((sourceLanguage, targetLanguage), pair => new(pair.Source, pair.Target, time, one => directions.TryRemove(new(pair, one))));
        direction.Keep();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await direction.FollowAsync(db, time.GetUtcNow(), cancel);

        for (var asked = most; ;)
        {
            var matches = direction.Index.Find(sentence, minimum, asked);
            var origins = await direction.OriginsAsync(db, [.. matches.Select(m => m.Entry.Id)], cancel);
            if (await direction.ForgetAsync(matches.Select(m => m.Entry.Id).Where(id => !origins.ContainsKey(id)), cancel))
                continue;
            List<MemoryMatch> found = [.. matches.Where(m => except is null || origins[m.Entry.Id].TargetId != except)
                .Select(m => m with { Entry = m.Entry with { Origin = origins[m.Entry.Id].Name } }).Take(most)];
            if (found.Count == most || matches.Count < asked || asked > 20 * most)
                return found;
            asked *= 2;
        }
    }

    /// <summary>Forgets all indexes; the next question loads its own anew.</summary>
    public void Dispose()
    {
        foreach (var direction in directions.Values)
            direction.Dispose();
        directions.Clear();
    }

    private sealed class Direction : IDisposable
    {
        private readonly string source;
        private readonly string target;
        private readonly ITimer patience;
        private readonly bool isTurned;
        private readonly SemaphoreSlim oneWriter = new(1);
        private readonly HashSet<int> ids = [];
        private int last;
        private DateTimeOffset counted;

        public Direction(string source, string target, TimeProvider time, Action<Direction> forget)
        {
            (this.source, this.target, isTurned, Index) = (source, target, string.CompareOrdinal(source, target) > 0, new(source));
            patience = time.CreateTimer(_ => forget(this), null, Patience, Timeout.InfiniteTimeSpan);
        }

        public MemoryIndex Index { get; }

        /// <summary>It is asked: it stays for another while. Who asks it when it goes still has it.</summary>
        public void Keep() => patience.Change(Patience, Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            patience.Dispose();
            oneWriter.Dispose();
        }

        /// <summary>Takes in what is new; once in a while, what came late or is gone.</summary>
        public async Task FollowAsync(PortalDb db, DateTimeOffset now, CancellationToken cancel)
        {
            await oneWriter.WaitAsync(cancel);
            try
            {
                await AddAsync(Units(db).Where(u => u.Id > last), cancel);
                if ((now - counted).Duration() < BetweenCounts)
                    return;
                if (await Units(db).CountAsync(cancel) != ids.Count)
                    await CompareAsync(db, cancel);
                counted = now;
            }
            finally
            {
                oneWriter.Release();
            }
        }

        /// <summary>Takes out what is gone; false when there was nothing to take out.</summary>
        public async Task<bool> ForgetAsync(IEnumerable<int> gone, CancellationToken cancel)
        {
            var list = gone.ToList();
            if (list.Count == 0)
                return false;
            await oneWriter.WaitAsync(cancel);
            Index.Remove(list);
            ids.ExceptWith(list);
            oneWriter.Release();
            return true;
        }

        public async Task<Dictionary<int, (int? TargetId, string Name)>> OriginsAsync(PortalDb db, int[] found, CancellationToken cancel)
        {
            if (found.Length == 0)
                return [];
            var rows = await db.MemoryUnits.Where(u => found.Contains(u.Id)).Select(u => new { u.Id, u.Origin, TargetId = isTurned ? u.FirstReleaseId : u.SecondReleaseId }).ToListAsync(cancel);
            var releases = rows.Select(r => r.TargetId).OfType<int>().Distinct().ToList();
            var names = releases.Count == 0 ? [] : await db.Releases.Where(r => releases.Contains(r.Id)).Select(r => new { r.Id, r.Content.Headline }).ToDictionaryAsync(r => r.Id, r => r.Headline, cancel);
            return rows.ToDictionary(r => r.Id, r => (r.TargetId, r.Origin ?? names.GetValueOrDefault(r.TargetId ?? 0, "")));
        }

        private IQueryable<MemoryUnit> Units(PortalDb db)
        {
            var (first, second) = isTurned ? (target, source) : (source, target);
            return db.MemoryUnits.AsNoTracking().Where(u => u.FirstLanguage == first && u.SecondLanguage == second);
        }

        private async Task AddAsync(IQueryable<MemoryUnit> units, CancellationToken cancel)
        {
            var added = new List<MemoryEntry>();
            await foreach (var u in units.OrderBy(u => u.Id).Select(u => new { u.Id, u.FirstText, u.SecondText }).AsAsyncEnumerable().WithCancellation(cancel))
                added.Add(isTurned ? new(u.Id, u.SecondText, u.FirstText, "") : new(u.Id, u.FirstText, u.SecondText, ""));
            if (added.Count == 0)
                return;
            Index.Add(added);
            ids.UnionWith(added.Select(e => e.Id));
            last = Math.Max(last, added[^1].Id);
        }

        // A key can be lower than one that was seen before: an import takes a while.
        private async Task CompareAsync(PortalDb db, CancellationToken cancel)
        {
            var there = (await Units(db).Select(u => u.Id).ToListAsync(cancel)).ToHashSet();
            var gone = ids.Where(id => !there.Contains(id)).ToList();
            Index.Remove(gone);
            ids.ExceptWith(gone);
            foreach (var late in there.Where(id => !ids.Contains(id)).ToList().Chunk(Batch))
                await AddAsync(Units(db).Where(u => late.Contains(u.Id)), cancel);
        }
    }
}
