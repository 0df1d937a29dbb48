using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Archives;
using ScoPortal.Data.Media;
using ScoPortal.Data.Providers;

namespace ScoPortal.Web.Commands;

/// <summary><c>backup</c>, <c>restore</c>, <c>export</c> and <c>import-archive</c>: the whole newsroom as one file, and back.</summary>
internal static class ArchiveCommand
{
    public static IEnumerable<Command> Commands(string[] settings)
    {
        var target = new Argument<string>("FILE") { Description = "The file to write; it must not exist." };
        var source = new Argument<string>("FILE") { Description = "The file." };
        var secrets = new Option<bool>("--with-secrets")
        {
            Description = "With passwords, second steps, passkeys and links that let somebody in, to move a portal. Without them everybody needs a link to come in by.",
        };

        var backup = new Command("backup", "Write everything to a file that 'restore' puts back, secrets included; the portal may go on running.") { target };
        backup.SetAction((parsed, cancel) => RunAsync(settings, place => place.WriteAsync(parsed.GetValue(target)!, place.BackUpAsync), cancel));
        var restore = new Command("restore", "Put a backup back where there is no newsroom yet; the portal must not be running.") { source };
        restore.SetAction((parsed, cancel) => RunAsync(settings, place => place.ReadAsync(parsed.GetValue(source)!, place.RestoreAsync), cancel));
        var export = new Command("export", "Write everything as JSON lines, for any engine; the portal may go on running.") { target, secrets };
        export.SetAction((parsed, cancel) => RunAsync(
            settings, place => place.WriteAsync(parsed.GetValue(target)!, (stream, _) => place.ExportAsync(stream, parsed.GetValue(secrets))), cancel));
        var import = new Command("import-archive", "Take in what 'export' wrote, where there is no newsroom yet; the portal must not be running.") { source };
        import.SetAction((parsed, cancel) => RunAsync(settings, place => place.ReadAsync(parsed.GetValue(source)!, place.ImportAsync), cancel));
        return [backup, restore, export, import];
    }

    private static Task<int> RunAsync(string[] settings, Func<Place, Task<ArchiveManifest>> work, CancellationToken cancel) =>
        Host.RunAsync(
            settings,
            async services =>
            {
                await using var scope = services.CreateAsyncScope();
                var manifest = await work(new Place(services, scope.ServiceProvider.GetRequiredService<PortalDb>(), cancel));
                await Console.Out.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{manifest.Format}, schema {manifest.Schema}, {manifest.WrittenAt:u}: {manifest.Rows.Values.Sum()} rows, {manifest.MediaFiles} files of pictures{(manifest.HasSecrets ? "; with secrets: keep it as you keep passwords" : "")}."));
                return 0;
            },
            cancel,
            migrates: false);

    // What is written and read, and where.
    private sealed class Place(IServiceProvider services, PortalDb db, CancellationToken cancel)
    {
        private readonly PortalOptions options = services.GetRequiredService<PortalOptions>();
        private readonly MediaFiles media = services.GetRequiredService<MediaFiles>();
        private readonly Told<string> progress = new(name => name);

        private DateTimeOffset Now => services.GetRequiredService<TimeProvider>().GetUtcNow();

        /// <summary>Writes a file under another name first: what has the name is complete.</summary>
        public async Task<ArchiveManifest> WriteAsync(string path, Func<Stream, string, Task<ArchiveManifest>> write)
        {
            if (File.Exists(path))
                throw new IOException($"{path} exists already.");
            if (!await db.Database.CanConnectAsync(cancel) || !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
                throw new IOException("There is no newsroom yet.");
            var unfinished = path + ".unfinished";
            try
            {
                ArchiveManifest manifest;
                await using (var stream = Create(unfinished))
                {
                    manifest = await write(stream, path);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(unfinished, path);
                return manifest;
            }
            finally
            {
                File.Delete(unfinished);
            }
        }

        public async Task<ArchiveManifest> ReadAsync(string path, Func<Stream, Task<ArchiveManifest>> read)
        {
            Directory.CreateDirectory(options.DataFolder);
            await using var stream = File.OpenRead(path);
            return await read(stream);
        }

        public Task<ArchiveManifest> BackUpAsync(Stream stream, string path) => options.Provider == DatabaseProvider.Sqlite
            ? SqliteBackup.WriteAsync(db, media, stream, path + ".copy", Now, progress, cancel)
            : ExportAsync(stream, hasSecrets: true);

        public Task<ArchiveManifest> ExportAsync(Stream stream, bool hasSecrets) => Archive.ExportAsync(db, media, stream, hasSecrets, Now, progress, cancel);

        public Task<ArchiveManifest> ImportAsync(Stream stream) => Archive.ImportAsync(db, media, stream, progress, cancel);

        public async Task<ArchiveManifest> RestoreAsync(Stream stream)
        {
            using var zip = Archive.Open(stream);
            var manifest = ArchiveManifest.Read(zip);
            if (manifest.Format != ArchiveManifest.SqliteBackup)
                return await ImportAsync(stream);
            if (options.Provider != DatabaseProvider.Sqlite)
                throw new ArchiveException("It is the copy of a file of SQLite. To move it to a server, restore it on SQLite, 'export --with-secrets' and 'import-archive'.");
            await SqliteBackup.RestoreAsync(zip, manifest, media, options.ConnectionString, cancel);
            return manifest;
        }

        // It may have secrets: nobody else reads it.
        private static FileStream Create(string path)
        {
            var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
                how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(path, how);
        }
    }
}
