using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Tests.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Translation;

public class StalenessTests
{
    private const string English = "The port opened. It has 12 berths. The mayor spoke.";
    private const string German = "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze. Der Bürgermeister sprach.";

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_translation_is_stale_by_the_sentences_of_its_source_that_say_something_else(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (source, translation) = await TranslatedAsync(newsroom);

        await SaveAsync(newsroom, source, "The port was opened to ships. It has 14 berths. The mayor spoke.", Desk.Chen);

        await using var db = newsroom.Open();
        var stale = await db.ReleaseAsync(translation);
        Assert.Equal((true, 2, 1), (stale.IsStale, stale.StaleSentences, stale.StaleMust));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Punctuation_and_edits_called_minor_make_nothing_stale(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (source, translation) = await TranslatedAsync(newsroom);

        await SaveAsync(newsroom, source, "The port opened. It has 12 berths! The mayor spoke.", Desk.Chen);
        await SaveAsync(newsroom, source, "The port opened. It has 12 berths. The mayor talked.", Desk.Chen with { Minor = true });

        await using var db = newsroom.Open();
        Assert.Equal(0, (await db.ReleaseAsync(translation)).StaleSentences);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_minor_edit_before_a_major_one_makes_nothing_stale_either(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (source, translation) = await TranslatedAsync(newsroom);

        await SaveAsync(newsroom, source, "The port opened. It has 12 berths. The mayor talked.", Desk.Chen with { Minor = true });
        await SaveAsync(newsroom, source, "The port opened. It has 14 berths. The mayor talked.", Desk.Chen);

        await using var db = newsroom.Open();
        Assert.Equal(1, (await db.ReleaseAsync(translation)).StaleSentences);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_source_that_says_again_what_it_said_leaves_nothing_stale(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (source, translation) = await TranslatedAsync(newsroom);

        await SaveAsync(newsroom, source, "Something else.", Desk.Chen);
        await SaveAsync(newsroom, source, English, Desk.Chen);

        await using var db = newsroom.Open();
        Assert.Equal(0, (await db.ReleaseAsync(translation)).StaleSentences);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_sentence_called_still_fine_in_the_draft_is_stale_no_longer(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (sourceId, translationId) = await TranslatedAsync(newsroom);
        const string Newer = "The port was opened to ships. It has 14 berths. The mayor spoke.";
        await SaveAsync(newsroom, sourceId, Newer, Desk.Chen);

        await using (var db = newsroom.Open())
        {
            var (source, translation) = (await db.ReleaseAsync(sourceId), await db.ReleaseAsync(translationId));
            var draft = TranslationDraft.Begin(translation, source, source.Revisions[0].Content, 1, null, Desk.Anna);
            draft.FollowSource(source.Revisions[0].Content, source.Content, "en", 2, Desk.Anna);
            var opened = draft.Units.Single(u => u.Earlier == "The port opened.");
            Assert.True(draft.Write(opened.Id, opened.Target, opened.Target, confirm: true, Desk.Anna));
            db.Add(draft);
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        Assert.Equal(1, await later.RecountStaleAsync());
        var stale = await later.ReleaseAsync(translationId);
        Assert.Equal((1, 1), (stale.StaleSentences, stale.StaleMust));
    }

    private static async Task<(int Source, int Translation)> TranslatedAsync(TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        var story = new Story();
        var source = story.Draft("en", Desk.Text("Port opened", English), Desk.Anna);
        var translation = story.Draft("de", Desk.Text("Hafen eröffnet", German), Desk.Anna);
        db.Add(story);
        await db.SaveChangesAsync();
        translation.Follow(source, 1);
        await db.SaveChangesAsync();
        return (source.Id, translation.Id);
    }

    private static async Task SaveAsync(TestDatabase newsroom, int id, string body, Edit edit)
    {
        await using var db = newsroom.Open();
        var release = await db.ReleaseAsync(id);
        await db.SaveEditAsync(id, release.Content with { Body = body }, release.RevisionNumber, edit, null);
    }
}
