using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Data;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

public class HealthTests
{
    [Fact]
    public async Task A_sound_node_is_alive_and_ready()
    {
        await using var portal = await OwnPortal.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync("/health/ready")).Status);
    }

    [Theory]
    [OnPostgres]
    public async Task A_node_whose_database_is_gone_is_alive_and_not_ready(DatabaseProvider engine)
    {
        await using var portal = await OwnPortal.OpenAsync(engine, sample: false);
        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync("/health/ready")).Status);

        Data.Tests.Postgres.PostgresServer.DropDatabase(portal.Database.ConnectionString);

        Assert.Equal("Unhealthy: database: no answer", await WhyAsync(portal));
        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync("/health/live")).Status);
    }

    [Fact]
    public async Task A_node_whose_database_lacks_a_migration_is_not_ready()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.ReadAsync("/en/");
        await portal.BreakAsync("""DELETE FROM "__EFMigrationsHistory" """);

        Assert.StartsWith("Unhealthy: database:", await WhyAsync(portal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_whose_index_lags_is_alive_and_not_ready()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: s => s.AddSingleton<IProjection, Lagging>());

        Assert.Equal("Unhealthy: index: not caught up", await WhyAsync(portal));
        Assert.Equal(HttpStatusCode.OK, (await portal.AskAsync("/health/live")).Status);
        await portal.ReadAsync("/en/");
    }

    private static async Task<string> WhyAsync(OwnPortal portal)
    {
        using var response = await portal.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private sealed class Lagging : IProjection
    {
        public Task FollowAsync(PortalDb db, long newest, CancellationToken cancel) => throw new IOException("The disk is full.");
    }
}
