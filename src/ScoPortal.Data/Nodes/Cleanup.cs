using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Queries;

namespace ScoPortal.Data.Nodes;

/// <summary>Clears away, every hour and on one node for all, what is of no use any more, and what is not to be kept.</summary>
public sealed partial class Cleanup(IDbContextFactory<PortalDb> databases, Leases leases, TimeProvider time, ILogger<Cleanup> log) : BackgroundService
{
    private const string Work = "cleanup";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    // The node that has it comes again within the hour and keeps it.
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(70);
    // Who looks after them sees for a month that links were made and have ended.
    private static readonly TimeSpan LinksShown = TimeSpan.FromDays(30);

    private bool hasIt;

    /// <summary>Clears away once, if this node's turn it is.</summary>
    /// <returns>How many rows; null when another node does it.</returns>
    public async Task<int?> CleanAsync(CancellationToken cancel)
    {
        hasIt = await leases.TakeAsync(Work, Held, cancel) is not null;
        if (!hasIt)
            return null;
        var now = time.GetUtcNow();
        var forgotten = now - LinksShown;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancel)
            + await db.Presences.NotHere(now).ExecuteDeleteAsync(cancel)
            + await db.AccessLinks.Where(l => l.ExpiresAt <= forgotten).ExecuteDeleteAsync(cancel)
            + await db.PreviewLinks.Where(l => l.ExpiresAt <= forgotten).ExecuteDeleteAsync(cancel)
            + await db.CutAddressesAsync(cancel);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!hasIt)
            return;
        try
        {
            await leases.LetGoAsync(Work, position: null, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The others wait for its end.
            LogFailure(failure);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Not at the start: a node that starts has better to do.
                await Task.Delay(Hour, time, stoppingToken);
                if (await CleanAsync(stoppingToken) is { } rows and > 0)
                    LogRows(rows);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} rows of sessions, presences and links that had ended, and of whole addresses, are cleared away")]
    private partial void LogRows(int rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "Clearing away failed; it is tried again in an hour")]
    private partial void LogFailure(Exception failure);
}
