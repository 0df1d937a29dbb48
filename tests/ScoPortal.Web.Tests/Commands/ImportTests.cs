using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public sealed class ImportTests : IDisposable
{
    private const string English = """
        Harbour town opens a second rail yard

        LIANYUNGANG, China, May 4, 2021 /PRNewswire/ -- The harbour town opened a second rail yard on Tuesday. Forty wagons a day are loaded there, twice as many as before.

        The yard was built in eleven months. It lies beside the first one, and both share a signal box.

        "We had waited for this," said the head of the yard.

        SOURCE The Harbour Office

        For more information, please visit: http://www.example.org/yard
        """;

    private const string German = """
        Hafenstadt öffnet zweiten Güterbahnhof

        Lianyungang, China (ots/PRNewswire) - Die Hafenstadt hat am Dienstag einen zweiten Güterbahnhof geöffnet. Dort werden am Tag vierzig Wagen beladen, doppelt so viele wie bisher.

        Der Bahnhof wurde in elf Monaten gebaut und liegt neben dem ersten. Beide teilen sich ein Stellwerk, und die Züge fahren in beide Richtungen.
        """;

    private static readonly string[] Fields =
    [
        "file", "language", "headline", "subheadline", "place", "country", "datelineDate", "datelinePrecision", "postedAt", "wires",
        "issuer", "distributor", "moreInfoUrl", "paragraphs", "noise", "warnings",
    ];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Bad_files_are_named_with_the_reason_and_the_others_become_drafts_once()
    {
        var (english, german) = (folder.File("yard.txt", English), folder.File("bahnhof.txt", German));
        var (empty, binary, huge, missing) = (folder.File("empty.txt", ""), folder.File("picture.txt"), folder.File("huge.txt"), folder.File("missing.txt"));
        await File.WriteAllBytesAsync(binary, [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 % 256))]);
        await using (var sparse = File.Create(huge))
            sparse.SetLength(50 * 1024 * 1024);
        await PortalProcess.RunAsync("migrate", folder.Setting);

        var outcome = await PortalProcess.RunAsync("import", english, empty, binary, huge, missing, german, folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                $"{empty}: it is empty", $"{binary}: it is binary, not text", $"{huge}: it is larger than {WireText.MaxBytes / 1024 / 1024} MiB", $"{missing}: there is no such file",
            ],
            outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal([$"{english}: draft 1", $"{german}: draft 2"], Lines(outcome));

        var again = await PortalProcess.RunAsync("import", english, german, folder.Setting);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal([$"{english}: imported before, as release 1", $"{german}: imported before, as release 2"], Lines(again));

        await using var db = Open();
        var releases = await db.Releases.Include(r => r.Original).OrderBy(r => r.Id).ToListAsync();
        Assert.Equal([ReleaseState.Draft, ReleaseState.Draft], releases.Select(r => r.State));
        Assert.Equal(["en", "de"], releases.Select(r => r.Language));
        Assert.Equal(["Harbour town opens a second rail yard", "Hafenstadt öffnet zweiten Güterbahnhof"], releases.Select(r => r.Content.Headline));
        Assert.Equal([English, German], releases.Select(r => r.Original!.Text));
        Assert.Equal(
            [("import", "release.import", "release/1"), ("import", "release.import", "release/2")],
            (await db.Audit.Where(e => e.Action == "release.import").OrderBy(e => e.Id).ToListAsync()).Select(e => (e.By, e.Action, e.Subject)));
        // What was not there at all is nothing to look at later.
        Assert.Equal(
            [("import", "empty.txt", "Empty"), ("import", "picture.txt", "Binary"), ("import", "huge.txt", "TooLarge")],
            (await db.FailedImports.OrderBy(f => f.Id).ToListAsync()).Select(f => (f.By, f.FileName, f.Reason)));
    }

    [Fact]
    public async Task A_dry_run_prints_one_line_of_json_a_file_and_stores_nothing()
    {
        var (english, german) = (folder.File("yard.txt", English), folder.File("bahnhof.txt", German));

        var outcome = await PortalProcess.RunAsync("import", "--dry-run", "--format", "json", english, folder.File("missing.txt"), german, folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.False(Directory.Exists(folder.File("data")));
        var lines = Lines(outcome).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(Fields, line.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(
            (english, "en", "Lianyungang", "CN", "2021-05-04", "day"),
            (Text(lines[0], "file"), Text(lines[0], "language"), Text(lines[0], "place"), Text(lines[0], "country"), Text(lines[0], "datelineDate"), Text(lines[0], "datelinePrecision")));
        Assert.Equal(3, lines[0].GetProperty("paragraphs").GetArrayLength());
        Assert.Equal("http://www.example.org/yard", Text(lines[0], "moreInfoUrl"));
        Assert.Equal(["ots", "PRNewswire"], lines[1].GetProperty("wires").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("moreInfoUrl").ValueKind);
        Assert.Contains("Güterbahnhof", Lines(outcome)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_into_nothing_makes_the_database_first()
    {
        var outcome = await PortalProcess.RunAsync("import", "--format", "json", folder.File("yard.txt", English), folder.Setting);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        var line = JsonDocument.Parse(Assert.Single(Lines(outcome))).RootElement;
        Assert.Equal(("imported", 1), (Text(line, "result"), line.GetProperty("release").GetInt32()));
    }

    public void Dispose() => folder.Dispose();

    private PortalDb Open() => new ServiceCollection()
        .AddPortalDb(DatabaseProvider.Sqlite, $"Data Source={folder.File("data/portal.db")};Pooling=false").BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    private static string[] Lines(Outcome outcome) => outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Text(JsonElement line, string field) => line.GetProperty(field).GetString();
}
