using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ScoPortal.Data.Changes;

/// <summary>Something derived from the database that keeps up with its change log and can be thrown away.</summary>
public interface IProjection
{
    /// <summary>Takes in every change up to <paramref name="newest"/>; the first call builds it. Cheap when there is nothing new.</summary>
    Task FollowAsync(PortalDb db, long newest, CancellationToken cancel);
}

/// <summary>
/// Wakes the projections of this node when any node has committed a change: one row is read every quarter of a second.
/// A projection that fails is tried again with the next look, and holds no other one up.
/// </summary>
public sealed partial class ChangeFollower(
    IDbContextFactory<PortalDb> databases, IEnumerable<IProjection> projections, TimeProvider time, ILogger<ChangeFollower> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile bool caughtUp;
    private long newest;
    private long caughtUpAt = time.GetTimestamp();

    /// <summary>Every projection has taken in all that was committed at the last look.</summary>
    public bool IsCaughtUp => caughtUp;

    /// <summary>Newest number of the change log at the last look; 0 before the first.</summary>
    public long Newest => Interlocked.Read(ref newest);

    /// <summary>Since when a projection has not taken in everything; zero while all have.</summary>
    public TimeSpan Behind => caughtUp ? TimeSpan.Zero : time.GetElapsedTime(Interlocked.Read(ref caughtUpAt));

    /// <summary>Takes in what has been committed until now. Called once before the first request is served.</summary>
    /// <returns>False when something failed, which the log tells.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        var good = true;
        await turn.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var last = await db.NewestChangeAsync(cancel);
            Interlocked.Exchange(ref newest, last);
            foreach (var projection in projections)
                good &= await FollowAsync(projection, db, last, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogFailure(failure, "database");
            good = false;
        }
        finally
        {
            turn.Release();
        }

        if (good)
            Interlocked.Exchange(ref caughtUpAt, time.GetTimestamp());
        return caughtUp = good;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        turn.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var good = await CatchUpAsync(stoppingToken);
                await Task.Delay(good ? Pause : PauseAfterFailure, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task<bool> FollowAsync(IProjection projection, PortalDb db, long newest, CancellationToken cancel)
    {
        try
        {
            await projection.FollowAsync(db, newest, cancel);
            return true;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogFailure(failure, projection.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Following the change log failed in {Projection}; trying again")]
    private partial void LogFailure(Exception failure, string projection);
}
