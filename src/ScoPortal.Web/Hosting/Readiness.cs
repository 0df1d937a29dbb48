using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ScoPortal.Data;
using ScoPortal.Data.Changes;

namespace ScoPortal.Web.Hosting;

/// <summary>The node may be sent visitors: the database answers, its schema is ours, and the projections keep up, and it is not about to stop.</summary>
internal sealed class Readiness(IDbContextFactory<PortalDb> databases, ChangeFollower follower, Draining draining) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (draining.IsGoing)
            return HealthCheckResult.Unhealthy("node: about to stop");
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (!await db.Database.CanConnectAsync(cancellationToken))
                return HealthCheckResult.Unhealthy("database: no answer");
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending > 0 ? HealthCheckResult.Unhealthy($"database: {pending} migrations are missing")
                : !follower.IsCaughtUp ? HealthCheckResult.Unhealthy("index: not caught up")
                : HealthCheckResult.Healthy("database, migrations, index");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("database: no answer", failure);
        }
    }
}
