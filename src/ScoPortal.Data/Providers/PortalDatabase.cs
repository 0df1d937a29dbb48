using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ScoPortal.Data.Providers;

/// <summary>The engines the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the portal.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}

/// <summary>Registers the database.</summary>
public static class PortalDatabase
{
    /// <summary>
    /// Adds <see cref="PortalDb"/> (one a request) and <see cref="IDbContextFactory{TContext}"/> of it (for work beside
    /// requests) on the chosen engine.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="provider">The engine.</param>
    /// <param name="connectionString">As the engine's own client reads it.</param>
    public static IServiceCollection AddPortalDb(this IServiceCollection services, DatabaseProvider provider, string connectionString) =>
        provider switch
        {
            DatabaseProvider.SqlServer => services.Add<SqlServerPortalDb>(o => o.UseSqlServer(connectionString)),
            DatabaseProvider.Postgres => services.Add<PostgresPortalDb>(o => o.UseNpgsql(connectionString)),
            _ => services.Add<SqlitePortalDb>(o => SqlitePortalDb.Use(o, connectionString)),
        };

    /// <summary>What the engine's client finds wrong with a connection string before it connects; null when nothing.</summary>
    /// <param name="provider">The engine.</param>
    /// <param name="connectionString">The connection string.</param>
    public static string? FaultOf(DatabaseProvider provider, string connectionString)
    {
        try
        {
            DbConnectionStringBuilder builder = provider switch
            {
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(),
                DatabaseProvider.Postgres => new NpgsqlConnectionStringBuilder(),
                _ => new SqliteConnectionStringBuilder(),
            };
            builder.ConnectionString = connectionString;
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return fault.Message;
        }
    }

    /// <summary>
    /// Whether somebody between this machine and the server could read or change what they say to each other: the connection goes over a network
    /// and is not encrypted, or the server need not prove who it is.
    /// </summary>
    /// <param name="provider">The engine.</param>
    /// <param name="connectionString">The connection string.</param>
    public static bool IsOpenToEavesdroppers(DatabaseProvider provider, string connectionString)
    {
        switch (provider)
        {
            case DatabaseProvider.Postgres:
                var postgres = new NpgsqlConnectionStringBuilder(connectionString);
                return !IsHere(postgres.Host) && postgres.SslMode is not (SslMode.VerifyCA or SslMode.VerifyFull);
            case DatabaseProvider.SqlServer:
                var server = new SqlConnectionStringBuilder(connectionString);
                return !IsHere(server.DataSource) && (server.Encrypt.Equals(SqlConnectionEncryptOption.Optional) || server.TrustServerCertificate);
            default:
                return false;
        }
    }

    // A socket's folder begins with a slash; the names of SQL Server may have a protocol before and a port or an instance behind them.
    private static bool IsHere(string? hosts)
    {
        var host = (hosts ?? "").Split(',', StringSplitOptions.TrimEntries)[0];
        return host.StartsWith('/') || host is "::1" or "[::1]" || host.Split(':', '\\').Any(part => part is "localhost" or "127.0.0.1" or "." or "(local)");
    }

    private static IServiceCollection Add<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use)
        where TDb : PortalDb
    {
        services.AddPooledDbContextFactory<TDb>(use);
        services.AddSingleton<IDbContextFactory<PortalDb>, Factory<TDb>>();
        services.AddScoped<PortalDb>(p => p.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext());
        return services;
    }

    private sealed class Factory<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<PortalDb>
        where TDb : PortalDb
    {
        public PortalDb CreateDbContext() => inner.CreateDbContext();
    }
}
