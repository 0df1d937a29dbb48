using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Postgres;

namespace ScoPortal.Data.Tests;

/// <summary>A database of one test: migrated, with or without the sample newsroom, gone when disposed of.</summary>
/// <remarks>The first of a kind is made in full; on SQLite and PostgreSQL the others are copies of it.</remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The instant at which the sample newsroom was filled.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<(DatabaseProvider, bool), Lazy<Task<string>>> Templates = [];
    private static readonly Lazy<string> Folder = new(MakeFolder);

    private readonly ServiceProvider services;

    private TestDatabase(DatabaseProvider engine, string connectionString)
    {
        (Engine, ConnectionString) = (engine, connectionString);
        services = new ServiceCollection().AddPortalDb(engine, connectionString).BuildServiceProvider();
    }

    public DatabaseProvider Engine { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider engine, bool sample = false)
    {
        if (engine == DatabaseProvider.SqlServer)
            return new(engine, await FillAsync(engine, SqlServerDatabase(), sample));

        var template = await Templates.GetOrAdd((engine, sample), key => new(() => FillAsync(
            key.Item1, engine == DatabaseProvider.Sqlite ? SqliteFile() : PostgresServer.CreateDatabase(), key.Item2))).Value;
        return new(engine, engine == DatabaseProvider.Sqlite ? CopyOf(template) : PostgresServer.CreateDatabase(template));
    }

    /// <summary>A new context; the caller disposes of it.</summary>
    public PortalDb Open() => services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        switch (Engine)
        {
            case DatabaseProvider.SqlServer:
                await using (var db = Open())
                    await db.Database.EnsureDeletedAsync();
                break;
            case DatabaseProvider.Postgres:
                PostgresServer.DropDatabase(ConnectionString);
                break;
            default:
                using (var connection = new SqliteConnection(ConnectionString))
                {
                    SqliteConnection.ClearPool(connection);
                    File.Delete(connection.DataSource);
                }

                break;
        }

        await services.DisposeAsync();
    }

    private static async Task<string> FillAsync(DatabaseProvider engine, string connectionString, bool sample)
    {
        var template = new TestDatabase(engine, connectionString);
        await using var db = template.Open();
        await db.Database.MigrateAsync();
        if (sample && !await SampleNewsroom.FillIfEmptyAsync(db, Now, CancellationToken.None))
            throw new InvalidOperationException("The sample newsroom did not fill an empty database.");
        if (engine == DatabaseProvider.Sqlite)
            Gather(connectionString);
        return connectionString;
    }

    private static string SqlServerDatabase() =>
        new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(OnSqlServerAttribute.Variable))
        {
            InitialCatalog = $"scoportal_test_{Guid.NewGuid():N}",
        }.ConnectionString;

    private static string SqliteFile() =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder.Value, $"{Guid.NewGuid():N}.db") }.ConnectionString;

    private static string CopyOf(string template)
    {
        var copy = SqliteFile();
        File.Copy(new SqliteConnectionStringBuilder(template).DataSource, new SqliteConnectionStringBuilder(copy).DataSource);
        return copy;
    }

    // Everything is written back into the file, so that it is whole by itself. Once, before the first copy: two at a time would hold each
    // other up, and a copy made meanwhile would lack what is still beside the file.
    private static void Gather(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (command.ExecuteScalar() is not 0L)
            throw new InvalidOperationException("The template is in use, and not whole by itself.");
    }

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("scoportal-sqlite-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        };
        return folder;
    }
}
