using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Translation;

public class TranslationMemoryTests
{
    private const string English = "The port opened on Monday. It has 12 berths for ships. The mayor of Qingdao spoke.";
    private const string German = "Der Hafen wurde am Montag eröffnet. Er hat 12 Liegeplätze für Schiffe. Der Bürgermeister von Qingdao sprach.";

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Sentences_of_two_approved_versions_are_found_in_both_directions(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var memory = MemoryOf(newsroom);
        await StoryAsync(newsroom, approved: true);

        var german = Assert.Single(await memory.FindAsync("en", "de", "It has 14 berths for ships."));
        var english = Assert.Single(await memory.FindAsync("de", "en", "Er hat 12 Liegeplätze für Schiffe."));

        Assert.Equal(("Er hat 12 Liegeplätze für Schiffe.", "Hafen eröffnet"), (german.Entry.Target, german.Entry.Origin));
        Assert.InRange(german.Percent, 90, 99);
        Assert.Equal((100, "It has 12 berths for ships."), (english.Percent, english.Entry.Target));
        Assert.Empty(await memory.FindAsync("en", "ru", "It has 12 berths for ships."));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_draft_is_not_remembered_until_it_is_approved(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var memory = MemoryOf(newsroom);
        var (_, target) = await StoryAsync(newsroom, approved: false);
        Assert.Empty(await memory.FindAsync("en", "de", "It has 12 berths for ships."));

        await ChangeAsync(newsroom, target, r => r.Approve(Desk.Morning));

        Assert.Single(await memory.FindAsync("en", "de", "It has 12 berths for ships."));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_is_saved_anew_takes_the_place_of_what_was(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var memory = MemoryOf(newsroom);
        var (_, target) = await StoryAsync(newsroom, approved: true);
        Assert.Equal("Er hat 12 Liegeplätze für Schiffe.", (await memory.FindAsync("en", "de", "It has 12 berths for ships."))[0].Entry.Target);

        await ChangeAsync(newsroom, target, r => r.Save(
            r.Content with { Body = German.Replace("Er hat 12 Liegeplätze für Schiffe.", "Er verfügt über 12 Liegeplätze für Schiffe.", StringComparison.Ordinal) }, r.RevisionNumber, Desk.Chen));

        Assert.Equal("Er verfügt über 12 Liegeplätze für Schiffe.", Assert.Single(await memory.FindAsync("en", "de", "It has 12 berths for ships.")).Entry.Target);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_sentence_that_changed_after_it_was_translated_keeps_the_pair_it_was_made_in(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var memory = MemoryOf(newsroom);
        var (source, target) = await StoryAsync(newsroom, approved: true);
        await ChangeAsync(newsroom, target, r => r.Follow(r.Story.Releases.Single(s => s.Language == "en"), 1));

        await ChangeAsync(newsroom, source, r => r.Save(r.Content with { Body = English.Replace("12", "40", StringComparison.Ordinal) }, r.RevisionNumber, Desk.Chen));

        Assert.Equal("It has 12 berths for ships.", Assert.Single(await memory.FindAsync("en", "de", "It has 40 berths for ships.")).Entry.Source);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_a_translator_has_confirmed_is_remembered_before_it_is_approved(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var memory = MemoryOf(newsroom);
        var (sourceId, targetId) = await StoryAsync(newsroom, approved: false);

        await using (var db = newsroom.Open())
        {
            var (source, target) = (await db.ReleaseAsync(sourceId), await db.ReleaseAsync(targetId));
            var draft = TranslationDraft.Begin(target, source, source.Content, 1, null, Desk.Anna);
            var unit = draft.Units.Single(u => u.Source == "It has 12 berths for ships.");
            Assert.True(draft.Write(unit.Id, unit.Target, "Zwölf Schiffe finden Platz.", confirm: true, Desk.Anna));
            db.Add(draft);
            await db.SaveChangesAsync();
        }

        Assert.Equal("Zwölf Schiffe finden Platz.", Assert.Single(await memory.FindAsync("en", "de", "It has 12 berths for ships.")).Entry.Target);
        Assert.Empty(await memory.FindAsync("en", "de", "The port opened on Monday."));
        Assert.Empty(await memory.FindAsync("en", "de", "It has 12 berths for ships.", except: targetId));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Typing_in_a_draft_does_not_work_out_anew_what_the_releases_say(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var ids = await StoryAsync(newsroom, approved: true);
        await WriteAsync(newsroom, ids, "Zwölf", confirm: false);
        await using (var db = newsroom.Open())
            await db.MemoryUnits.ExecuteDeleteAsync();

        await WriteAsync(newsroom, ids, "Zwölf Schiffe", confirm: false);
        await using (var db = newsroom.Open())
            Assert.Equal(0, await db.MemoryUnits.CountAsync());

        await WriteAsync(newsroom, ids, "Zwölf Schiffe finden Platz.", confirm: true);
        await using var later = newsroom.Open();
        Assert.Equal("Zwölf Schiffe finden Platz.", (await later.MemoryUnits.SingleAsync(u => u.SecondText == "It has 12 berths for ships.")).FirstText);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_is_confirmed_no_longer_is_forgotten_and_what_the_releases_say_is_not(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var ids = await StoryAsync(newsroom, approved: true);
        async Task<List<string>> KnownAsync()
        {
            await using var db = newsroom.Open();
            return await db.MemoryUnits.Where(u => u.SecondText == "It has 12 berths for ships.").Select(u => u.FirstText).OrderBy(t => t).ToListAsync();
        }

        await WriteAsync(newsroom, ids, "Zwölf Schiffe finden Platz.", confirm: true);
        Assert.Equal(["Er hat 12 Liegeplätze für Schiffe.", "Zwölf Schiffe finden Platz."], await KnownAsync());

        await WriteAsync(newsroom, ids, "Zwölf Schiffe", confirm: false);
        Assert.Equal(["Er hat 12 Liegeplätze für Schiffe."], await KnownAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Sentences_are_remembered_as_a_person_put_them_beside_each_other(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (sourceId, targetId) = await StoryAsync(newsroom, approved: true);
        await using (var db = newsroom.Open())
        {
            var (source, target) = (await db.ReleaseAsync(sourceId), await db.ReleaseAsync(targetId));
            await db.SaveEditedAsync(
                new(sourceId, "en", source.RevisionNumber, source.Content), new(targetId, "de", target.RevisionNumber, target.Content), [new(0..1, 0..1, 1), new(1..2, 1..2, 1), new(2..4, 2..4, 1)]);
        }

        await using var later = newsroom.Open();
        Assert.Equal("It has 12 berths for ships. The mayor of Qingdao spoke.", (await later.MemoryUnits.SingleAsync(u => u.FirstText.StartsWith("Er hat"))).SecondText);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Imported_units_are_found_and_stay_through_a_rebuild_which_restores_the_rest(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await StoryAsync(newsroom, approved: true);
        await using (var db = newsroom.Open())
        {
            await db.MemoryUnits.ExecuteDeleteAsync();
            db.MemoryUnits.Add(new MemoryUnit { FirstLanguage = "de", FirstText = "Der Bahnhof ist groß.", SecondLanguage = "en", SecondText = "The station is big.", Origin = "old.tmx", By = "Anna", At = Desk.Morning });
            await db.SaveChangesAsync();

            var count = await db.RebuildMemoryAsync();

            Assert.Equal(count, await db.RebuildMemoryAsync());
            Assert.Equal(count + 1, await db.MemoryUnits.CountAsync());
        }

        using var memory = MemoryOf(newsroom);
        Assert.Equal("old.tmx", Assert.Single(await memory.FindAsync("en", "de", "The station is big.")).Entry.Origin);
        Assert.Single(await memory.FindAsync("en", "de", "It has 12 berths for ships."));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Sentences_of_an_unlinked_or_removed_release_are_forgotten(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var memory = MemoryOf(newsroom);
        var (_, target) = await StoryAsync(newsroom, approved: true);
        Assert.NotEmpty(await memory.FindAsync("en", "de", "It has 12 berths for ships."));

        await using (var db = newsroom.Open())
        {
            db.Remove(await db.ReleaseAsync(target));
            await db.SaveChangesAsync();
            Assert.Equal(0, await db.MemoryUnits.CountAsync());
        }

        Assert.Empty(await memory.FindAsync("en", "de", "It has 12 berths for ships."));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_that_commits_late_is_found_after_a_minute(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var clock = new Clock();
        using var memory = new TranslationMemory(new Factory(newsroom), clock);
        await StoryAsync(newsroom, approved: true);
        int late;
        await using (var db = newsroom.Open())
            late = await db.MemoryUnits.MinAsync(u => u.Id);
        await using (var db = newsroom.Open())
            await db.MemoryUnits.Where(u => u.Id == late).ExecuteDeleteAsync();
        Assert.NotEmpty(await memory.FindAsync("en", "de", "It has 12 berths for ships."));
        await using (var db = newsroom.Open())
        {
            var unit = new MemoryUnit { FirstLanguage = "de", FirstText = "Der Bahnhof ist groß.", SecondLanguage = "en", SecondText = "The station is big.", Origin = "late.tmx", By = "Anna", At = Desk.Morning };
            db.Entry(unit).Property(u => u.Id).CurrentValue = late;
            db.Add(unit);
            await db.SaveChangesAsync();
        }

        Assert.Empty(await memory.FindAsync("en", "de", "The station is big."));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Single(await memory.FindAsync("en", "de", "The station is big."));
    }

    private static async Task<(int Source, int Target)> StoryAsync(TestDatabase newsroom, bool approved)
    {
        await using var db = newsroom.Open();
        var story = new Story();
        var source = story.Draft("en", new ReleaseContent { Headline = "Port opened", Body = English }, Desk.Chen);
        var target = story.Draft("de", new ReleaseContent { Headline = "Hafen eröffnet", Body = German }, Desk.Chen);
        foreach (var release in new[] { source, target })
            release.Submit(Desk.Morning);
        source.Approve(Desk.Morning);
        if (approved)
            target.Approve(Desk.Morning);
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        return (source.Id, target.Id);
    }

    // The sentence of the berths, in the draft of the German release.
    private static async Task WriteAsync(TestDatabase newsroom, (int Source, int Target) ids, string text, bool confirm)
    {
        await using var db = newsroom.Open();
        if (await db.TranslationDrafts.SingleOrDefaultAsync(d => d.ReleaseId == ids.Target) is not { } draft)
        {
            var (source, target) = (await db.ReleaseAsync(ids.Source), await db.ReleaseAsync(ids.Target));
            db.Add(draft = TranslationDraft.Begin(target, source, source.Content, source.RevisionNumber, null, Desk.Anna));
        }

        var unit = draft.Units.Single(u => u.Source == "It has 12 berths for ships.");
        Assert.True(draft.Write(unit.Id, unit.Target, text, confirm, Desk.Anna));
        await db.SaveChangesAsync();
    }

    private static async Task ChangeAsync(TestDatabase newsroom, int id, Action<Release> change)
    {
        await using var db = newsroom.Open();
        change(await db.ReleaseAsync(id));
        await db.SaveChangesAsync();
    }

    private static TranslationMemory MemoryOf(TestDatabase newsroom) => new(new Factory(newsroom), TimeProvider.System);

    private sealed class Factory(TestDatabase newsroom) : IDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext() => newsroom.Open();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Desk.Morning;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
