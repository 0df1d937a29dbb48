using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Translation;

public class AlignmentsTests
{
    private static readonly SentenceBead[] ByHand = [new(0..1, 0..1, 1), new(1..3, 1..3, 1), new(3..4, 3..3, 1), new(4..4, 3..4, 1)];

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_a_person_has_put_right_is_kept_in_both_directions_until_a_text_changes(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (english, german) = await TextsAsync(newsroom);
        await using (var db = newsroom.Open())
        {
            Assert.Equal(4, (await db.BeadsAsync(english, german)).Count);
            await db.SaveEditedAsync(german, english, [new(0..4, 0..4, 1)]);
            await db.SaveEditedAsync(english, german, ByHand);
        }

        await using var later = newsroom.Open();
        Assert.Equal(ByHand, await later.BeadsAsync(english, german));
        Assert.Equal(ByHand.Select(b => b with { Source = b.Target, Target = b.Source }), await later.BeadsAsync(german, english));
        Assert.Equal(4, (await later.BeadsAsync(english with { Revision = 2 }, german)).Count(b => b.Source.Equals(b.Target)));
    }

    [Fact]
    public async Task The_same_two_texts_are_aligned_once_however_often_they_are_compared()
    {
        await using var newsroom = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var (english, german) = await TextsAsync(newsroom);
        await using var db = newsroom.Open();

        var beads = await db.BeadsAsync(english, german);

        Assert.Same(beads, await db.BeadsAsync(english with { Revision = 2 }, new(german.Id, "de", 1, german.Content)));
        Assert.NotSame(beads, await db.BeadsAsync(english, german with { Language = "fr" }));
        Assert.NotSame(beads, await db.BeadsAsync(english, new(german.Id, "de", 2, german.Content with { Body = "Kurz." })));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Beads_that_leave_a_sentence_out_are_refused(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var (english, german) = await TextsAsync(newsroom);
        await using var db = newsroom.Open();

        foreach (SentenceBead[] wrong in (SentenceBead[][])[[], [new(0..4, 0..3, 1)], [new(0..2, 0..2, 1), new(3..4, 2..4, 1)], [new(0..3, 0..2, 1), new(2..4, 2..4, 1)]])
            Assert.Equal("Rule.BeadsIncomplete", (await Assert.ThrowsAsync<RuleException>(() => db.SaveEditedAsync(english, german, wrong))).Rule);
    }

    private static async Task<(AlignedText English, AlignedText German)> TextsAsync(TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        var story = new Story();
        var source = story.Draft("en", Desk.Text("Port opened", "The port opened. It has 12 berths. The mayor spoke."), Desk.Anna);
        var target = story.Draft("de", Desk.Text("Hafen eröffnet", "Der Hafen wurde eröffnet. Er hat 12 Liegeplätze. Der Bürgermeister sprach."), Desk.Anna);
        db.Add(story);
        await db.SaveChangesAsync();
        return (new(source.Id, "en", 1, source.Content), new(target.Id, "de", 1, target.Content));
    }
}
