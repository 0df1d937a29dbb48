using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Web.Tests.Commands;

public sealed partial class ImportTests : IDisposable
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
        "file", "language", "headline", "subheadline", "place", "country", "datelineDate", "datelinePrecision", "datelineYearInferred", "postedAt",
        "capturedAt", "eventDate", "eventYearInferred", "wires", "issuer", "distributor", "moreInfoUrl", "externalIds", "rights", "mediaLinks",
        "contacts", "isMarkdown", "paragraphs", "boilerplate", "noise", "warnings",
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
        await folder.MigrateAsync();

        var outcome = await PortalProcess.RunAsync("import", english, empty, binary, huge, missing, german, folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                $"{empty}: it is empty", $"{binary}: it is binary, not text", $"{huge}: it is larger than {WireText.MaxBytes / 1024 / 1024} MiB", $"{missing}: there is no such file",
                "2 done (0 known before, 0 likely copies), 4 failed",
            ],
            Errors(outcome));
        Assert.Equal([$"{english}: draft 1", $"{german}: draft 2"], Lines(outcome));

        var again = await PortalProcess.RunAsync("import", english, german, folder.Setting);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(["2 done (2 known before, 0 likely copies), 0 failed"], Errors(again));
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

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["1 done (0 known before, 0 likely copies), 0 failed"], Errors(outcome));
        var line = JsonDocument.Parse(Assert.Single(Lines(outcome))).RootElement;
        Assert.Equal(("imported", 1), (Text(line, "result"), line.GetProperty("release").GetInt32()));
    }

    [Fact]
    public async Task A_web_page_and_a_text_in_traditional_Chinese_become_drafts_with_what_they_came_from()
    {
        var page = folder.File("yard.html", $"<!DOCTYPE html><html lang='en'><head><title>Yard</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Harbour town opens a second rail yard</h1>{string.Concat(English.Split("\n\n").Skip(1).Select(p => $"<p>{p}</p>"))}</article></body></html>");
        var traditional = folder.File("yard-hant.txt", "港口為企業開設服務窗口\n\n青島2021年6月18日 /美通社/ -- 港口管理部門週一為承運企業開設了新的服務窗口，這裡發展很快，工作人員對此表示滿意。\n");

        var outcome = await PortalProcess.RunAsync("import", page, traditional, folder.Setting);

        Assert.Equal(0, outcome.ExitCode);
        await using var db = Open();
        var drafts = await db.Releases.Include(r => r.Original).OrderBy(r => r.Id).ToListAsync();
        Assert.Equal(["en", "zh"], drafts.Select(r => r.Language));
        Assert.Equal("Harbour town opens a second rail yard", drafts[0].Content.Headline);
        Assert.Equal(await File.ReadAllBytesAsync(page), drafts[0].Original!.Source);
        Assert.Equal("text/html", drafts[0].Original!.SourceType);
        Assert.Null(drafts[1].Original!.Source);
    }

    [Fact]
    public async Task A_folder_is_imported_with_the_folders_in_it_and_a_copy_is_named_with_its_original()
    {
        Directory.CreateDirectory(folder.File("wire/later"));
        var (original, other) = (folder.File("wire/a.txt", English), folder.File("wire/b.txt", German));
        var copy = folder.File("wire/later/c.txt", English.Replace("Harbour town opens a second rail yard", "New yard on the coast", StringComparison.Ordinal).Replace("/PRNewswire/", "/PRNewswire-AsiaNet/", StringComparison.Ordinal));
        var (same, bad) = (folder.File("wire/later/d.txt", English + "\n\n"), folder.File("wire/later/e.txt", " "));

        var outcome = await PortalProcess.RunAsync("import", folder.File("wire"), folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [$"{original}: draft 1", $"{other}: draft 2", $"{copy}: draft 3, likely a copy of release 1 (N %)", $"{same}: imported before, as release 1"],
            Lines(outcome).Select(l => Percent().Replace(l, "(N %)")));
        Assert.Equal([$"{bad}: it is empty", "4 done (1 known before, 1 likely copies), 1 failed"], Errors(outcome));
        await using var db = Open();
        var offered = await db.Suggestions.SingleAsync(s => s.Kind == SuggestionKind.SyndicatedCopy);
        Assert.Equal((3, 1, SuggestionState.Open), (offered.ReleaseId, offered.OtherId, offered.State));
        Assert.Equal(3, await db.Audit.CountAsync(e => e.Action == "release.import"));
    }

    [Fact]
    public async Task A_copy_is_a_list_in_json_and_texts_without_one_have_no_such_field()
    {
        var (original, copy) = (folder.File("a.txt", English), folder.File("b.txt", "New yard on the coast" + English[English.IndexOf('\n', StringComparison.Ordinal)..]));

        var outcome = await PortalProcess.RunAsync("import", "--format", "json", original, copy, folder.Setting);

        var lines = Lines(outcome).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.False(lines[0].TryGetProperty("copies", out _));
        var named = Assert.Single(lines[1].GetProperty("copies").EnumerateArray());
        Assert.Equal(1, named.GetProperty("release").GetInt32());
        Assert.InRange(named.GetProperty("similarity").GetDouble(), 0.75, 1);
    }

    [Fact]
    public async Task A_text_that_the_database_refuses_costs_its_neighbours_nothing()
    {
        var (english, german) = (folder.File("a.txt", English), folder.File("c.txt", German));
        var refused = folder.File("b.txt", English.Replace("Harbour", "Refused", StringComparison.Ordinal));
        await folder.MigrateAsync();
        await using (var db = Open())
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER refuse BEFORE INSERT ON \"Releases\" WHEN NEW.\"Headline\" LIKE 'Refused%' BEGIN SELECT RAISE(ABORT, 'not this one'); END");

        var outcome = await PortalProcess.RunAsync("import", english, refused, german, folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([$"{english}: draft 1", $"{german}: draft 2"], Lines(outcome));
        Assert.Equal([$"{refused}: SQLite Error 19: 'not this one'.", "2 done (0 known before, 0 likely copies), 1 failed"], Errors(outcome));
    }

    [Fact]
    public async Task An_item_of_a_feed_that_fails_is_named_with_its_number_and_costs_the_files_around_it_nothing()
    {
        var (english, german) = (folder.File("a.txt", English), folder.File("c.txt", German));
        var feed = folder.File("b.xml", """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Port office</title>
            <item><title>Port opens a second quay</title><description>The port has opened a second quay on Tuesday, and trains stand beside the ships there.</description></item>
            <item><title>Gare</title><description>Le port est dans la ville et les trains sont sur le quai de la gare depuis mardi.</description></item>
            <item><title></title></item></channel></rss>
            """);

        var outcome = await PortalProcess.RunAsync("import", english, feed, german, folder.Setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([$"{english}: draft 1", $"{feed}#1: draft 2", $"{german}: draft 3"], Lines(outcome));
        Assert.Equal([$"{feed}#2: its language (fr) is none of the portal's", $"{feed}#3: ", "3 done (0 known before, 0 likely copies), 2 failed"], Errors(outcome).Select(l => l.StartsWith($"{feed}#3: ", StringComparison.Ordinal) ? $"{feed}#3: " : l));
        await using var db = Open();
        Assert.Equal(["b.xml#2 Language:fr", "b.xml#3 NoStory"], await db.FailedImports.OrderBy(f => f.Id).Select(f => f.FileName + " " + f.Reason).ToListAsync());
    }

    [Fact]
    public async Task What_is_interrupted_says_so_and_goes_on_where_it_was()
    {
        // Nobody reads what the command prints until it is interrupted: some sixty of its lines are all that a pipe takes, so that most is still
        // to be done then, however late it hears of it.
        var wire = $"wire/{string.Join('/', Enumerable.Repeat(new string('a', 200), 5))}";
        Directory.CreateDirectory(folder.File(wire));
        for (var i = 0; i < 700; i++)
            folder.File($"{wire}/{i:0000}.txt", English.Replace("Forty wagons", $"{i} wagons", StringComparison.Ordinal));
        await folder.MigrateAsync();

        var outcome = await PortalProcess.InterruptAsync(after: 1, "import", folder.File("wire"), folder.Setting);

        var stored = Lines(outcome).Length;
        Assert.Equal(130, outcome.ExitCode);
        Assert.InRange(stored, 1, 699);
        Assert.StartsWith($"Interrupted: {stored} done (0 known before, ", Errors(outcome)[^1], StringComparison.Ordinal);
        await using (var db = Open())
            Assert.Equal(stored, await db.Releases.CountAsync());

        var again = await PortalProcess.RunAsync("import", folder.File("wire"), folder.Setting);
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith($"700 done ({stored} known before, ", Errors(again)[^1], StringComparison.Ordinal);
        await using (var db = Open())
            Assert.Equal(700, await db.Releases.CountAsync());
    }

    public void Dispose() => folder.Dispose();

    private PortalDb Open() => new ServiceCollection()
        .AddPortalDb(DatabaseProvider.Sqlite, $"Data Source={folder.File("data/portal.db")};Pooling=false").BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    private static string[] Lines(Outcome outcome) => outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Without how long it took, and how far it had come every few seconds.
    private static string[] Errors(Outcome outcome) =>
    [
        .. outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => !l.EndsWith(" a second", StringComparison.Ordinal)).Select(l => Duration().Replace(l, "")),
    ];

    [GeneratedRegex(@" in \d+\.\d s$", RegexOptions.NonBacktracking)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\([789]\d %\)", RegexOptions.NonBacktracking)]
    private static partial Regex Percent();

    private static string? Text(JsonElement line, string field) => line.GetProperty(field).GetString();
}
