using System.Runtime.Versioning;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

[UnsupportedOSPlatform("windows")]
public sealed class DoctorTests : IDisposable
{
    private const string PublicUrl = "--Portal:PublicUrl=https://news.example.org";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_newsroom_in_good_order_is_told_so_check_by_check()
    {
        await BeginAsync();
        File.SetUnixFileMode(folder.File("data"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await ChangeAsync(async db =>
        {
            var vera = await db.AddAccountAsync("vera@example.org", "Vera", Roles.Admin, "", "en", DateTimeOffset.UtcNow, default);
            vera.TwoFactorEnabled = true;
        });

        var outcome = await PortalProcess.RunAsync("doctor", PublicUrl, folder.Setting);

        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["settings", "addresses", "database", "migrations", "integrity", "search index", "versions", "links", "pictures", "sign-in", "keys", "disk", "clock", "files"],
            lines.Select(l => l[9..].Split(':')[0]));
        // How much room the disk has is not the test's to say.
        Assert.All(lines.Where(l => !l.Contains("disk:", StringComparison.Ordinal)), line => Assert.StartsWith("OK       ", line, StringComparison.Ordinal));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public async Task Each_ailment_is_named_with_what_to_do()
    {
        await BeginAsync();
        var data = folder.File("data");
        File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await ChangeAsync(async db =>
        {
            await db.AddAccountAsync("vera@example.org", "Vera", Roles.Admin, "", "en", DateTimeOffset.UtcNow, default);
            var at = DateTimeOffset.UtcNow.AddDays(-1);
            var (story, other) = (new Story(), new Story());
            Publish(story.Draft("en", new ReleaseContent { Headline = "A fair opens", Body = "Text.", MoreInfoUrl = "javascript:alert(1)" }, new Edit("Vera", at)), at);
            Publish(other.Draft("fa", new ReleaseContent { Headline = "نمایشگاه", Body = "Text." }, new Edit("Vera", at)), at);
            db.AddRange(story, other);
            db.Media.Add(new MediaItem(new string('a', 64), "image/png", "fair.png", 10, 1, 1, at));
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Releases" SET "TranslatedFromId" = 1, "TranslatedFromRevision" = 1 WHERE "Language" = 'fa'""");
            await db.Database.ExecuteSqlRawAsync("""PRAGMA foreign_keys=OFF; INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES (99, 1)""");
        });
        File.WriteAllText(Path.Combine(data, "notes.txt"), "From the future.");
        File.SetLastWriteTimeUtc(Path.Combine(data, "notes.txt"), DateTime.UtcNow.AddHours(2));

        var outcome = await PortalProcess.RunAsync("doctor", "--json", folder.Setting);

        using var said = JsonDocument.Parse(outcome.Output);
        var checks = said.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("check").GetString()!);
        string Verdict(string check) => checks[check].GetProperty("verdict").GetString()!;
        string Item(string check) => checks[check].GetProperty("items")[0].GetString()!;
        Assert.Equal((1, "failure"), (outcome.ExitCode, said.RootElement.GetProperty("verdict").GetString()));
        Assert.Equal("warning", Verdict("addresses"));
        // Nobody serves: nobody takes the changes in.
        Assert.Contains("changes behind", checks["search index"].GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.Equal("warning", Verdict("versions"));
        Assert.Equal(
            ["release 2 (fa) is a translation of release 1, which is of another story", "1 public releases in 'fa', which is not in Portal:Languages"],
            checks["versions"].GetProperty("items").EnumerateArray().Select(i => i.GetString()));
        Assert.Equal(("failure", "a row of AspNetUserRoles points to nothing in AspNetUsers"), (Verdict("integrity"), Item("integrity")));
        Assert.Equal("warning", Verdict("links"));
        Assert.EndsWith("NotWeb javascript:alert(1)", Item("links"), StringComparison.Ordinal);
        Assert.Equal(("failure", new string('a', 64)), (Verdict("pictures"), Item("pictures")));
        Assert.Equal(("warning", "vera@example.org"), (Verdict("sign-in"), Item("sign-in")));
        Assert.Contains("jumped back", checks["clock"].GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("chmod ", checks["files"].GetProperty("advice").GetString(), StringComparison.Ordinal);
        Assert.All(checks.Values.Where(c => c.GetProperty("verdict").GetString() != "ok"), c => Assert.NotEqual("", c.GetProperty("advice").GetString()));
    }

    [Fact]
    public async Task A_damaged_index_is_a_failure_that_a_rebuild_mends()
    {
        await BeginAsync();
        await File.WriteAllBytesAsync(folder.File("data/search.db"), new byte[5000]);

        var sick = await PortalProcess.RunAsync("doctor", PublicUrl, folder.Setting);
        var rebuilt = await PortalProcess.RunAsync("index", "rebuild", folder.Setting);
        var sound = await PortalProcess.RunAsync("doctor", PublicUrl, folder.Setting);

        Assert.Equal((1, 0, 0), (sick.ExitCode, rebuilt.ExitCode, sound.ExitCode));
        Assert.Contains("FAILURE  search index: the file is damaged", sick.Output, StringComparison.Ordinal);
        Assert.Contains("'index rebuild'", sick.Output, StringComparison.Ordinal);
        Assert.Contains("OK       search index: 0 releases", sound.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_a_failure_and_no_crash()
    {
        await BeginAsync();
        await ChangeAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        await using (var file = File.OpenWrite(folder.File("data/portal.db")))
        {
            var half = file.Length / 2;
            file.Seek(half, SeekOrigin.Begin);
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)half).ToArray());
        }

        var outcome = await PortalProcess.RunAsync("doctor", PublicUrl, folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("malformed'. Stop the portal, keep the file, and put the last backup back", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_it_makes_nothing()
    {
        var outcome = await PortalProcess.RunAsync("doctor", folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FAILURE  database: there is no file ", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task Wrong_settings_are_findings_too()
    {
        var outcome = await PortalProcess.RunAsync("doctor", "--json", folder.Setting, "--Portal:Sample=perhaps");

        using var said = JsonDocument.Parse(outcome.Output);
        var check = Assert.Single(said.RootElement.GetProperty("checks").EnumerateArray());
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(("settings", "Portal:Sample is 'perhaps'; it can be true or false"), (check.GetProperty("check").GetString(), check.GetProperty("said").GetString()));
    }

    [Theory]
    [InlineData("--Database:Provider=Postgres", "--ConnectionStrings:Portal=Host=127.0.0.1;Port=1;Timeout=2;Username=x;Password=secret-x;Database=x")]
    [InlineData("--Database:Provider=SqlServer", "--ConnectionStrings:Portal=Server=127.0.0.1,1;Connect Timeout=2;User Id=x;Password=secret-x;Encrypt=false")]
    public async Task A_server_that_does_not_answer_is_a_failure_that_tells_no_password(string provider, string connection)
    {
        var outcome = await PortalProcess.RunAsync("doctor", folder.Setting, provider, connection);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FAILURE  database: ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-x", outcome.Errors + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_postgres_the_servers_clock_is_asked()
    {
        await using var database = await Data.Tests.TestDatabase.CreateAsync(DatabaseProvider.Postgres);

        var outcome = await PortalProcess.RunAsync(
            "doctor", PublicUrl, folder.Setting, "--Database:Provider=Postgres", $"--ConnectionStrings:Portal={database.ConnectionString}");

        Assert.Contains("OK       database: Postgres ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("OK       integrity: not looked at", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  clock: ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILURE  clock", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task BeginAsync()
    {
        await folder.MigrateAsync();
        Assert.Equal(0, (await PortalProcess.RunAsync("index", "rebuild", folder.Setting)).ExitCode);
    }

    private static void Publish(Release release, DateTimeOffset at)
    {
        release.Submit(at);
        release.Approve(at);
        release.Publish(at, at);
    }

    private async Task ChangeAsync(Func<PortalDb, Task> change)
    {
        await using var services = new ServiceCollection()
            .AddPortalDb(DatabaseProvider.Sqlite, $"Data Source={folder.File("data/portal.db")};Pooling=false").BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        await change(db);
        await db.SaveChangesAsync();
    }
}
