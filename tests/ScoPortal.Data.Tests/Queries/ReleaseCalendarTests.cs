using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Tests.Model;
using ScoPortal.Data.Tests.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Queries;

/// <summary>The archive's calendar counts what a visitor may read, by months of UTC.</summary>
public class ReleaseCalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Months_are_counted_newest_first_up_to_their_last_second(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await PublishAsync(newsroom, "2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z", "2026-02-28T23:30:00Z");
        await PublishAsync(newsroom, "2026-03-01T00:00:01Z");
        await newsroom.DraftAsync("de", "Ein Entwurf");
        await using var db = newsroom.Open();

        var months = await db.Releases.Public(Now).In("de").CalendarAsync(default);

        Assert.Equal([new(2026, 2, 1), new(2026, 1, 2), new(2025, 12, 1)], months);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task On_the_sample_newsroom_it_counts_what_the_months_list(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var published = await db.Releases.Public(TestDatabase.Now).In("en").Select(r => r.PublishAt!.Value).ToListAsync();

        var months = await db.Releases.Public(TestDatabase.Now).In("en").CalendarAsync(default);

        Assert.NotEmpty(months);
        Assert.Equal(
            published.GroupBy(p => (p.UtcDateTime.Year, p.UtcDateTime.Month)).OrderByDescending(g => g.Key)
                .Select(g => new MonthCount(g.Key.Year, g.Key.Month, g.Count())),
            months);
    }

    [Fact]
    public async Task On_sqlite_an_index_answers_alone()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, sample: true);
        await using var db = newsroom.Open();
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + db.Releases.Public(Now).In("en").ByMonth().ToQueryString()
            .Split("\n\n")[^1].Replace("@now", "'2026-03-01'", StringComparison.Ordinal).Replace("@language", "'en'", StringComparison.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();

        Assert.True(await reader.ReadAsync());
        Assert.Contains("USING COVERING INDEX IX_Releases_Language_PublishAt_Id_State", reader.GetString(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_server_groups_by_the_month_itself()
    {
        using var db = Design.SqlServer();

        var sql = db.Releases.Public(Now).In("en").ByMonth().ToQueryString();

        Assert.Contains("CAST(CONVERT(char(6), [r].[PublishAt], 112) AS int)", sql, StringComparison.Ordinal);
        Assert.Contains("GROUP BY", sql, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(TestDatabase newsroom, params string[] instants)
    {
        await using var db = newsroom.Open();
        foreach (var instant in instants)
        {
            var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
            var release = new Story().Draft("de", Desk.Text($"Meldung vom {instant}"), Desk.Anna);
            release.Submit(Desk.Morning);
            release.Approve(Desk.Morning);
            release.Publish(at, Desk.Morning);
            db.Add(release.Story);
        }

        await db.SaveChangesAsync();
    }
}
