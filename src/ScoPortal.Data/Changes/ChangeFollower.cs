using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ScoPortal.Data.Changes;

/// <summary>Something derived from the database that keeps up with its change log and can be thrown away.</summary>
public interface IProjection
{
    /// <summary>Takes in every change since the last call; the first call builds it.</summary>
    Task FollowAsync(PortalDb db, CancellationToken cancel);
}

/// <summary>
/// Wakes the projections of this node when any node has committed a change: one row is read every quarter of a second.
/// A projection that fails is tried again with the next look.
/// </summary>
public sealed partial class ChangeFollower(
    IDbContextFactory<PortalDb> databases, IEnumerable<IProjection> projections, TimeProvider time, ILogger<ChangeFollower> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private long followed = -1;

    /// <summary>Every projection has taken in all that was committed at the last look.</summary>
    public bool IsCaughtUp { get; private set; }

    /// <summary>Takes in what has been committed until now. Called once before the first request is served.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var newest = await db.NewestChangeAsync(cancel);
        if (newest == followed)
            return;

        foreach (var projection in projections)
            await projection.FollowAsync(db, cancel);
        (followed, IsCaughtUp) = (newest, true);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CatchUpAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                IsCaughtUp = false;
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Following the change log failed; trying again")]
    private partial void LogFailure(Exception failure);
}
