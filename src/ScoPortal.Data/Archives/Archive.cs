using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using ScoPortal.Data.Bulk;
using ScoPortal.Data.Media;

namespace ScoPortal.Data.Archives;

/// <summary>The whole newsroom as one zip of JSON lines that every engine can take in. The format: docs/reference/archive.md.</summary>
public static class Archive
{
    private const string MediaFolder = "media/";
    private const int HashDigits = 2 * SHA256.HashSizeInBytes;

    // Where there is something in one of these, there is a newsroom.
    private static readonly string[] Content = ["AspNetUsers", "Stories", "Releases", "Zones", "Topics", "Media", "Terms"];

    /// <summary>Writes everything as it is at one moment, while the portal goes on.</summary>
    /// <param name="db">The database.</param>
    /// <param name="media">The files of its pictures.</param>
    /// <param name="target">Where to; only ever written forwards.</param>
    /// <param name="hasSecrets">With passwords, passkeys, keys and links that let somebody in; without them, people need new links to come in.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="progress">Told the name of each table before it is written.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ArchiveManifest> ExportAsync(
        PortalDb db, MediaFiles media, Stream target, bool hasSecrets, DateTimeOffset now, IProgress<string>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(media);
        var schema = await ArchiveSchema.OfAsync(db, cancel);
        var secrets = hasSecrets ? null : new Secrets(db);
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using (var snapshot = await db.BeginSnapshotAsync(cancel))
            foreach (var table in schema.Tables.Where(t => !Secrets.IsOfNodes(db, t.Name) && secrets?.IsSecret(t.Name) != true))
            {
                progress?.Report(table.Name);
                await using var command = Select(db, table, snapshot);
                await using var reader = await command.ExecuteReaderAsync(cancel);
                await using var entry = zip.CreateEntry(EntryOf(table), CompressionLevel.Fastest).Open();
                rows[table.Name] = await ArchiveRows.WriteAsync(entry, reader, table.Columns, secrets?.Without(table.Name), cancel);
            }

        var manifest = new ArchiveManifest(
            ArchiveManifest.Archive, ArchiveManifest.Current, schema.Name, now, hasSecrets, rows, await WriteMediaAsync(zip, media, progress, cancel));
        manifest.Write(zip);
        return manifest;
    }

    /// <summary>
    /// Takes an archive into a database that holds nothing yet: makes it as old as the archive, fills it in one transaction, and brings it up to
    /// date. What is derived outside the database follows when the portal starts.
    /// </summary>
    /// <param name="db">The database; made when missing.</param>
    /// <param name="media">Where the files of pictures go.</param>
    /// <param name="source">The archive; read at random.</param>
    /// <param name="progress">Told the name of each table before it is filled.</param>
    /// <param name="cancel">Stops it; the database stays empty.</param>
    /// <exception cref="ArchiveException">The file is no archive, damaged or of a newer portal, or the database holds something.</exception>
    public static async Task<ArchiveManifest> ImportAsync(
        PortalDb db, MediaFiles media, Stream source, IProgress<string>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(media);
        using var zip = Open(source);
        var manifest = ArchiveManifest.Read(zip);
        if (manifest.Format != ArchiveManifest.Archive)
            throw new ArchiveException("It is the copy of a file of SQLite: 'restore' takes it.");
        var schema = ArchiveSchema.Named(db, manifest.Schema)
            ?? throw new ArchiveException($"It is of schema {manifest.Schema}, which this portal does not know: it was written by a newer one.");
        if (await HasContentAsync(db, cancel))
            throw new ArchiveException("The database holds a newsroom already. An archive is taken into an empty one only.");

        try
        {
            await ReadMediaAsync(zip, media, manifest, cancel);
            await db.GetService<IMigrator>().MigrateAsync(schema.Id, cancel);
            await FillAsync(db, zip, manifest, schema, progress, cancel);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException)
        {
            throw new ArchiveException($"The file is damaged: {damage.Message}", damage);
        }
        catch (DbException refusal)
        {
            throw new ArchiveException($"The database refuses what is in it: {refusal.Message}", refusal);
        }

        await db.Database.MigrateAsync(cancel);
        return manifest;
    }

    /// <summary>Opens a file that may be a zip.</summary>
    /// <exception cref="ArchiveException">It is none.</exception>
    public static ZipArchive Open(Stream source)
    {
        try
        {
            return new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException damage)
        {
            throw new ArchiveException("It is no zip file, or a damaged one.", damage);
        }
    }

    /// <summary>Adds the files of pictures, which are compressed already.</summary>
    internal static async Task<int> WriteMediaAsync(ZipArchive zip, MediaFiles media, IProgress<string>? progress, CancellationToken cancel)
    {
        progress?.Report("media");
        var count = 0;
        foreach (var hash in media.All())
        {
            await using var file = new FileStream(media.PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var entry = zip.CreateEntry(MediaFolder + hash, CompressionLevel.NoCompression).Open();
            await file.CopyToAsync(entry, cancel);
            count++;
        }

        return count;
    }

    /// <summary>Takes out the files of pictures. A file's name is the hash of its bytes, so that no other can come in.</summary>
    internal static async Task ReadMediaAsync(ZipArchive zip, MediaFiles media, ArchiveManifest manifest, CancellationToken cancel)
    {
        var count = 0;
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith(MediaFolder, StringComparison.Ordinal)))
        {
            if (await media.StoreAsync(await BytesAsync(entry, MediaFiles.Largest, cancel), cancel) is var hash && entry.FullName != MediaFolder + hash)
                throw new ArchiveException($"{entry.FullName} is damaged: its bytes have the hash {hash}.");
            count++;
        }

        if (count != manifest.MediaFiles)
            throw new ArchiveException(string.Create(CultureInfo.InvariantCulture, $"{manifest.MediaFiles} files of pictures should be in it, and {count} are."));
    }

    // The size that an archive says a file has may be wrong: what comes out is counted.
    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry, long most, CancellationToken cancel)
    {
        await using var file = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0; bytes.Write(buffer, 0, read))
        {
            if (bytes.Length + read > most)
                throw new ArchiveException($"{entry.FullName} is larger than any picture.");
        }

        return bytes.ToArray();
    }

    private static async Task FillAsync(
        PortalDb db, ZipArchive zip, ArchiveManifest manifest, ArchiveSchema schema, IProgress<string>? progress, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // What migrations write comes out of the archive as well.
        foreach (var delete in schema.Tables.Reverse().Select(table => $"""DELETE FROM "{table.Name}" """))
            await db.Database.ExecuteSqlRawAsync(delete, cancel);
        foreach (var table in schema.Tables)
        {
            if (!manifest.Rows.TryGetValue(table.Name, out var expected))
                continue;
            progress?.Report(table.Name);
            await using var entry = (zip.GetEntry(EntryOf(table)) ?? throw new ArchiveException($"{EntryOf(table)} is missing.")).Open();
            var count = 0L;
            await db.CopyAsync(new BulkRows(table.Name, table.Columns, Counted(ArchiveRows.Read(entry, table))), cancel);
            if (count != expected)
                throw new ArchiveException(string.Create(CultureInfo.InvariantCulture, $"{expected} rows of {table.Name} should be in it, and {count} are."));

            IEnumerable<object[]> Counted(IEnumerable<object[]> rows)
            {
                foreach (var row in rows)
                {
                    count++;
                    yield return row;
                }
            }
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<bool> HasContentAsync(PortalDb db, CancellationToken cancel)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel) || !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
            return false;
        foreach (var count in Content.Select(table => $"""SELECT COUNT(*) AS "Value" FROM "{table}" """))
            if (await db.Database.SqlQueryRaw<int>(count).SingleAsync(cancel) > 0)
                return true;
        return false;
    }

    private static DbCommand Select(PortalDb db, ArchiveTable table, IDbContextTransaction snapshot)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = snapshot.GetDbTransaction();
        command.CommandText = $"""
            SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM "{table.Name}" ORDER BY {string.Join(", ", table.Key.Select(k => $"\"{k}\""))}
            """;
        return command;
    }

    private static string EntryOf(ArchiveTable table) => $"{table.Name}.jsonl";
}
