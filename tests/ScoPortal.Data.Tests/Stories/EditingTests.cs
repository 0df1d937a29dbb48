using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Stories;

public class EditingTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Two_editors_who_save_one_release_at_once_lose_neither_text(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = await newsroom.DraftAsync("en", "Trains from Qingdao");
        var (anna, chen) = (await newsroom.HireAsync("anna"), await newsroom.HireAsync("chen"));

        var outcomes = await Task.WhenAll(
            TryAsync(newsroom, id, Desk.Text("Anna's headline"), Desk.Anna, anna),
            TryAsync(newsroom, id, Desk.Text("Chen's headline"), Desk.Chen, chen));

        await using var db = newsroom.Open();
        var release = await db.ReleaseAsync(id);
        var conflict = Assert.Single(outcomes, o => o is not null)!;
        var (winner, loser, loserId) = outcomes[0] is null
            ? ("Anna's headline", "Chen's headline", chen)
            : ("Chen's headline", "Anna's headline", anna);
        Assert.Equal((loser, winner, 2), (conflict.Mine.Headline, conflict.Theirs.Headline, conflict.TheirRevision));
        Assert.Equal(["Trains from Qingdao", winner], release.Revisions.OrderBy(r => r.Number).Select(r => r.Content.Headline));
        var kept = await db.WorkingCopies.SingleAsync();
        Assert.Equal((id, loserId, 1, loser), (kept.ReleaseId, kept.AccountId, kept.BasedOn, kept.Kept().Headline));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_save_that_meets_a_change_of_state_is_made_all_the_same(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = await newsroom.DraftAsync("en", "Trains from Qingdao");
        await using var db = newsroom.Open();
        BeforeItIsWritten(db, newsroom, id, release => release.Submit(Desk.Morning));

        var revision = await db.SaveEditAsync(id, Desk.Text("More trains"), 1, Desk.Anna, accountId: null);

        Assert.Equal(2, revision!.Number);
        Assert.Equal(ReleaseState.InReview, (await db.ReleaseAsync(id)).State);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_text_that_comes_between_reading_and_writing_is_a_conflict_too(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = await newsroom.DraftAsync("en", "Trains from Qingdao");
        var anna = await newsroom.HireAsync("anna");
        await using var db = newsroom.Open();
        BeforeItIsWritten(db, newsroom, id, release => release.Save(Desk.Text("Chen's headline"), 1, Desk.Chen));

        var conflict = await Assert.ThrowsAsync<EditConflictException>(
            () => db.SaveEditAsync(id, Desk.Text("Anna's headline"), 1, Desk.Anna, anna));

        Assert.Equal(("Anna's headline", "Chen's headline"), (conflict.Mine.Headline, conflict.Theirs.Headline));
        Assert.Equal("Anna's headline", (await db.WorkingCopies.SingleAsync()).Kept().Headline);
        Assert.Equal("Chen's headline", (await db.ReleaseAsync(id)).Content.Headline);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_saved_text_needs_no_working_copy_any_more(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = await newsroom.DraftAsync("en", "Trains from Qingdao");
        var anna = await newsroom.HireAsync("anna");
        await using var db = newsroom.Open();
        var copy = new WorkingCopy { ReleaseId = id, AccountId = anna };
        var typed = Desk.Text("More tr") with { Dateline = new Dateline { Date = PartialDate.Parse("--04-12") } };
        copy.Keep(typed, 1, Desk.Morning);
        db.Add(copy);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        Assert.Equal(typed, (await db.WorkingCopies.SingleAsync()).Kept());

        await db.SaveEditAsync(id, Desk.Text("More trains"), 1, Desk.Anna, anna);

        Assert.False(await db.WorkingCopies.AnyAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Without_the_rule_the_database_itself_refuses_the_second_save(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = await newsroom.DraftAsync("en", "Trains from Qingdao");
        await using var anna = newsroom.Open();
        await using var chen = newsroom.Open();
        var (hers, his) = (await anna.ReleaseAsync(id), await chen.ReleaseAsync(id));

        hers.Save(Desk.Text("Anna's headline"), 1, Desk.Anna);
        his.Save(Desk.Text("Chen's headline"), 1, Desk.Chen);
        await anna.SaveChangesAsync();
        var failure = await Assert.ThrowsAnyAsync<DbUpdateException>(() => chen.SaveChangesAsync());

        Assert.True(failure is DbUpdateConcurrencyException || chen.IsUniqueViolation(failure));
        await using var db = newsroom.Open();
        Assert.Equal("Anna's headline", (await db.ReleaseAsync(id)).Content.Headline);
        Assert.Equal(await db.NewestChangeAsync(), await db.Changes.CountAsync());
    }

    // Somebody else is quicker by a hair: after this context has read the release and before it writes.
    private static void BeforeItIsWritten(PortalDb db, TestDatabase newsroom, int id, Action<Release> change)
    {
        var done = false;
        db.ChangeTracker.Tracked += (_, e) =>
        {
            if (e.Entry.Entity is not Revision || e.FromQuery || done)
                return;

            done = true;
            Task.Run(async () =>
            {
                await using var other = newsroom.Open();
                change(await other.ReleaseAsync(id));
                await other.SaveChangesAsync();
            }).GetAwaiter().GetResult();
        };
    }

    private static async Task<EditConflictException?> TryAsync(TestDatabase newsroom, int id, ReleaseContent content, Edit edit, int account)
    {
        await using var db = newsroom.Open();
        return await Record.ExceptionAsync(() => db.SaveEditAsync(id, content, 1, edit, account)) switch
        {
            null => null,
            EditConflictException conflict => conflict,
            var other => throw other,
        };
    }
}
