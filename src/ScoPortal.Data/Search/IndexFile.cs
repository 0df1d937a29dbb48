using Microsoft.Data.Sqlite;
using ScoPortal.Core.Search;

namespace ScoPortal.Data.Search;

/// <summary>The SQLite file of the index: its tables, and one way in for readers and one for the writer.</summary>
internal sealed class IndexFile(string path)
{
    /// <summary>Raise it with every change of the tables or of what is written into them.</summary>
    private const int SchemaVersion = 5;

    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // "facts" is read into the memory of each process, and what changed of it again; id 0 is a slot that is empty now.
    private const string Schema = """
        DROP TABLE IF EXISTS words;
        DROP TABLE IF EXISTS postings;
        DROP TABLE IF EXISTS blocks;
        DROP TABLE IF EXISTS facts;
        DROP TABLE IF EXISTS texts;
        DROP TABLE IF EXISTS meta;
        CREATE TABLE postings (first INTEGER NOT NULL, word TEXT NOT NULL, releases BLOB NOT NULL, places BLOB NOT NULL, UNIQUE (first, word));
        CREATE TABLE blocks (first INTEGER PRIMARY KEY);
        CREATE TABLE facts (
            slot INTEGER PRIMARY KEY, id INTEGER NOT NULL, language TEXT NOT NULL, publish_at INTEGER NOT NULL,
            zones TEXT NOT NULL, topics TEXT NOT NULL, length INTEGER NOT NULL, applied INTEGER NOT NULL);
        CREATE INDEX facts_id ON facts (id);
        CREATE INDEX facts_applied ON facts (applied);
        CREATE TABLE texts (id INTEGER PRIMARY KEY, story INTEGER NOT NULL, slug TEXT NOT NULL, headline TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE meta (version TEXT NOT NULL, applied INTEGER NOT NULL, build TEXT NOT NULL, built INTEGER NOT NULL);
        INSERT INTO meta VALUES ('', -1, lower(hex(randomblob(8))), 0);
        """;

    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    private readonly string forReading = Connection(path, SqliteOpenMode.ReadWrite);
    private readonly string forWriting = Connection(path, SqliteOpenMode.ReadWriteCreate);

    private static string Version => FormattableString.Invariant($"{SchemaVersion}.{TextAnalyzer.Version}");

    /// <summary>The failure means that the file's content is lost.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>The failure means that there is no file.</summary>
    public static bool IsMissing(SqliteException failure) => failure.SqliteErrorCode == CannotOpen;

    /// <summary>A connection of a pool, for reading.</summary>
    /// <exception cref="SqliteException">There is no such file, or it is no database.</exception>
    public SqliteConnection Read() => Open(forReading);

    /// <summary>A connection for the writer; makes the file when there is none.</summary>
    /// <exception cref="SqliteException">The file is no database.</exception>
    public SqliteConnection Write()
    {
        Directory.CreateDirectory(folder);
        var connection = Open(forWriting);
        connection.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        return connection;
    }

    /// <summary>The last applied change; null when there is no index, or one of other tables or another analysis.</summary>
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public long? Applied()
    {
        if (!File.Exists(path))
            return null;
        using var connection = Read();
        return Applied(connection);
    }

    /// <inheritdoc cref="Applied()" />
    public static long? Applied(SqliteConnection connection, SqliteTransaction? transaction = null) => State(connection, transaction)?.Applied;

    /// <summary>Which building of the index this is, and how far it has followed; null when there is none that can be used.</summary>
    public static (string Build, long Applied)? State(SqliteConnection connection, SqliteTransaction? transaction)
    {
        if (connection.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'", transaction) is not 1L)
            return null;
        using var command = connection.Command("SELECT build, applied FROM meta WHERE version = $version", transaction, ("$version", Version));
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetString(0), row.GetInt64(1)) : null;
    }

    /// <summary>Notes how far the index has followed.</summary>
    public static void Follow(SqliteConnection connection, SqliteTransaction transaction, long applied) =>
        connection.Run("UPDATE meta SET version = $version, applied = $applied", transaction, ("$version", Version), ("$applied", applied));

    /// <summary>Empty tables in place of whatever was there; takes effect for readers with the transaction.</summary>
    public static void Recreate(SqliteConnection connection, SqliteTransaction transaction) => connection.Run(Schema, transaction);

    /// <summary>Removes the file, if there is one, and closes the idle connections to it.</summary>
    public void Delete()
    {
        Close();
        Directory.CreateDirectory(folder);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(path + suffix);
    }

    /// <summary>Closes the idle connections.</summary>
    public void Close()
    {
        foreach (var text in new[] { forReading, forWriting })
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static string Connection(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode }.ToString();

    private static SqliteConnection Open(string text)
    {
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
