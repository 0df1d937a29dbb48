using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Archives;
using ScoPortal.Data.Media;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Archives;

/// <summary>How a newsroom moves from one database to another.</summary>
public sealed partial class ArchiveTests : IDisposable
{
    private static readonly byte[] Picture = [1, 2, 3, 4];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoportal-archive-");

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Postgres, DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres, DatabaseProvider.Postgres)]
    public async Task A_newsroom_that_moves_to_another_engine_is_the_same_there(DatabaseProvider from, DatabaseProvider to)
    {
        await using var old = await TestDatabase.CreateAsync(from, sample: true);
        await old.HireAsync();
        var archive = await ExportAsync(old, hasSecrets: true);
        await using var @new = await TestDatabase.CreateAsync(to);

        await ImportAsync(@new, archive);

        Assert.Equal(TextOf(archive), TextOf(await ExportAsync(@new, hasSecrets: true)));
        Assert.Equal(Picture, await Pictures("in").ReadAsync(await Pictures("in").StoreAsync(Picture, default), default));
        await using var db = @new.Open();
        Assert.NotEmpty(await db.Releases.Where(r => r.TranslatedFromId != null).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Work_goes_on_where_a_newsroom_has_moved_to(DatabaseProvider engine)
    {
        await using var old = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        await using var @new = await TestDatabase.CreateAsync(engine);
        await ImportAsync(@new, await ExportAsync(old));

        await using var db = @new.Open();
        var newest = await db.NewestChangeAsync();
        var release = await db.Releases.Include(r => r.Revisions).FirstAsync();
        release.Save(release.Content with { Headline = "A new headline" }, release.Revisions.Max(r => r.Number), new Edit("Vera", TestDatabase.Now));
        await db.SaveChangesAsync();
        await @new.HireAsync("vera@example.org");

        Assert.True(await db.NewestChangeAsync() > newest);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Without_secrets_an_archive_lets_nobody_in(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await newsroom.HireAsync();

        var archive = TextOf(await ExportAsync(newsroom));

        Assert.Contains("lena@example.org", archive["AspNetUsers.jsonl"], StringComparison.Ordinal);
        Assert.DoesNotContain("a hash of a password", string.Concat(archive.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("an old stamp", string.Concat(archive.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("AspNetUserTokens.jsonl", archive.Keys);
        Assert.DoesNotContain("Sessions.jsonl", archive.Keys);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task An_archive_of_an_older_portal_is_brought_up_to_date(DatabaseProvider engine)
    {
        await using var old = await TestDatabase.CreateAsync(engine);
        await using (var before = old.Open())
        {
            await before.GetService<IMigrator>().MigrateAsync("Newsroom");
            await before.Database.ExecuteSqlRawAsync("""
                INSERT INTO "Audit" ("At", "By", "Action", "Subject") VALUES ('2026-01-02T03:04:05Z', 'Lena', 'SignedIn', 'Account 1')
                """);
        }

        var archive = await ExportAsync(old);
        await using var @new = await TestDatabase.CreateAsync(engine);
        var manifest = await ImportAsync(@new, archive);

        Assert.Equal("Newsroom", manifest.Schema);
        await using var db = @new.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal("Lena", (await db.Audit.SingleAsync()).By);
    }

    [Fact]
    public async Task A_newsroom_is_never_written_over()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        var archive = await ExportAsync(newsroom);

        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => ImportAsync(newsroom, archive));

        Assert.Contains("holds a newsroom already", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Releases.jsonl", "{\"Id\":1,", "Line 1 of Releases cannot be read")]
    [InlineData("Releases.jsonl", "{\"Id\":\"one\"}\n", "Line 1 of Releases cannot be read")]
    [InlineData("Releases.jsonl", "{\"Id\":1}\n", "refuses what is in it")]
    [InlineData("Releases.jsonl", "", "rows of Releases should be in it, and 0 are")]
    [InlineData("manifest.json", "{", "manifest.json cannot be read")]
    [InlineData("manifest.json", "null", "cannot read")]
    [InlineData("manifest.json", "{\"format\":\"scoportal-archive\",\"version\":9,\"schema\":\"Leases\",\"writtenAt\":\"2026-01-01T00:00:00Z\",\"hasSecrets\":false,\"rows\":{},\"mediaFiles\":0}", "of version 9")]
    [InlineData("manifest.json", "{\"format\":\"scoportal-archive\",\"version\":1,\"schema\":\"Tomorrow\",\"writtenAt\":\"2026-01-01T00:00:00Z\",\"hasSecrets\":false,\"rows\":{},\"mediaFiles\":0}", "written by a newer one")]
    [InlineData("media/9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a", "other bytes", "is damaged")]
    public async Task A_damaged_archive_is_refused_and_leaves_the_database_empty(string entry, string text, string told)
    {
        await using var old = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        var archive = await ExportAsync(old);
        Replace(archive, entry, text);
        await using var @new = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        var refusal = await Assert.ThrowsAsync<ArchiveException>(() => ImportAsync(@new, archive));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        await using var db = @new.Open();
        Assert.False(await db.Releases.AnyAsync());
        Assert.False(await db.Zones.AnyAsync());
    }

    [Fact]
    public async Task A_backup_of_a_file_of_SQLite_is_put_back_whole_while_the_portal_goes_on()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        await using var db = newsroom.Open();
        await Pictures("out").StoreAsync(Picture, default);
        await using var file = new MemoryStream();
        await using (await db.Database.BeginTransactionAsync())
        {
            // Somebody is writing: that is in no backup.
            await db.Terms.ExecuteDeleteAsync();
            await using var other = newsroom.Open();
            await SqliteBackup.WriteAsync(other, Pictures("out"), file, At("copy.db"), TestDatabase.Now, progress: null, default);
        }

        using var zip = Archive.Open(file);
        var path = $"Data Source={At("portal.db")}";
        await SqliteBackup.RestoreAsync(zip, ArchiveManifest.Read(zip), Pictures("in"), path, default);

        await using var back = new SqlitePortalDb(Options(path));
        Assert.Equal(await db.Releases.CountAsync(), await back.Releases.CountAsync());
        Assert.NotEmpty(await back.Terms.ToListAsync());
        Assert.NotNull(await Pictures("in").ReadAsync(Pictures("out").All().Single(), default));
        Assert.False(File.Exists(At("copy.db")));
        await Assert.ThrowsAsync<ArchiveException>(() => SqliteBackup.RestoreAsync(zip, ArchiveManifest.Read(zip), Pictures("in"), path, default));
    }

    [Fact]
    public async Task The_file_is_kept_before_its_schema_changes()
    {
        var path = $"Data Source={At("portal.db")};Pooling=False";
        await using var db = new SqlitePortalDb(Options(path));
        Assert.Null(await SqliteBackup.KeepAsync(db, default));
        await db.GetService<IMigrator>().MigrateAsync("Translation");

        var copy = await SqliteBackup.KeepAsync(db, default);
        await db.Database.MigrateAsync();

        await using var before = new SqlitePortalDb(Options($"Data Source={copy};Pooling=False"));
        Assert.EndsWith("_Translation", (await before.Database.GetAppliedMigrationsAsync()).Last(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static DbContextOptions<SqlitePortalDb> Options(string connectionString)
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        SqlitePortalDb.Use(options, connectionString);
        return options.Options;
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private MediaFiles Pictures(string name) => new(At(name));

    private async Task<MemoryStream> ExportAsync(TestDatabase newsroom, bool hasSecrets = false)
    {
        await Pictures("out").StoreAsync(Picture, default);
        await using var db = newsroom.Open();
        var file = new MemoryStream();
        await Archive.ExportAsync(db, Pictures("out"), file, hasSecrets, TestDatabase.Now, progress: null, default);
        return file;
    }

    private async Task<ArchiveManifest> ImportAsync(TestDatabase newsroom, MemoryStream archive)
    {
        await using var db = newsroom.Open();
        return await Archive.ImportAsync(db, Pictures("in"), archive, progress: null, default);
    }

    private static void Replace(MemoryStream archive, string entry, string text)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true);
        zip.GetEntry(entry)!.Delete();
        using var stream = zip.CreateEntry(entry).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    // PostgreSQL keeps instants to the microsecond.
    private static SortedDictionary<string, string> TextOf(MemoryStream archive)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            texts[entry.FullName] = Instant().Replace(reader.ReadToEnd(), "${micros}Z");
        }

        return texts;
    }

    [GeneratedRegex(@"(?<micros>\.\d{6})\dZ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Instant();
}

file static class Hiring
{
    public static async Task HireAsync(this TestDatabase newsroom, string email = "lena@example.org")
    {
        await using var db = newsroom.Open();
        var account = await db.AddAccountAsync(email, "Lena", Roles.Editor, "", "en", TestDatabase.Now, default);
        await db.SaveChangesAsync();
        (account.PasswordHash, account.SecurityStamp) = ("a hash of a password", "an old stamp");
        db.UserTokens.Add(new() { UserId = account.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "a key" });
        await db.SaveChangesAsync();
    }
}
