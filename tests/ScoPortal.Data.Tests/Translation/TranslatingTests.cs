using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Translation;

public class TranslatingTests
{
    private const string English = "The port opened. It has 12 berths.";
    private const string Newer = "The port was opened to ships. It has 14 berths.";
    private const string German = "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze.";

    [Theory, OnPostgres, OnSqlServer]
    public async Task Saving_a_draft_and_saving_its_source_do_not_lock_each_other_out(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = await StaleAsync(newsroom);
        await using var other = newsroom.Open();
        await using (var transaction = await other.Database.BeginTransactionAsync())
        {
            // As a save of the source does it: the change log first, then the count of its translation.
            await other.LockLogAsync(CancellationToken.None);
            var draft = Task.Run(() => ConfirmAsync(newsroom, id));
            await Task.WhenAny(draft, Task.Delay(TimeSpan.FromSeconds(2)));

            await other.Releases.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.StaleSentences, 5));
            await transaction.CommitAsync();
            await draft;
        }

        await using var db = newsroom.Open();
        Assert.Equal(1, (await db.ReleaseAsync(id)).StaleSentences);
    }

    [Fact]
    public async Task A_save_that_the_engine_gives_up_for_another_one_is_tried_again()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var id = await StaleAsync(newsroom);
        await using var other = newsroom.Open();
        await using var db = newsroom.Open();
        ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = 1;
        var attempts = 0;

        var saved = await db.ChangeTranslationAsync(
            id, Desk.Anna,
            open =>
            {
                if (attempts++ == 0)
                    other.Database.BeginTransaction();
                else
                    other.Database.CurrentTransaction?.Rollback();
                return Confirm(open);
            },
            CancellationToken.None);

        Assert.Equal((true, 2), (saved is not null, attempts));
    }

    private static async Task ConfirmAsync(TestDatabase newsroom, int id)
    {
        await using var db = newsroom.Open();
        Assert.NotNull(await db.ChangeTranslationAsync(id, Desk.Anna, Confirm, CancellationToken.None));
    }

    // "Still fine" leaves one sentence to look at.
    private static bool Confirm(OpenTranslation open)
    {
        var unit = open.Draft.Units.Single(u => u.Source == "It has 14 berths.");
        return open.Draft.Write(unit.Id, unit.Target, unit.Target, confirm: true, Desk.Anna);
    }

    // A German release whose two sentences are older than the English ones.
    private static async Task<int> StaleAsync(TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        var story = new Story();
        var source = story.Draft("en", Desk.Text("Port opened", English), Desk.Anna);
        var target = story.Draft("de", Desk.Text("Hafen eröffnet", German), Desk.Anna);
        db.Add(story);
        await db.SaveChangesAsync();
        target.Follow(source, 1);
        await db.SaveChangesAsync();
        source.Save(source.Content with { Body = Newer }, source.RevisionNumber, Desk.Chen);
        await db.SaveChangesAsync();
        return target.Id;
    }
}
