using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using Xunit;

namespace ScoPortal.Data.Tests.Accounts;

public class AuditTests
{
    private static readonly DateTimeOffset Now = TestDatabase.Now;

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_line_is_never_changed(DatabaseProvider engine)
    {
        await using var newsroom = await NewsroomAsync(engine, Line("release.publish", Now));
        await using var db = newsroom.Open();
        var line = await db.Audit.SingleAsync();

        db.Entry(line).Property(e => e.By).CurrentValue = "Somebody else";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        await using var later = newsroom.Open();
        Assert.Equal("A. Weber", (await later.Audit.SingleAsync()).By);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_line_is_never_removed(DatabaseProvider engine)
    {
        await using var newsroom = await NewsroomAsync(engine, Line("release.publish", Now));
        await using var db = newsroom.Open();

        db.Remove(await db.Audit.SingleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        await using var later = newsroom.Open();
        Assert.Equal(1, await later.Audit.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Page_after_page_shows_every_line_once_and_back_again(DatabaseProvider engine)
    {
        // Two nodes whose clocks differ by a second: the instants do not rise as the numbers do.
        var lines = Enumerable.Range(0, 23).Select(i => Line(i % 3 == 0 ? "zone.edit" : "release.publish", Now.AddSeconds((i / 2 * 2) - (i % 2)), account: i % 4)).ToArray();
        await using var newsroom = await NewsroomAsync(engine, lines);
        await using var db = newsroom.Open();
        var all = await db.Audit.AsNoTracking().ToListAsync();

        foreach (var (filter, fits) in Filters())
        {
            var pages = new List<AuditPlace>();
            for (AuditPlace? place = null; ; place = pages[^1])
            {
                var page = await db.Audit.Before(filter, place).Take(4).Select(e => new AuditPlace(e.At, e.Id)).ToListAsync();
                if (page.Count == 0)
                    break;
                pages.AddRange(page);
            }

            Assert.Equal(all.Where(fits).Select(e => e.Id).Order(), pages.Select(p => p.Id).Order());
            Assert.NotEmpty(pages);
            for (var i = 1; i < pages.Count; i++)
                Assert.Equal(pages[i - 1].Id, (await db.Audit.After(filter, pages[i]).FirstAsync()).Id);
        }
    }

    private static IEnumerable<(AuditFilter Filter, Func<AuditEntry, bool> Fits)> Filters()
    {
        var (from, until) = (Now.AddSeconds(4), Now.AddSeconds(15));
        yield return (new AuditFilter(), _ => true);
        yield return (new AuditFilter { From = from, Until = until }, e => e.At >= from && e.At < until);
        yield return (new AuditFilter { Action = "zone.edit", From = from }, e => e.Action == "zone.edit" && e.At >= from);
        yield return (new AuditFilter { AccountId = 2 }, e => e.AccountId == 2);
        yield return (new AuditFilter { AccountId = AuditFilter.Commands }, e => e.AccountId is null);
        yield return (new AuditFilter { Subject = "release/7", Until = until }, e => e.Subject == "release/7" && e.At < until);
    }

    private static AuditEntry Line(string action, DateTimeOffset at, int account = 1) =>
        new(at, "A. Weber", action, "release/7") { AccountId = account == 0 ? null : account };

    private static async Task<TestDatabase> NewsroomAsync(DatabaseProvider engine, params AuditEntry[] lines)
    {
        var newsroom = await TestDatabase.CreateAsync(engine);
        foreach (var line in lines)
        {
            await using var db = newsroom.Open();
            db.Audit.Add(line);
            await db.SaveChangesAsync();
        }

        return newsroom;
    }
}
