using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Stories;

public class ImportingTests
{
    private const string Text = "Port opens a second quay\n\nLIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- The port has opened a second quay.\n";

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_text_becomes_a_draft_with_its_untouched_original(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);

        var imported = await ImportAsync(newsroom, Text);

        await using var db = newsroom.Open();
        var release = await db.Releases.Include(r => r.Original).Include(r => r.Revisions).SingleAsync(r => r.Id == imported.ReleaseId);
        Assert.True(imported.IsNew);
        Assert.Equal((ReleaseState.Draft, "en", "Port opens a second quay"), (release.State, release.Language, release.Content.Headline));
        Assert.Equal((Text, "quay.txt"), (release.Original!.Text, release.Original.FileName));
        Assert.Equal(("import", "quay.txt"), (release.Revisions[0].By, release.Revisions[0].Note));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_same_text_makes_one_release_whatever_its_white_space(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var first = await ImportAsync(newsroom, Text);

        var again = await ImportAsync(newsroom, Text.Replace(" ", "  ", StringComparison.Ordinal) + "\r\n");

        Assert.Equal(new Imported(first.ReleaseId, IsNew: false), again);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Imports_of_one_text_at_once_make_one_release(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ImportAsync(newsroom, Text))));

        await using var db = newsroom.Open();
        Assert.Equal(1, await db.Releases.CountAsync());
        Assert.Single(all, i => i.IsNew);
        Assert.Single(all.Select(i => i.ReleaseId).Distinct());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_draft_is_filed_and_keeps_its_numbers_and_the_line_of_the_audit_comes_with_it(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var zone = await db.Zones.Where(z => z.Key == "scoda").Select(z => z.Id).SingleAsync();
        var topic = await db.Topics.Where(t => t.Key == "modern-trade").Select(t => t.Id).SingleAsync();
        var incoming = Incoming.From(WireReader.Read(Text), Text, "quay.txt") with
        {
            ZoneIds = [zone],
            TopicIds = [topic],
            ExternalIds = [("asianet", "67255")],
            EventDate = Core.PartialDate.Year(2021),
        };

        var imported = await db.ImportAsync(
            incoming, new Edit("Vera", TestDatabase.Now), r => db.Audit.Add(new(TestDatabase.Now, "Vera", "release.import", $"release/{r.Id}")), CancellationToken.None);

        await using var later = newsroom.Open();
        var release = await later.Releases.Include(r => r.ExternalIds).Include(r => r.Story.Zones).Include(r => r.Story.Topics).AsSplitQuery().SingleAsync(r => r.Id == imported.ReleaseId);
        Assert.Equal(("scoda", "modern-trade", "2021"), (release.Story.Zones.Single().Key, release.Story.Topics.Single().Key, release.Story.EventDate.ToString()));
        Assert.Equal(("asianet", "67255"), (release.ExternalIds.Single().Scheme, release.ExternalIds.Single().Value));
        Assert.Equal($"release/{release.Id}", (await later.Audit.SingleAsync()).Subject);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_file_that_a_text_was_taken_out_of_is_kept_untouched(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var db = newsroom.Open();
        byte[] page = [0xFF, 0x00, .. "<p>Port opens a second quay</p>"u8];
        var incoming = Incoming.From(WireReader.Read(Text), Text, "quay.html") with { Source = page, SourceType = "text/html" };

        var imported = await db.ImportAsync(incoming, new Edit("Vera", TestDatabase.Now), _ => { }, CancellationToken.None);

        await using var later = newsroom.Open();
        var original = await later.Originals.SingleAsync(o => o.ReleaseId == imported.ReleaseId);
        Assert.Equal((Text, "text/html"), (original.Text, original.SourceType));
        Assert.Equal(page, original.Source);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Without_its_line_of_the_audit_no_draft_is_made(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var db = newsroom.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.ImportAsync(
            Incoming.From(WireReader.Read(Text), Text, "quay.txt"), new Edit("Vera", TestDatabase.Now), _ => throw new InvalidOperationException(), CancellationToken.None));

        await using var later = newsroom.Open();
        Assert.Equal(0, await later.Releases.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_same_failure_is_noted_once_the_last_time(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        foreach (var (reason, text, hour) in new[] { ("Empty", null, 0), ("Language:fr", "Le port.", 1), ("Empty", null, 2), ("Language:fr", "La gare.", 3) })
        {
            await using var db = newsroom.Open();
            await db.KeepFailedAsync(new string('x', 400) + "quay.txt", reason, text, "import", TestDatabase.Now.AddHours(hour), CancellationToken.None);
        }

        await using var later = newsroom.Open();
        var failed = await later.FailedImports.OrderBy(f => f.At).ToListAsync();
        Assert.Equal([("Language:fr", "Le port.", 1), ("Empty", null, 2), ("Language:fr", "La gare.", 3)], failed.Select(f => (f.Reason, f.Text, (f.At - TestDatabase.Now).Hours)));
        Assert.All(failed, f => Assert.True(f.FileName.Length == 300 && f.FileName.EndsWith("quay.txt", StringComparison.Ordinal)));
    }

    private static async Task<Imported> ImportAsync(TestDatabase newsroom, string text)
    {
        await using var db = newsroom.Open();
        return await db.ImportAsync(
            Incoming.From(WireReader.Read(text), text, "quay.txt"), new Edit("import", TestDatabase.Now, "quay.txt"), _ => { }, CancellationToken.None);
    }
}
