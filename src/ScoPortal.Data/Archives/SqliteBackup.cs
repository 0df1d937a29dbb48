using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Media;

namespace ScoPortal.Data.Archives;

/// <summary>
/// Copies of the file of SQLite, made page by page while others read and write: https://www.sqlite.org/backup.html
/// </summary>
public static class SqliteBackup
{
    private const string Entry = "portal.db";

    /// <summary>Writes a zip with a copy of the file and the pictures.</summary>
    /// <param name="db">The database, on SQLite.</param>
    /// <param name="media">The files of its pictures.</param>
    /// <param name="target">Where to.</param>
    /// <param name="scratch">Name of a file that does not exist, with room for the copy; it is gone afterwards.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="progress">Told what is being written.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ArchiveManifest> WriteAsync(
        PortalDb db, MediaFiles media, Stream target, string scratch, DateTimeOffset now, IProgress<string>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(media);
        progress?.Report(Entry);
        try
        {
            Copy(db.Database.GetConnectionString()!, scratch);
            using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
            await zip.CreateEntryFromFileAsync(scratch, Entry, CompressionLevel.Fastest, cancel);
            var schema = await ArchiveSchema.OfAsync(db, cancel);
            var manifest = new ArchiveManifest(
                ArchiveManifest.SqliteBackup, ArchiveManifest.Current, schema.Name, now, HasSecrets: true, new Dictionary<string, long>(),
                await Archive.WriteMediaAsync(zip, media, progress, cancel));
            manifest.Write(zip);
            return manifest;
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    /// <summary>Puts such a copy back where there is no database yet. A portal of a later schema brings it up to date when it starts.</summary>
    /// <param name="zip">The file.</param>
    /// <param name="manifest">What it says of itself.</param>
    /// <param name="media">Where the files of pictures go.</param>
    /// <param name="connectionString">Of the database that is to be.</param>
    /// <param name="cancel">Stops it; nothing is left.</param>
    /// <exception cref="ArchiveException">There is a database, or the copy is damaged.</exception>
    public static async Task RestoreAsync(ZipArchive zip, ArchiveManifest manifest, MediaFiles media, string connectionString, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(media);
        ArgumentNullException.ThrowIfNull(manifest);
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (File.Exists(path))
            throw new ArchiveException($"There is a database at {path}. A backup is put back where there is none.");
        var unfinished = path + ".unfinished";
        try
        {
            var entry = zip.GetEntry(Entry) ?? throw new ArchiveException($"There is no {Entry} in it.");
            await entry.ExtractToFileAsync(unfinished, overwrite: true, cancel);
            Check(unfinished);
            await Archive.ReadMediaAsync(zip, media, manifest, cancel);
            File.Move(unfinished, path);
        }
        catch (InvalidDataException damage)
        {
            throw new ArchiveException($"The file is damaged: {damage.Message}", damage);
        }
        finally
        {
            // Looking into it has made the others.
            foreach (var end in (string[])["", "-wal", "-shm"])
                File.Delete(unfinished + end);
        }
    }

    /// <summary>Copies the file beside itself before its schema changes.</summary>
    /// <returns>Where to; null where there is no file yet, or no SQLite.</returns>
    public static async Task<string?> KeepAsync(PortalDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.IsSqlite() || (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() is not { } applied)
            return null;
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        var copy = $"{path}.{applied}";
        var unfinished = copy + ".unfinished";
        File.Delete(unfinished);
        Copy(db.Database.GetConnectionString()!, unfinished);
        File.Move(unfinished, copy, overwrite: true);
        return copy;
    }

    private static void Copy(string connectionString, string target)
    {
        using var source = new SqliteConnection(connectionString);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }

    private static void Check(string path)
    {
        try
        {
            using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            if (command.ExecuteScalar() is not "ok")
                throw new ArchiveException($"{Entry} in it is damaged.");
        }
        catch (SqliteException damage)
        {
            throw new ArchiveException($"{Entry} in it is damaged: {damage.Message}", damage);
        }
    }
}
