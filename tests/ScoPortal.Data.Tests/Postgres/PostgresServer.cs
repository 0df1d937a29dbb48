using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;

namespace ScoPortal.Data.Tests.Postgres;

/// <summary>
/// A PostgreSQL of this test process alone: started by the first test that asks for a database, on a Unix socket in
/// a temporary folder, and gone with the process, however that ends.
/// </summary>
public static class PostgresServer
{
    internal const string FolderPrefix = "scoportal-postgres-";
    private const string DebianFolder = "/usr/lib/postgresql";

    // Runs the server until standard input closes, which the system does when the test process ends, even by a
    // crash. PostgreSQL refuses to run as root: root hands it to another user.
    private const string Script = """
        set -eu
        exec >&2
        folder=$1 bin=$2 user=$3
        run() {
            if [ -z "$user" ]; then exec "$@"; fi
            exec setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups -- "$@"
        }
        server=
        trap 'trap - EXIT; [ -z "$server" ] || { kill -QUIT "$server"; wait "$server" || :; }; rm -rf "$folder"' EXIT
        trap 'exit 1' INT TERM HUP
        [ -z "$user" ] || chown "$user" "$folder"
        cd "$folder"
        (run "$bin/initdb" --pgdata="$folder/data" --username=portal --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
            --no-sync --no-instructions) >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log"; exit 1; }
        run "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
            -c shared_buffers=64MB -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c jit=off -c log_min_messages=fatal &
        server=$!
        read -r _ || :
        """;

    private static readonly Lazy<string> Folder = new(Start);
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
                $"""CREATE DATABASE "{name}" TEMPLATE "{source}" """);
        }

        return ConnectionString(Folder.Value, name);
    }

    /// <summary>Drops a database that <see cref="CreateDatabase"/> made, whoever is still connected to it.</summary>
    public static void DropDatabase(string connectionString) =>
        Execute($"""DROP DATABASE IF EXISTS "{Release(connectionString)}" WITH (FORCE)""");

    private static string Release(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return connection.Database;
    }

    private static void Execute(params IEnumerable<string> statements)
    {
        using var connection = new NpgsqlConnection(ConnectionString(Folder.Value, "postgres"));
        connection.Open();
        foreach (var sql in statements)
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }

    private static string ConnectionString(string folder, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "portal",
        Database = database,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private static string Start()
    {
        var bin = FindBinaries();
        PostgresLeftovers.Remove();
        var folder = Directory.CreateTempSubdirectory($"{FolderPrefix}{Environment.ProcessId}-").FullName;
        var server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", folder, bin, ServerUser()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var messages = new StringBuilder();
        server.ErrorDataReceived += (_, line) => { lock (messages) { messages.AppendLine(line.Data); } };
        server.BeginErrorReadLine();

        var waiting = Stopwatch.StartNew();
        while (!Answers(folder))
        {
            if (server.HasExited || waiting.Elapsed > TimeSpan.FromMinutes(1))
            {
                server.StandardInput.Close();
                server.WaitForExit(TimeSpan.FromSeconds(5));
                lock (messages) { throw new InvalidOperationException($"PostgreSQL did not start: {messages}"); }
            }

            Thread.Sleep(50);
        }

        return folder;
    }

    private static bool Answers(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ".s.PGSQL.5432"))) return false;
        try
        {
            using var connection = new NpgsqlConnection(ConnectionString(folder, "postgres"));
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string FindBinaries()
    {
        var versions = Directory.Exists(DebianFolder) ? Directory.EnumerateDirectories(DebianFolder) : [];
        var newestFirst = versions.OrderByDescending(v => int.TryParse(Path.GetFileName(v), CultureInfo.InvariantCulture, out var n) ? n : 0);
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return newestFirst.Select(v => Path.Combine(v, "bin")).Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException(
                $"PostgreSQL is not installed (no initdb in {DebianFolder}/*/bin or on PATH): ./dev test installs it.");
    }

    private static string ServerUser()
    {
        if (!Environment.IsPrivilegedProcess) return "";
        return File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
    }
}
