using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ScoPortal.Data.Search;

/// <summary>
/// Keeps the index of this node up to date: catches up at the start, then asks for the newest change number several times a
/// second, so that a publish on any node is found within a second. After a failure it waits longer and goes on.
/// </summary>
public sealed partial class IndexFollower(
    SearchIndex index, IDbContextFactory<PortalDb> databases, TimeProvider time, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private volatile bool caughtUp;

    /// <summary>At the last look the index had taken in every change: for the readiness check.</summary>
    public bool IsCaughtUp => caughtUp;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                caughtUp = false;
                LogFailure(failure);
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var newest = await db.NewestChangeAsync(cancel);
        var applied = index.Applied();
        if (applied != newest)
        {
            if (applied is null || newest - applied > 1000)
                LogFollowing(applied, newest);
            await index.CatchUpAsync(db, cancel);
        }
        caughtUp = true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index at change {Applied} follows to {Newest}")]
    private partial void LogFollowing(long? applied, long newest);

    [LoggerMessage(Level = LogLevel.Error, Message = "Search index could not follow the changes; next attempt in 5 seconds")]
    private partial void LogFailure(Exception failure);
}
