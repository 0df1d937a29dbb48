using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Changes;
using Xunit;

namespace ScoPortal.Data.Tests.Zones;

/// <summary>What editors do to zones and topics stays done, on every engine.</summary>
public class ZoneEditingTests
{
    private static readonly Source Tass = new() { Name = "TASS, January 2026", Url = "https://tass.com/economy/1" };

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Figures_keep_the_order_and_the_words_that_were_given_to_them(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        int[] wanted;
        await using (var db = newsroom.Open())
        {
            var zone = await db.Whole<Zone>().SingleAsync(z => z.Key == "scoda");
            var figures = zone.Figures.OrderBy(f => f.Order).ToList();
            zone.Remove(figures[1]);
            figures[0].Restate(1300.5m, PartialDate.Month(2026, 3), FigureQualifier.MoreThan, Tass);
            figures[0].Say("de", "Züge im Jahr", "Züge", 13.005m);
            figures[0].Unsay("ru");
            zone.Reorder([figures[^1].Id, figures[0].Id]);
            wanted = [figures[^1].Id, figures[0].Id, .. figures.Skip(2).SkipLast(1).Select(f => f.Id)];
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        var saved = (await later.Whole<Zone>().SingleAsync(z => z.Key == "scoda")).Figures.OrderBy(f => f.Order).ToList();
        Assert.Equal(wanted, saved.Select(f => f.Id));
        Assert.Equal(Enumerable.Range(0, wanted.Length), saved.Select(f => f.Order));
        Assert.Equal((1300.5m, "2026-03", FigureQualifier.MoreThan, Tass), (saved[1].Value, $"{saved[1].AsOf}", saved[1].Qualifier, saved[1].Source));
        Assert.Equal(["de", "en", "zh"], saved[1].Texts.Select(t => t.Language).Order());
        Assert.Equal(("Züge im Jahr", "Züge", 13.005m), saved[1].Texts.Where(t => t.Language == "de").Select(t => (t.Label, t.Unit, t.Value)).Single());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Descriptions_milestones_and_focus_come_and_go_with_one_change_of_the_zone(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using (var db = newsroom.Open())
        {
            var newest = await db.NewestChangeAsync();
            var zone = await db.Whole<Zone>().SingleAsync(z => z.Key == "scoda");
            zone.Undescribe("ru");
            zone.Remove(zone.Milestones.MinBy(m => m.Date)!);
            zone.FocusOn(zone.FocusTopics[0]);
            zone.FoundingUnknown();
            await db.SaveChangesAsync();
            var change = Assert.Single(await db.Changes.Where(c => c.Number > newest).ToListAsync());
            Assert.Equal((ChangeKind.Zone, zone.Id), (change.Kind, change.SubjectId));
        }

        await using var later = newsroom.Open();
        var saved = await later.Whole<Zone>().SingleAsync(z => z.Key == "scoda");
        Assert.Equal(["de", "en", "zh"], saved.Profiles.Select(p => p.Language).Order());
        Assert.Equal((8, 1, null), (saved.Milestones.Count, saved.FocusTopics.Count, saved.FoundedSource));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Two_who_edit_one_zone_cannot_overwrite_each_other(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var vera = newsroom.Open();
        await using var kai = newsroom.Open();
        var (hers, his) = (await vera.Whole<Zone>().FirstAsync(), await kai.Whole<Zone>().FirstAsync());
        hers.Figures[0].Say("de", "Ihre Worte", null);
        his.Figures[0].Say("de", "Seine Worte", null);
        await vera.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => kai.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_topic_goes_with_its_names_and_out_of_the_focus_of_zones(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using (var db = newsroom.Open())
        {
            var topic = new Topic("space", 99);
            topic.Name("en", "Space", null);
            var zone = await db.Zones.Include(z => z.FocusTopics).FirstAsync();
            zone.FocusOn([.. zone.FocusTopics, topic]);
            await db.SaveChangesAsync();
        }

        await using (var db = newsroom.Open())
        {
            var topic = await db.Topics.SingleAsync(t => t.Key == "space");
            foreach (var zone in await db.Zones.Include(z => z.FocusTopics).Where(z => z.FocusTopics.Contains(topic)).ToListAsync())
                zone.FocusOn([.. zone.FocusTopics.Where(t => t != topic)]);
            db.Topics.Remove(topic);
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        Assert.False(await later.Topics.AnyAsync(t => t.Key == "space"));
    }
}
