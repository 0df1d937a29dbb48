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

    private static async Task<Imported> ImportAsync(TestDatabase newsroom, string text)
    {
        await using var db = newsroom.Open();
        return await db.ImportAsync(
            Incoming.From(WireReader.Read(text), text, "quay.txt"), new Edit("import", TestDatabase.Now), _ => { }, CancellationToken.None);
    }
}
