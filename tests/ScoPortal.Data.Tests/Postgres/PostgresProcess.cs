using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;

namespace ScoPortal.Data.Tests.Postgres;

/// <summary>A PostgreSQL on a Unix socket in a temporary folder; gone with this process, however that ends. It can be stopped, and started again.</summary>
public sealed class PostgresProcess : IDisposable
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
        server= word=
        trap 'trap - EXIT; [ -z "$server" ] || { kill -QUIT "$server"; wait "$server" || :; }; [ "$word" = keep ] || rm -rf "$folder"' EXIT
        trap 'exit 1' INT TERM HUP
        [ -z "$user" ] || chown "$user" "$folder"
        cd "$folder"
        [ -d "$folder/data" ] || (run "$bin/initdb" --pgdata="$folder/data" --username=portal --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
            --no-sync --no-instructions) >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log"; exit 1; }
        run "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
            -c shared_buffers=64MB -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c jit=off -c log_min_messages=fatal &
        server=$!
        read -r word || :
        """;

    private readonly string folder;
    private Process? server;

    private PostgresProcess(string folder) => this.folder = folder;

    /// <summary>A server of its own, started.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static PostgresProcess Begin()
    {
        PostgresLeftovers.Remove();
        var begun = new PostgresProcess(Directory.CreateTempSubdirectory($"{FolderPrefix}{Environment.ProcessId}-").FullName);
        begun.Start();
        return begun;
    }

    /// <summary>How to reach one of its databases.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "portal",
        Database = database,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Starts it, with the databases that it had.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public void Start()
    {
        server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", folder, FindBinaries(), ServerUser()])
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
        while (!Answers())
        {
            if (server.HasExited || waiting.Elapsed > TimeSpan.FromMinutes(1))
            {
                server.StandardInput.Close();
                server.WaitForExit(TimeSpan.FromSeconds(5));
                lock (messages) { throw new InvalidOperationException($"PostgreSQL did not start: {messages}"); }
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Stops it at once, whoever is connected; its databases stay.</summary>
    public void Stop() => End("keep");

    /// <inheritdoc />
    public void Dispose() => End("");

    private void End(string word)
    {
        if (server is null) return;
        server.StandardInput.WriteLine(word);
        server.StandardInput.Close();
        server.WaitForExit(TimeSpan.FromSeconds(30));
        server.Dispose();
        server = null;
    }

    private bool Answers()
    {
        if (!File.Exists(Path.Combine(folder, ".s.PGSQL.5432"))) return false;
        try
        {
            using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
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
