using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using Xunit;

namespace ScoPortal.Data.Tests.Queries;

/// <summary>What visitors find in lists, and that an index serves every list.</summary>
public class ListTests
{
    private static readonly DateTimeOffset Now = TestDatabase.Now;
    private static readonly Place Middle = new(new DateTimeOffset(2024, 7, 8, 7, 0, 0, TimeSpan.Zero), 40);

    private static readonly PublicList Archive = new("en");
    private static readonly AuditPlace Line = new(TestDatabase.Now, 40);

    /// <summary>Every list that pages, feeds and projections read, by name.</summary>
    public static readonly Dictionary<string, Func<PortalDb, IQueryable>> Lists = new()
    {
        ["archive"] = db => db.Releases.Public(Now).In("en").NewestFirst().Take(20),
        ["archive, next page"] = db => (Archive with { Before = Middle }).In(db.Releases, Now).Take(20),
        ["archive, page before"] = db => (Archive with { After = Middle, IsOldestFirst = true }).In(db.Releases, Now).Take(20),
        ["archive of a zone"] = db => db.Releases.Public(Now).In("en").AboutZone(1).NewestFirst().Take(20),
        ["archive of a zone, next page"] = db => (Archive with { ZoneId = 1, Before = Middle }).In(db.Releases, Now).Take(20),
        ["archive of a topic"] = db => db.Releases.Public(Now).In("en").UnderTopic(1).NewestFirst().Take(20),
        ["archive of a zone and a topic"] = db => db.Releases.Public(Now).In("en").AboutZone(1).UnderTopic(1).NewestFirst().Take(20),
        ["month"] = db => (Archive with { After = Place.Of(Middle.PublishAt), Before = Place.Of(Middle.PublishAt.AddMonths(1)) }).In(db.Releases, Now),
        ["newest in all languages"] = db => db.Releases.Public(Now).NewestFirst().Take(20),
        ["previous"] = db => (Archive with { Before = Middle }).In(db.Releases, Now).Take(1),
        ["next"] = db => (Archive with { After = Middle, IsOldestFirst = true }).In(db.Releases, Now).Take(1),
        ["new translations"] = db => db.Releases.Public(Now).Where(r => r.Language != "en" && r.TranslatedFromId != null).NewestFirst().Take(6),
        ["related"] = db => db.Releases.Public(Now).In("en").Where(r => r.StoryId != 7 && r.Story.Topics.Any(t => Some.Contains(t.Id))).NewestFirst().Take(3),
        ["sitemap part"] = db => from release in db.Releases.Public(Now)
                                 where release.Id > 10_000 && release.Id <= 20_000
                                 join version in db.Releases.Public(Now) on release.StoryId equals version.StoryId
                                 orderby release.Id
                                 select new { release.Id, version.Slug },
        ["last withdrawal"] = db => db.Releases.Where(r => r.State == ReleaseState.Withdrawn).OrderByDescending(r => r.UpdatedAt).Take(1),
        ["place of a release"] = db => db.Releases.Where(r => r.Id == 7),
        ["versions of the story of a release"] = db => db.Releases.Public(Now).Where(r => r.StoryId == db.Releases.Public(Now).Where(asked => asked.Id == 7).Select(asked => asked.StoryId).FirstOrDefault()),
        ["versions of a story"] = db => db.Releases.Public(Now).Where(r => r.StoryId == 7),
        ["revisions"] = db => db.Revisions.Where(v => EF.Property<int>(v, "ReleaseId") == 7).OrderBy(v => v.Number),
        ["corrections"] = db => db.Corrections.Public("en", Now).Before(null).Take(20),
        ["corrections, next page"] = db => db.Corrections.Public("en", Now).Before(Middle).Take(20),
        ["drafts on the desk"] = db => db.Releases.Where(r => r.State == ReleaseState.InReview).OrderByDescending(r => r.UpdatedAt).Take(20),
        ["change log"] = db => db.Changes.Where(c => c.Number > 7).OrderBy(c => c.Number).Take(100),
        ["original of a text"] = db => db.Originals.Where(o => o.Fingerprint == "0"),
        ["number at a wire"] = db => db.Set<ExternalId>().Where(x => x.Scheme == "prnewswire" && x.Value == "1"),
        ["forms of a word"] = db => db.Terms.SelectMany(t => t.Forms).Where(f => f.Language == "de" && f.Text == "SOZ"),
        ["glossary"] = db => db.Terms.ByKey().Take(50),
        ["glossary, next page"] = db => db.Terms.ByKey("port").Take(50),
        ["glossary, filtered"] = db => db.Terms.Saying("hafen").Missing("zh").With(Core.Terms.TermStatus.Preferred).ByKey("port").Take(50),
        ["terms that a file names"] = db => db.Terms.Where(t => Names.Contains(t.Key)),
        ["audit, next page"] = db => db.Audit.Before(new AuditFilter(), Line).Take(50),
        ["audit, page before"] = db => db.Audit.After(new AuditFilter(), Line).Take(50),
        ["audit of some days"] = db => db.Audit.Before(new AuditFilter { From = Now.AddDays(-1), Until = Now }, null).Take(50),
        ["audit of some days, next page"] = db => db.Audit.Before(new AuditFilter { From = Now.AddDays(-1) }, Line).Take(50),
        ["audit of some days, page before"] = db => db.Audit.After(new AuditFilter { Until = Now }, Line).Take(50),
        ["audit of an account"] = db => db.Audit.Before(new AuditFilter { AccountId = 1, From = Now.AddDays(-1) }, Line).Take(50),
        ["audit of commands"] = db => db.Audit.Before(new AuditFilter { AccountId = AuditFilter.Commands }, Line).Take(50),
        ["audit of an action"] = db => db.Audit.Before(new AuditFilter { Action = "release.publish", Until = Now }, Line).Take(50),
        ["audit of an account and an action"] = db => db.Audit.Before(new AuditFilter { AccountId = 1, Action = "release.publish" }, Line).Take(50),
        ["history of a release"] = db => db.Audit.Before(new AuditFilter { Subject = "release/7" }, Line).Take(50),
        ["place of a line"] = db => db.Audit.Where(e => e.Id == 7),
    };

    private static readonly int[] Some = [1, 2];
    private static readonly string[] Names = ["port", "sco"];

    public static TheoryData<DatabaseProvider, string> EachList()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var name in Lists.Keys)
        {
            data.Add(DatabaseProvider.Sqlite, name);
            data.Add(DatabaseProvider.Postgres, name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EachList))]
    public async Task Every_list_comes_out_of_an_index_in_its_order(DatabaseProvider engine, string list)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();

        var plan = await QueryPlan.OfAsync(db, Lists[list](db));

        Assert.True(plan.ReadWhole.Count == 0, $"reads whole tables: {plan.Text}");
        Assert.False(plan.Sorts, $"sorts: {plan.Text}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Few_related_releases_are_found_by_index_and_sorted(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var related = db.RelatedStories([7]);

        var plan = await QueryPlan.OfAsync(db, db.Releases.Public(Now).In("en").Where(r => related.Contains(r.StoryId)).NewestFirst().Take(3));

        Assert.True(plan.ReadWhole.Count == 0, $"reads whole tables: {plan.Text}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Releases_whose_keys_are_known_are_read_by_them(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();

        var plan = await QueryPlan.OfAsync(db, db.Releases.Where(r => Some.Contains(r.Id) && db.Set<ChangeCounter>().Any(c => c.Value == 7)
            && (r.PublishAt ?? DateTimeOffset.MaxValue) <= Now && r.State != ReleaseState.Withdrawn));

        Assert.True(plan.ReadWhole.All(table => table.Contains("ChangeCounter", StringComparison.Ordinal) || table == "SCAN c"), $"reads whole tables: {plan.Text}");
        Assert.Contains(engine == DatabaseProvider.Sqlite ? "USING INTEGER PRIMARY KEY" : "PK_Releases", plan.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_that_no_index_serves_would_be_noticed(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var db = newsroom.Open();

        Assert.NotEmpty((await QueryPlan.OfAsync(db, db.Releases.Where(r => r.Slug == "trains"))).ReadWhole);
        Assert.True((await QueryPlan.OfAsync(db, db.Releases.Public(Now).In("en").OrderBy(r => r.Slug))).Sorts);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Visitors_see_what_is_published_corrected_and_due_newest_first(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var all = await db.Releases.AsNoTracking().ToListAsync();

        foreach (var language in (string[])["en", "de", "ru", "zh"])
            foreach (var now in (DateTimeOffset[])[Now, Now.AddDays(30), Middle.PublishAt])
                Assert.Equal(
                    all.Where(r => r.Language == language && r.IsPublic(now)).OrderByDescending(r => r.PublishAt).ThenByDescending(r => r.Id).Select(r => r.Id),
                    await db.Releases.Public(now).In(language).NewestFirst().Select(r => r.Id).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Page_after_page_shows_every_release_once(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await TwinsAsync(newsroom);
        await using var db = newsroom.Open();
        var zone = await db.Zones.Where(z => z.Key == "scoda").Select(z => z.Id).SingleAsync();

        foreach (var zoneId in (int?[])[null, zone])
        {
            var list = db.Releases.AboutZone(zoneId);
            List<Place> pages = [];
            for (Place? last = null; ;)
            {
                var page = await list.PublicBetween(null, last, Now).NewestFirst().Take(7).Select(r => new Place(r.PublishAt!.Value, r.Id)).ToListAsync();
                if (page.Count == 0)
                    break;
                pages.AddRange(page);
                last = page[^1];
            }

            Assert.Equal(await list.Public(Now).NewestFirst().Select(r => r.Id).ToListAsync(), pages.Select(p => p.Id));
            // The way back is the same way.
            for (var i = 1; i < pages.Count; i++)
                Assert.Equal(pages[i - 1].Id, await list.PublicBetween(pages[i], null, Now).OrderBy(r => r.PublishAt).ThenBy(r => r.Id).Select(r => r.Id).FirstAsync());
        }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_month_has_its_first_instant_and_not_that_of_the_next(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var april = new DateTimeOffset(2021, 4, 1, 0, 0, 0, TimeSpan.Zero);
        var publishAt = await db.Releases.Where(r => r.PublishAt > april).MinAsync(r => r.PublishAt!.Value);

        Assert.True(await db.Releases.PublicBetween(Place.Of(publishAt), Place.Of(publishAt.AddTicks(10)), Now).AnyAsync());
        Assert.False(await db.Releases.PublicBetween(Place.Of(publishAt.AddDays(-1)), Place.Of(publishAt), Now).AnyAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_is_scheduled_is_on_no_list_even_before_a_place_that_is_scheduled_later(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var open = await db.Releases.Public(Now).NewestFirst().Select(r => r.Id).ToListAsync();

        Assert.Equal(open, await db.Releases.PublicBetween(null, new Place(Now.AddDays(300), 1), Now).NewestFirst().Select(r => r.Id).ToListAsync());
        Assert.Empty(await db.Releases.PublicBetween(Place.Of(Now.AddTicks(10)), null, Now).Select(r => r.Id).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_draft_has_no_place_in_the_order(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var draft = await db.Releases.FirstAsync(r => r.State == ReleaseState.Draft);
        var published = await db.Releases.FirstAsync(r => r.State == ReleaseState.Corrected);

        Assert.Null(await db.Releases.PlaceOfAsync(draft.Id, default));
        Assert.Equal(new Place(published.PublishAt!.Value, published.Id), await db.Releases.PlaceOfAsync(published.Id, default));
    }

    // Several published at one instant.
    private static async Task TwinsAsync(TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        var zone = await db.Zones.SingleAsync(z => z.Key == "scoda");
        for (var i = 0; i < 9; i++)
        {
            var story = new Story();
            story.FileUnder([zone], []);
            var release = story.Draft("en", new ReleaseContent { Headline = $"Twin {i}", Body = "Body." }, new Edit("A. Weber", Middle.PublishAt));
            release.Submit(Middle.PublishAt);
            release.Approve(Middle.PublishAt);
            release.Publish(Middle.PublishAt, Middle.PublishAt);
            db.Add(story);
        }

        await db.SaveChangesAsync();
    }
}
