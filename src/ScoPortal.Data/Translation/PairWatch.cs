using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Nodes;

namespace ScoPortal.Data.Translation;

/// <summary>
/// Looks for pairs of releases that were written, imported or published since the portal started: some seconds after the last of them, so that
/// one who saves often does not wait for it, and a minute after the first at the latest. One node does it for all.
/// </summary>
public sealed partial class PairWatch(IDbContextFactory<PortalDb> databases, PairFinder finder, Leases leases, TimeProvider time, ILogger<PairWatch> log) : BackgroundService
{
    private const string Work = "pairs";
    // Time for a large import; what a node that dies amid it has left undone another does after that.
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private const int MostLooks = 6;

    // The index is the largest thing that a portal holds: where nobody writes, it is not held.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private long? done;

    /// <summary>Looks at what has changed until now and no node has looked at.</summary>
    /// <returns>How many suggestions are new; 0 while another node looks.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (await leases.TakeAsync(Work, Held, cancel) is not { } lease)
                return 0;
            long? position = null;
            try
            {
                var found = await SuggestAsync(lease.Position, cancel);
                position = done;
                return found;
            }
            finally
            {
                await leases.LetGoAsync(Work, position, CancellationToken.None);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        one.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (seen, looks, used) = (0L, 0, time.GetTimestamp());
        while (true)
        {
            try
            {
                done ??= await NewestAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
                var newest = await NewestAsync(stoppingToken);
                if (newest == done)
                {
                    if (time.GetElapsedTime(used) > Patience && await finder.ForgetAsync(stoppingToken))
                        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
                    continue;
                }

                looks++;
                if (newest == seen || looks == MostLooks)
                {
                    await CatchUpAsync(stoppingToken);
                    (looks, used) = (0, time.GetTimestamp());
                }

                seen = newest;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailure(failure);
            }
        }
    }

    private async Task<int> SuggestAsync(long doneByOthers, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (from, newest) = (Math.Max(done ?? 0, doneByOthers), await db.NewestChangeAsync(cancel));
        var changed = await db.Changes.Where(c => c.Number > from && c.Number <= newest && c.Kind == ChangeKind.Release && !c.Removed).Select(c => c.SubjectId).Distinct().ToListAsync(cancel);
        var found = changed.Count == 0 ? 0 : await finder.SuggestAsync(db, changed, time.GetUtcNow(), cancel);
        done = newest;
        return found;
    }

    private async Task<long> NewestAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.NewestChangeAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for pairs failed; trying again")]
    private partial void LogFailure(Exception failure);
}
