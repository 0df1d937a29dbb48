using System.Globalization;
using Npgsql;

namespace ScoPortal.Data.Tests.Postgres;

/// <summary>
/// The PostgreSQL that the tests of this process share: started by the first that asks for a database.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<PostgresProcess> Server = new(PostgresProcess.Begin);
    // A quarter of the work of copying block by block, which PostgreSQL does by itself since 15; before that it knew nothing else.
    private static readonly Lazy<string> CopyingFiles = new(() => Version() >= 15 ? "STRATEGY file_copy" : "");
    private static int _databases;

    /// <summary>A new database, empty or a copy of another.</summary>
    /// <param name="template">The connection string of the database to copy, on this server; whoever is connected
    /// to it is thrown out. Null for an empty one.</param>
    /// <returns>The connection string of the new database.</returns>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static string CreateDatabase(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        if (template is null)
        {
            Execute($"""CREATE DATABASE "{name}" """);
        }
        else
        {
            var source = Release(template);
            Execute(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{source}'",
                $"""CREATE DATABASE "{name}" TEMPLATE "{source}" {CopyingFiles.Value}""");
        }

        return Server.Value.ConnectionString(name);
    }

    /// <summary>Drops a database that <see cref="CreateDatabase"/> made, whoever is still connected to it.</summary>
    public static void DropDatabase(string connectionString) =>
        Execute($"""DROP DATABASE IF EXISTS "{Release(connectionString)}" WITH (FORCE)""");

    private static int Version()
    {
        using var connection = new NpgsqlConnection(Server.Value.ConnectionString("postgres"));
        connection.Open();
        return connection.PostgreSqlVersion.Major;
    }

    private static string Release(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return connection.Database;
    }

    private static void Execute(params IEnumerable<string> statements)
    {
        using var connection = new NpgsqlConnection(Server.Value.ConnectionString("postgres"));
        connection.Open();
        foreach (var sql in statements)
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }
}
