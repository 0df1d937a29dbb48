using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using Xunit;

namespace ScoPortal.Data.Tests.Queries;

/// <summary>What the desk's list shows under each filter, in each order, and that an index serves it.</summary>
public class DeskReleasesTests
{
    private static readonly DateTimeOffset Now = TestDatabase.Now;
    private static readonly string[] Portal = ["en", "de", "ru", "zh"];

    private static readonly Dictionary<string, DeskFilter> Filters = new()
    {
        ["all"] = new(),
        ["language"] = new() { Languages = ["de"] },
        ["languages"] = new() { Languages = ["de", "ru"] },
        ["zone"] = new() { ZoneId = 1 },
        ["topic"] = new() { TopicId = 1 },
        ["author"] = new() { AuthorId = 1 },
        ["my drafts"] = new() { AuthorId = 1, State = DeskState.Draft },
        ["everything"] = new() { AuthorId = 1, State = DeskState.Published, ZoneId = 1, TopicId = 1, Languages = ["de"] },
    };

    public static TheoryData<DatabaseProvider, string, DeskOrder> EachList()
    {
        var data = new TheoryData<DatabaseProvider, string, DeskOrder>();
        foreach (var engine in (DatabaseProvider[])[DatabaseProvider.Sqlite, DatabaseProvider.Postgres])
            foreach (var order in Enum.GetValues<DeskOrder>())
                foreach (var filter in Filters.Keys.Concat(Enum.GetNames<DeskState>()))
                    data.Add(engine, filter, order);
        return data;
    }

    [Theory]
    [MemberData(nameof(EachList))]
    public async Task Every_list_of_the_desk_comes_out_of_an_index_in_its_order(DatabaseProvider engine, string filter, DeskOrder order)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var which = Filters.GetValueOrDefault(filter) ?? new() { State = Enum.Parse<DeskState>(filter) };
        var place = new DeskPlace(40, Now, "Middle");
        var releases = db.OnDesk(which, order, Portal, Now);

        foreach (var page in (IQueryable[])[releases.Onwards(order, null).Take(50), releases.Onwards(order, place).Take(50), releases.Backwards(order, place).Take(50)])
        {
            var plan = await QueryPlan.OfAsync(db, page);
            Assert.True(plan.ReadWhole.Count == 0, $"reads whole tables: {plan.Text}");
            Assert.False(plan.Sorts, $"sorts: {plan.Text}");
        }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Page_after_page_and_back_shows_every_release_once_in_every_order(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();

        foreach (var order in Enum.GetValues<DeskOrder>())
        {
            var list = db.OnDesk(new(), order, Portal, Now);
            List<int> seen = [];
            for (DeskPlace? last = null; ;)
            {
                var page = await list.Onwards(order, last).Take(9).Select(r => r.Id).ToListAsync();
                if (page.Count == 0)
                    break;
                seen.AddRange(page);
                last = await db.DeskPlaceAsync(page[^1], order, default);
            }

            Assert.Equal(await list.CountAsync(), seen.Distinct().Count());
            Assert.Equal(seen.Count, seen.Distinct().Count());
            var middle = await db.DeskPlaceAsync(seen[20], order, default);
            Assert.Equal(seen.Take(20).Reverse().Take(9), await list.Backwards(order, middle!).Take(9).Select(r => r.Id).ToListAsync());
        }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Each_state_shows_what_is_in_it_in_every_order(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var all = await db.Releases.Include(r => r.TranslatedFrom).AsNoTracking().ToListAsync();
        var versions = all.ToLookup(r => r.StoryId);
        Dictionary<DeskState, Func<Release, bool>> meaning = new()
        {
            [DeskState.Draft] = r => r.State == ReleaseState.Draft,
            [DeskState.Review] = r => r.State == ReleaseState.InReview,
            [DeskState.Approved] = r => r.State == ReleaseState.Approved,
            [DeskState.Scheduled] = r => r.IsScheduled(Now),
            [DeskState.Published] = r => r.IsPublic(Now),
            [DeskState.Corrected] = r => r.State == ReleaseState.Corrected,
            [DeskState.Withdrawn] = r => r.State == ReleaseState.Withdrawn,
            [DeskState.Outdated] = r => r.IsStale && r.State != ReleaseState.Withdrawn,
            [DeskState.Missing] = r => r.IsPublic(Now) && versions[r.StoryId].Count() < Portal.Length,
        };

        foreach (var state in Enum.GetValues<DeskState>())
            foreach (var order in Enum.GetValues<DeskOrder>())
                Assert.Equal(
                    all.Where(meaning[state]).Where(r => order != DeskOrder.Published || r.PublishAt is not null).Select(r => r.Id).Order(),
                    (await db.OnDesk(new() { State = state }, order, Portal, Now).Select(r => r.Id).ToListAsync()).Order());
        Assert.Contains(all, r => meaning[DeskState.Outdated](r));
        Assert.Contains(all, r => meaning[DeskState.Scheduled](r));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Filters_narrow_the_list_together(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var zone = await db.Zones.Where(z => z.Key == "scoda").Select(z => z.Id).SingleAsync();
        var ids = await db.OnDesk(new() { ZoneId = zone, Languages = ["de"] }, DeskOrder.Changed, Portal, Now).Select(r => r.Id).ToListAsync();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Order(), (await db.Releases.Where(r => r.Language == "de" && r.Story.Zones.Any(z => z.Id == zone)).Select(r => r.Id).ToListAsync()).Order());
        Assert.Equal([ids[0]], await db.OnDesk(new() { Ids = [ids[0]], Languages = ["de", "ru"] }, DeskOrder.Created, Portal, Now).Select(r => r.Id).ToListAsync());
        Assert.Empty(await db.OnDesk(new() { Ids = [] }, DeskOrder.Changed, Portal, Now).Select(r => r.Id).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Every_list_is_the_same_by_the_keys_in_memory_page_after_page_and_back(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await SyntheticNewsroom.AddAsync(newsroom.Open, 60, seed: 1, Now, progress: null, CancellationToken.None);
        await using var db = newsroom.Open();
        var publications = new Publications();
        await publications.FollowAsync(db, await db.NewestChangeAsync(), CancellationToken.None);

        foreach (var order in Enum.GetValues<DeskOrder>())
            foreach (var filter in Filters.Values.Concat(Enum.GetValues<DeskState>().Select(s => new DeskFilter { State = s, Languages = s == DeskState.Review ? ["de"] : null })))
            {
                var all = await db.OnDesk(filter, order, Portal, Now).Onwards(order, null).Select(r => r.Id).ToListAsync();
                var list = new DeskList(filter, order, Portal);
                Task<List<int>> ReadAsync(DeskList some) => some.ReadAsync(db, publications, 5, Now, releases => releases.Select(r => r.Id), CancellationToken.None);
                Assert.Equal(all.Take(5), await ReadAsync(list));
                if (all.Count < 7)
                    continue;
                var place = await db.DeskPlaceAsync(all[5], order, default);
                Assert.Equal(all.Skip(6).Take(5), await ReadAsync(list with { Place = place }));
                Assert.Equal(all.Take(5).Reverse(), await ReadAsync(list with { Place = place, IsBackwards = true }));
            }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_was_submitted_a_moment_ago_is_on_its_list_before_memory_knows(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        var publications = new Publications();
        await publications.FollowAsync(db, await db.NewestChangeAsync(), CancellationToken.None);
        var draft = await db.Releases.FirstAsync(r => r.State == ReleaseState.Draft);
        draft.Submit(Now);
        await db.SaveChangesAsync();

        foreach (var order in (DeskOrder[])[DeskOrder.Changed, DeskOrder.Created, DeskOrder.Headline])
            foreach (var (state, isThere) in ((DeskState, bool)[])[(DeskState.Draft, false), (DeskState.Review, true)])
                Assert.Equal(isThere, (await new DeskList(new() { State = state }, order, Portal).ReadAsync(db, publications, 100, Now, r => r.Select(x => x.Id), CancellationToken.None)).Contains(draft.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_counts_beside_the_views_come_out_of_indexes(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();

        foreach (var count in (IQueryable[])[
            db.Releases.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }),
            db.OnDesk(new() { State = DeskState.Outdated }, DeskOrder.Created, Portal, Now).GroupBy(r => r.State).Select(g => g.Count()),
            db.Releases.Where(r => r.PublishAt > Now).GroupBy(r => r.State).Select(g => g.Count())])
            Assert.Empty((await QueryPlan.OfAsync(db, count)).ReadWhole);
    }
}
