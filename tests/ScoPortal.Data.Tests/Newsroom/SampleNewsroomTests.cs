using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Newsroom;

public class SampleNewsroomTests
{
    private static readonly string[] Languages = ["de", "en", "ru", "zh"];

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task It_has_stories_enough_to_read_and_each_release_names_its_source(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var releases = await db.Releases.ToListAsync();

        Assert.InRange(await db.Stories.CountAsync(), 12, 100);
        Assert.InRange(releases.Count, 30, 300);
        Assert.Equal(Languages, releases.Select(r => r.Language).Distinct().Order());
        Assert.All(releases, r => Assert.False(string.IsNullOrWhiteSpace(r.Content.Source), r.Content.Headline));
        Assert.All(releases, r => Assert.False(string.IsNullOrWhiteSpace(r.Content.Body), r.Content.Headline));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Each_zone_is_told_in_four_languages_with_sourced_figures_and_milestones(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var zones = await db.Zones.Include(z => z.Profiles).Include(z => z.Figures).Include(z => z.Milestones).AsSplitQuery().ToListAsync();

        Assert.Equal(["liangjiang", "lianyungang", "scoda"], zones.Select(z => z.Key).Order());
        Assert.All(zones, zone =>
        {
            Assert.Equal(Languages, zone.Profiles.Select(p => p.Language).Order());
            Assert.InRange(zone.Figures.Count, 6, 50);
            Assert.InRange(zone.Milestones.Count, 6, 50);
            Assert.All(zone.Figures, f => Assert.Equal(Languages, f.Texts.Select(t => t.Language).Order()));
            Assert.All(zone.Milestones, m => Assert.Equal(Languages, m.Texts.Select(t => t.Language).Order()));
            Assert.All(zone.Figures.Select(f => f.Source).Concat(zone.Milestones.Select(m => m.Source)),
                source => Assert.False(string.IsNullOrWhiteSpace(source.Name)));
        });
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Five_topics_are_centres_of_scoda(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();

        var centres = await db.Topics.Where(t => t.Centre!.Key == "scoda").OrderBy(t => t.Order).Select(t => t.Key).ToListAsync();

        Assert.Equal(
            ["international-logistics", "modern-trade", "two-way-investment", "business-travel-culture", "marine-cooperation"], centres);
        Assert.All(await db.Topics.ToListAsync(), t => Assert.Equal(Languages, t.Names.Select(n => n.Language).Order()));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task It_has_every_case_that_a_newsroom_meets(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var now = TestDatabase.Now;
        var releases = await db.Releases
            .Include(r => r.TranslatedFrom).Include(r => r.Corrections).Include(r => r.Revisions).AsSplitQuery().ToListAsync();
        var stories = await db.Stories.Include(s => s.Relations).ToListAsync();

        var stale = Assert.Single(releases, r => r.IsStale);
        Assert.Equal(("ru", 1, 2), (stale.Language, stale.TranslatedFromRevision, stale.TranslatedFrom!.RevisionNumber));
        var scheduled = Assert.Single(releases, r => r.IsScheduled(now));
        Assert.Equal(now.AddDays(30), scheduled.PublishAt);
        var corrected = Assert.Single(releases, r => r.State == ReleaseState.Corrected);
        Assert.Equal(2, Assert.Single(corrected.Corrections).RevisionNumber);
        Assert.Equal([1, 2], corrected.Revisions.Select(v => v.Number).Order());
        Assert.False(string.IsNullOrWhiteSpace(Assert.Single(releases, r => r.State == ReleaseState.Withdrawn).WithdrawnReason));
        Assert.Single(releases, r => r.State == ReleaseState.Draft);
        Assert.Single(releases, r => r.State == ReleaseState.InReview);
        Assert.Contains(stories, s => s.Releases.Count == 4);
        Assert.Contains(stories, s => s.Releases.Count is > 0 and < 4);
        Assert.Contains(stories, s => s.Relations.Count > 0);
        Assert.Equal(now.AddDays(30), releases.Max(r => r.PublishAt));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Two_reports_of_one_meeting_wait_to_be_linked(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var presented = await db.Releases.Include(r => r.Story).ThenInclude(s => s.Releases)
            .SingleAsync(r => r.Content.Headline.Contains("platform") && r.Story.EventDate == ScoPortal.Core.PartialDate.Parse("2021-04-09"));
        var inBeijing = await db.Stories.Include(s => s.Releases)
            .SingleAsync(s => s.EventDate == presented.Story.EventDate && s.Releases.Count == 2 && s.Releases.All(r => r.Language != "en")
                && s.Zones.Any(z => z.Key == "liangjiang"));

        inBeijing.Link(presented);
        await db.SaveChangesAsync();

        Assert.Equal(Languages.Except(["ru"]), inBeijing.Releases.Select(r => r.Language).Order());
    }

    [Fact]
    public async Task It_leaves_a_database_with_anything_in_it_alone()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var db = newsroom.Open())
        {
            db.Stories.Add(new Story());
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        Assert.False(await SampleNewsroom.FillIfEmptyAsync(later, TestDatabase.Now, default));
        Assert.False(await later.Zones.AnyAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Two_nodes_that_start_at_once_fill_it_once(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var one = newsroom.Open();
        await using var two = newsroom.Open();

        var filled = await Task.WhenAll(
            Task.Run(() => SampleNewsroom.FillIfEmptyAsync(one, TestDatabase.Now, default)),
            Task.Run(() => SampleNewsroom.FillIfEmptyAsync(two, TestDatabase.Now, default)));

        Assert.Single(filled, f => f);
        await using var db = newsroom.Open();
        Assert.Equal(3, await db.Zones.CountAsync());
        Assert.Equal(await db.Stories.CountAsync(), await db.Changes.CountAsync(c => c.Kind == ChangeKind.Story));
    }
}
