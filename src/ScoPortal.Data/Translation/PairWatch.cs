using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ScoPortal.Data.Changes;

namespace ScoPortal.Data.Translation;

/// <summary>
/// Looks for pairs of releases that were written, imported or published since the portal started: some seconds after the last of them, so that
/// one who saves often does not wait for it, and a minute after the first at the latest.
/// </summary>
public sealed partial class PairWatch(IDbContextFactory<PortalDb> databases, PairFinder finder, TimeProvider time, ILogger<PairWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private const int MostLooks = 6;

    private readonly SemaphoreSlim one = new(1);
    private long? done;

    /// <summary>Looks at what has changed until now.</summary>
    /// <returns>How many suggestions are new.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var (from, newest) = (done ?? 0, await db.NewestChangeAsync(cancel));
            var changed = await db.Changes.Where(c => c.Number > from && c.Number <= newest && c.Kind == ChangeKind.Release && !c.Removed).Select(c => c.SubjectId).Distinct().ToListAsync(cancel);
            var found = changed.Count == 0 ? 0 : await finder.SuggestAsync(db, changed, time.GetUtcNow(), cancel);
            done = newest;
            return found;
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
        var (seen, looks) = (0L, 0);
        while (true)
        {
            try
            {
                done ??= await NewestAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
                var newest = await NewestAsync(stoppingToken);
                if (newest == done)
                    continue;
                looks++;
                if (newest == seen || looks == MostLooks)
                {
                    await CatchUpAsync(stoppingToken);
                    looks = 0;
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

    private async Task<long> NewestAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.NewestChangeAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for pairs failed; trying again")]
    private partial void LogFailure(Exception failure);
}
