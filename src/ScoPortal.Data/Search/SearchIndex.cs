using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Search;
using ScoPortal.Data.Changes;

namespace ScoPortal.Data.Search;

/// <summary>How the file of the index is.</summary>
/// <param name="Exists">There is a file.</param>
/// <param name="Applied">The last change taken in; null where the tables are none of this version.</param>
/// <param name="Releases">How many releases it holds.</param>
/// <param name="Damage">What is wrong with the file; null when nothing.</param>
public sealed record IndexState(bool Exists, long? Applied, long Releases, string? Damage);

/// <summary>
/// The search index of this node: a local SQLite file that follows the change log of the database and can be deleted
/// at any time. It holds every release. A search by visitors leaves out what is not published, and what is scheduled until its
/// time, so that nobody has to do anything at that moment; only <see cref="Find"/>, for the desk, knows them all. Safe for
/// concurrent use, also by several processes.
/// </summary>
/// <param name="path">The file, such as App_Data/search.db; made when missing, with its folder.</param>
public sealed class SearchIndex(string path) : IProjection, IDisposable
{
    private const int ReleasesPerBatch = 200;
    private const int ChangesPerBatch = 500;

    private readonly IndexFile file = new(path);
    private readonly IndexMemory memory = new();
    private readonly SemaphoreSlim oneWriter = new(1);
    private volatile bool damaged;
    private long seen = -1;
    private long prepared = -1;

    /// <summary>The last change that the index has taken in; null while there is no usable index.</summary>
    public long? Applied()
    {
        try
        {
            return damaged ? null : file.Applied();
        }
        catch (SqliteException failure) when (IndexFile.IsDamage(failure))
        {
            damaged = true;
            return null;
        }
    }

    /// <summary>Looks the whole file through; changes nothing.</summary>
    public IndexState Look()
    {
        if (!File.Exists(path))
            return new IndexState(Exists: false, null, 0, null);
        try
        {
            using var connection = file.Read();
            var fault = connection.Scalar("PRAGMA quick_check(1)") as string;
            if (fault is not "ok")
                return new IndexState(Exists: true, null, 0, fault ?? "unreadable");
            var applied = IndexFile.Applied(connection);
            return new IndexState(Exists: true, applied, applied is null ? 0 : (long)connection.Scalar("SELECT count(*) FROM facts WHERE id <> 0")!, null);
        }
        catch (SqliteException failure)
        {
            return new IndexState(Exists: true, null, 0, failure.Message);
        }
    }

    /// <summary>
    /// Builds the index anew from all releases, read in batches. It is one transaction: searches see the old index until
    /// it is complete, and go on with it if building fails.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="progress">Told how many releases are done, after each batch.</param>
    /// <param name="cancel">Leaves the old index.</param>
    /// <returns>How many releases the index holds.</returns>
    public async Task<int> RebuildAsync(PortalDb db, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        await oneWriter.WaitAsync(cancel);
        try
        {
            return await RebuildAloneAsync(db, progress, cancel);
        }
        finally
        {
            oneWriter.Release();
        }
    }

    /// <summary>
    /// Takes in what has changed since the last time; builds the index anew when there is none, it is damaged, its
    /// analysis is another, or the change log does not go on where it stopped.
    /// </summary>
    /// <returns>The number of the last change taken in.</returns>
    public async Task<long> CatchUpAsync(PortalDb db, CancellationToken cancel = default)
    {
        await oneWriter.WaitAsync(cancel);
        try
        {
            while (true)
            {
                if (Applied() is not { } applied || await db.NewestChangeAsync(cancel) < applied)
                    await RebuildAloneAsync(db, null, cancel);
                else if (!await TakeInAsync(db, applied, cancel))
                    return applied;
            }
        }
        catch (SqliteException failure) when (IndexFile.IsDamage(failure))
        {
            damaged = true;
            throw;
        }
        finally
        {
            oneWriter.Release();
        }
    }

    /// <inheritdoc />
    public async Task FollowAsync(PortalDb db, long newest, CancellationToken cancel)
    {
        if (Applied() != newest)
            await CatchUpAsync(db, cancel);
        // Not while the portal starts or much is being changed.
        if (seen == newest && prepared != newest)
            Prepare(newest);
        seen = newest;
    }

    /// <summary>Finds what is public now. Any text gives a page; an unusable index gives one that says so.</summary>
    /// <exception cref="OperationCanceledException">The reader has gone.</exception>
    public SearchPage Search(SearchRequest request, CancellationToken cancel = default)
    {
        var query = SearchQuery.Parse(request.Text);
        if (query.IsEmpty || request.Languages.Count == 0)
            return SearchPage.Nothing(query, isAvailable: true);
        if (damaged || !File.Exists(path))
            return SearchPage.Nothing(query, isAvailable: false);

        try
        {
            using var connection = file.Read();
            return new IndexReader(connection, request, query).Search(memory, cancel);
        }
        catch (SqliteException failure)
        {
            // Busy, full, unreadable or lost: a page that says so is better than none.
            damaged |= IndexFile.IsDamage(failure);
            return SearchPage.Nothing(query, isAvailable: false);
        }
    }

    /// <summary>Finds releases in every state, for the desk.</summary>
    /// <param name="text">Whatever was typed.</param>
    /// <param name="languages">The languages of the portal.</param>
    /// <param name="most">How many keys at most; the newest releases then.</param>
    /// <returns>Their keys, newest first; null when the index cannot be asked now.</returns>
    public IReadOnlyList<int>? Find(string text, IReadOnlyList<string> languages, int most)
    {
        var query = SearchQuery.Parse(text);
        if (query.IsEmpty || languages.Count == 0)
            return [];
        if (damaged || !File.Exists(path))
            return null;

        try
        {
            using var connection = file.Read();
            return new IndexReader(connection, new SearchRequest(text, languages, DateTimeOffset.MaxValue), query).Keys(memory, most);
        }
        catch (SqliteException failure)
        {
            damaged |= IndexFile.IsDamage(failure);
            return null;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        file.Close();
        oneWriter.Dispose();
    }

    /// <summary>Reads into memory what searches need of all releases, so that no reader waits for it.</summary>
    private void Prepare(long newest)
    {
        try
        {
            using var connection = file.Read();
            memory.Begin(connection)?.Snapshot.Dispose();
            prepared = newest;
        }
        catch (SqliteException failure)
        {
            // If it is only busy, the next look or the next search reads it.
            damaged |= IndexFile.IsDamage(failure);
        }
    }

    private async Task<int> RebuildAloneAsync(PortalDb db, IProgress<int>? progress, CancellationToken cancel)
    {
        if (damaged || !File.Exists(path))
            file.Delete();
        try
        {
            return await BuildAsync(db, progress, cancel);
        }
        catch (SqliteException failure) when (IndexFile.IsDamage(failure))
        {
            file.Delete();
            return await BuildAsync(db, progress, cancel);
        }
    }

    private async Task<int> BuildAsync(PortalDb db, IProgress<int>? progress, CancellationToken cancel)
    {
        // Read first: what changes while the releases are read is taken in once more afterwards.
        var newest = await db.NewestChangeAsync(cancel);
        using var writer = new IndexWriter(file, recreate: true, newest);
        var (done, last) = (0, 0);
        // While one batch is written the next is read and analysed.
        var next = ReadAsync(db, last, cancel);
        try
        {
            while (await next is { Count: > 0 } batch)
            {
                last = batch[^1].Release.Id;
                next = ReadAsync(db, last, cancel);
                foreach (var (release, words) in batch)
                    writer.Put(release, words);
                progress?.Report(done += batch.Count);
            }
        }
        finally
        {
            // The context is the caller's again.
            await Task.WhenAny(next);
        }

        writer.Commit();
        writer.Truncate();
        damaged = false;
        return done;
    }

    private static Task<List<(IndexedRelease Release, string[][] Words)>> ReadAsync(PortalDb db, int after, CancellationToken cancel) => Task.Run(
        async () => (await IndexedRelease.LoadAfterAsync(db, after, ReleasesPerBatch, cancel)).AsParallel().AsOrdered().Select(r => (r, r.Words())).ToList(), cancel);

    /// <summary>Takes in the next changes; false when there are none.</summary>
    private async Task<bool> TakeInAsync(PortalDb db, long applied, CancellationToken cancel)
    {
        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.Number > applied).OrderBy(c => c.Number).Take(ChangesPerBatch).ToListAsync(cancel);
        if (changes.Count == 0)
            return false;
        if (changes[0].Number != applied + 1)
        {
            await RebuildAloneAsync(db, null, cancel);
            return true;
        }

        var stories = changes.Where(c => c.Kind == ChangeKind.Story).Select(c => c.SubjectId).Distinct().ToList();
        var ids = changes.Where(c => c.Kind == ChangeKind.Release).Select(c => c.SubjectId)
            .Concat(stories.Count == 0 ? [] : await db.Releases.Where(r => stories.Contains(r.StoryId)).Select(r => r.Id).ToListAsync(cancel))
            .Distinct().ToList();
        var releases = new List<IndexedRelease>();
        foreach (var some in ids.Chunk(ReleasesPerBatch))
            releases.AddRange(await IndexedRelease.LoadAsync(db, some, cancel));

        using (var writer = new IndexWriter(file, recreate: false, changes[^1].Number))
        {
            if (writer.Applied != applied)
                return true;
            if (!writer.IsWorn)
            {
                ids.ForEach(writer.Remove);
                releases.ForEach(release => writer.Put(release, release.Words()));
                writer.Commit();
                return true;
            }
        }

        await RebuildAloneAsync(db, null, cancel);
        return true;
    }
}
