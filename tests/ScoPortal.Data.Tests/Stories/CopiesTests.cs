using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Stories;

/// <summary>The same text from another wire is found, offered to the desk, and decided on once.</summary>
public class CopiesTests
{
    private const string Story = """
        The harbour office has opened a second yard for trains to the west. Forty wagons a day are loaded there, twice as many as a year before.

        Carriers from five countries share the yard. They book a track on the evening before, pay by the hour and find their papers at one desk.

        It was built in eleven months on the ground of a former cannery, and its roof carries the panels that feed both cranes.
        """;

    private static readonly string English = $"Port opens a second yard\n\nLIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- {Story}\n\nSOURCE The Harbour Office\n";

    private static readonly string Copy = $"MEDIA RELEASE PR67255\n\nNew yard for the trains\n\nLIANYUNGANG, China, June 21 /PRNewswire-AsiaNet/ -- {Story.Replace(". ", ".\n", StringComparison.Ordinal)}\n";

    private static readonly string Another = Story.Replace("yard", "quay", StringComparison.Ordinal).Replace("trains to the west", "ships of the coast", StringComparison.Ordinal)
        .Replace("Forty wagons a day are loaded there, twice as many as", "Nine ships a week are moored along it, which is no more than", StringComparison.Ordinal)
        .Replace("book a track on the evening before, pay by the hour", "draw lots in the morning, wait for the pilot", StringComparison.Ordinal)
        .Replace("built in eleven months on the ground of a former cannery", "cast by a foundry", StringComparison.Ordinal);

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_copy_is_stored_and_named_with_its_original_and_offered(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var original = (await ImportAsync(newsroom, English)).Single();

        var copy = (await ImportAsync(newsroom, Copy)).Single();

        Assert.True(copy.IsNew);
        Assert.Equal(original.ReleaseId, Assert.Single(copy.Copies).ReleaseId);
        Assert.InRange(copy.Copies[0].Similarity, 0.8, 1);
        await using var db = newsroom.Open();
        var offered = await db.Suggestions.SingleAsync();
        Assert.Equal((SuggestionKind.SyndicatedCopy, SuggestionState.Open, copy.ReleaseId, original.ReleaseId), (offered.Kind, offered.State, offered.ReleaseId, offered.OtherId));
        Assert.InRange(offered.Score, 0.5, copy.Copies[0].Similarity);
        Assert.Matches("""^\{"resemblance":0\.\d+,"containment":(1|0\.\d+),"numbers":1\}$""", offered.Evidence);
    }

    [Theory, OnSqlite]
    public async Task A_text_twice_as_long_is_a_copy_but_not_the_same(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);

        var all = await ImportAsync(newsroom, English, English.Replace("SOURCE", Another + "\n\nSOURCE", StringComparison.Ordinal));

        Assert.InRange(Assert.Single(all[1].Copies).Similarity, 0.95, 1);
        await using var db = newsroom.Open();
        Assert.InRange((await db.Suggestions.SingleAsync()).Score, 0.3, 0.7);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Copies_in_one_batch_are_found_and_other_texts_are_not(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);

        var all = await ImportAsync(newsroom, English, "Another quay\n\n" + Another, Copy, English + "\n", Copy.Replace("New yard", "A yard", StringComparison.Ordinal));

        Assert.Equal([true, true, true, false, true], all.Select(i => i.IsNew));
        Assert.Equal(all[0].ReleaseId, all[3].ReleaseId);
        Assert.Equal([0, 0, 1, 0, 2], all.Select(i => i.Copies.Count));
        Assert.Equal((all[0].ReleaseId, all[2].ReleaseId), (all[2].Copies[0].ReleaseId, all[4].Copies[0].ReleaseId));
        await using var db = newsroom.Open();
        Assert.Equal(3, await db.Suggestions.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_text_that_was_written_at_the_desk_is_found_as_the_newest_revision_has_it(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var written = await newsroom.DraftAsync("en", "Yard");
        Assert.Empty(await LikelyAsync(newsroom, Copy));
        await SaveAsync(newsroom, written, 1, "## News\n\n" + Story.Replace("harbour office", "[harbour office](https://harbour.example)", StringComparison.Ordinal));

        Assert.Equal(written, Assert.Single(await LikelyAsync(newsroom, Copy)).ReleaseId);

        await SaveAsync(newsroom, written, 2, Another);
        Assert.Empty(await LikelyAsync(newsroom, Copy));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_a_pasted_text_resembles_is_told_best_first_and_at_most_five(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var stored = await ImportAsync(newsroom,
            [.. Enumerable.Range(1, 7).Select(i => $"Yard report {(char)('A' + i)}\n\nLIANYUNGANG, China, June {i}, 2021 /PRNewswire/ -- {(i == 4 ? Story : Story.Replace("eleven months", "eleven long and cold months", StringComparison.Ordinal))}\n")]);

        var likely = await LikelyAsync(newsroom, Copy);

        Assert.Equal(5, likely.Count);
        Assert.Equal(stored[3].ReleaseId, likely[0].ReleaseId);
        Assert.Equal(likely.Select(l => l.Similarity).OrderDescending(), likely.Select(l => l.Similarity));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Sketches_that_were_lost_are_computed_again(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await ImportAsync(newsroom, English, "Another quay\n\n" + Another);
        await using var db = newsroom.Open();
        var before = await db.SketchBands.OrderBy(b => b.Hash).ToListAsync();
        await db.SketchBands.ExecuteDeleteAsync();
        Assert.Empty(await LikelyAsync(newsroom, Copy));

        Assert.Equal(2, await db.RebuildSketchesAsync());

        Assert.Equal(2 * Shingles.BandCount, before.Count);
        Assert.Equal(before, await db.SketchBands.OrderBy(b => b.Hash).ToListAsync());
        Assert.Single(await LikelyAsync(newsroom, Copy));
    }

    [Theory, OnPostgres, OnSqlServer]
    public async Task Sketches_that_are_computed_beside_a_save_are_of_the_saved_text(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = (await ImportAsync(newsroom, English)).Single().ReleaseId;
        await using var editing = newsroom.Open();
        await using var transaction = await editing.Database.BeginTransactionAsync();
        await editing.SaveEditAsync(id, Desk.Text("Quay", Another), 1, Desk.Anna, null);

        await using var computing = newsroom.Open();
        var rebuilt = computing.RebuildSketchesAsync();
        await Task.WhenAny(rebuilt, Task.Delay(TimeSpan.FromSeconds(1)));
        await transaction.CommitAsync();

        Assert.Equal(1, await rebuilt);
        Assert.Equal(Shingles.BandCount, await computing.SketchBands.CountAsync());
        Assert.Single(await LikelyAsync(newsroom, "Quay\n\n" + Another));
    }

    [Theory, OnPostgres, OnSqlServer]
    public async Task A_save_beside_sketches_that_are_computed_sketches_its_own_text(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = (await ImportAsync(newsroom, English)).Single().ReleaseId;
        await using var computing = newsroom.Open();
        await using var transaction = await computing.Database.BeginTransactionAsync();
        await computing.LockLogAsync(CancellationToken.None);

        var saving = SaveAsync(newsroom, id, 1, Another);
        await Task.WhenAny(saving, Task.Delay(TimeSpan.FromSeconds(1)));
        await computing.SketchAsync(await computing.Releases.Where(r => r.Id == id).ToListAsync(), CancellationToken.None);
        await transaction.CommitAsync();
        await saving;

        Assert.Empty(await LikelyAsync(newsroom, Copy));
        Assert.Single(await LikelyAsync(newsroom, "Yard\n\n" + Another));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Sketches_go_with_their_release(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var id = (await ImportAsync(newsroom, English)).Single().ReleaseId;
        await using var db = newsroom.Open();

        await db.Releases.Where(r => r.Id == id).ExecuteDeleteAsync();

        Assert.Equal(0, await db.SketchBands.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task An_accepted_copy_relates_the_newer_story_to_the_older_one(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var all = await ImportAsync(newsroom, English, Copy);

        await DecideAsync(newsroom, (suggestion, edit) => suggestion.Accept(edit));

        await using var db = newsroom.Open();
        var relation = await db.Set<Relation>().Include(r => r.Story.Releases).Include(r => r.Other.Releases).SingleAsync();
        Assert.Equal((RelationKind.SyndicatedCopy, all[1].ReleaseId, all[0].ReleaseId), (relation.Kind, relation.Story.Releases[0].Id, relation.Other.Releases[0].Id));
        var decided = await db.Suggestions.SingleAsync();
        Assert.Equal((SuggestionState.Accepted, Desk.Anna.By, (DateTimeOffset?)Desk.Morning), (decided.State, decided.DecidedBy, decided.DecidedAt));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_rejected_copy_is_remembered_and_an_acceptance_is_taken_back(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var all = await ImportAsync(newsroom, English, Copy);
        await DecideAsync(newsroom, (suggestion, edit) => suggestion.Accept(edit));

        await RejectAsync(newsroom);

        await using var db = newsroom.Open();
        Assert.Equal(0, await db.Set<Relation>().CountAsync());
        await db.SuggestAsync([.. all.Select(i => i.ReleaseId)], TestDatabase.Now, CancellationToken.None);
        await db.SaveChangesAsync();
        Assert.Equal(SuggestionState.Rejected, (await db.Suggestions.SingleAsync()).State);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_rejection_leaves_alone_what_was_related_by_hand(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await ImportAsync(newsroom, English, Copy);
        await DecideAsync(newsroom, (suggestion, _) => suggestion.Release.Story.Relate(RelationKind.SyndicatedCopy, suggestion.Other.Story));
        await DecideAsync(newsroom, (suggestion, edit) => suggestion.Accept(edit));

        await RejectAsync(newsroom);

        await using var db = newsroom.Open();
        Assert.Equal(1, await db.Set<Relation>().CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_relation_that_two_copies_stand_for_goes_with_the_last_of_them(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await ImportAsync(newsroom, English, Copy);
        await using (var db = newsroom.Open())
        {
            var pair = await db.Suggestions.Select(s => new { Older = s.Other.Story, Newer = s.Release.Story }).SingleAsync();
            var older = pair.Older.Draft("de", Desk.Text("Hof", "Ein Hof."), Desk.Anna);
            await db.SaveChangesAsync();
            var newer = pair.Newer.Draft("de", Desk.Text("Hof neu", "Ein Hof."), Desk.Anna);
            await db.SaveChangesAsync();
            db.Add(new Suggestion(SuggestionKind.SyndicatedCopy, newer.Id, older.Id, 1, "{}", TestDatabase.Now));
            await db.SaveChangesAsync();
        }

        await DecideAsync(newsroom, (suggestion, edit) => suggestion.Accept(edit));
        await RejectAsync(newsroom, all: false);
        await using (var db = newsroom.Open())
            Assert.Equal(1, await db.Set<Relation>().CountAsync());
        await RejectAsync(newsroom);

        await using var after = newsroom.Open();
        Assert.Equal(0, await after.Set<Relation>().CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_release_that_moved_since_takes_back_what_its_acceptance_related(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await ImportAsync(newsroom, English, Copy);
        await DecideAsync(newsroom, (suggestion, edit) => suggestion.Accept(edit));
        await using (var db = newsroom.Open())
        {
            var suggestion = (await db.SuggestionAsync(await db.Suggestions.Select(s => s.Id).SingleAsync(), CancellationToken.None))!;
            suggestion.Release.Story.Draft("de", Desk.Text("Hof", "Ein Hof."), Desk.Anna);
            var alone = suggestion.Release.Story.Unlink(suggestion.Release);
            alone.Relate(RelationKind.SyndicatedCopy, suggestion.Other.Story);
            db.Add(alone);
            await db.SaveChangesAsync();
        }

        await RejectAsync(newsroom);

        await using var after = newsroom.Open();
        Assert.Equal("en", (await after.Set<Relation>().Select(r => r.Story.Releases[0].Language).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Two_who_decide_at_once_do_not_both(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await ImportAsync(newsroom, English, Copy);
        await using var db = newsroom.Open();
        (await db.Suggestions.SingleAsync()).Reject(Desk.Chen, null, null);
        await DecideAsync(newsroom, (suggestion, edit) => suggestion.Accept(edit));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_pair_is_offered_once(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var all = await ImportAsync(newsroom, English, Copy);
        await using var db = newsroom.Open();
        db.Add(new Suggestion(SuggestionKind.SyndicatedCopy, all[0].ReleaseId, all[1].ReleaseId, 1, "{}", TestDatabase.Now));

        Assert.True(db.IsUniqueViolation(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Imports_of_one_folder_at_once_make_no_doubles_and_miss_no_copy(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        string[] texts = [.. Enumerable.Range(0, 24).Select(Numbered)];

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(importer => Task.Run(async () =>
        {
            var made = new List<Imported>();
            foreach (var batch in (importer % 2 == 0 ? texts : [.. texts.Reverse()]).Append(importer % 2 == 0 ? English : Copy).Chunk(5))
                made.AddRange(await ImportAsync(newsroom, batch));
            return made;
        })));

        await using var db = newsroom.Open();
        Assert.Equal(26, await db.Releases.CountAsync());
        Assert.Equal(26, all.SelectMany(i => i).Count(i => i.IsNew));
        Assert.Equal(1, await db.Suggestions.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_of_any_size_asks_the_same_few_questions(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await ImportAsync(newsroom, English);

        var (few, many) = (await QuestionsAsync(newsroom, 2, 0), await QuestionsAsync(newsroom, 40, 2));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 10);
    }

    // How many queries an import of that many texts and a copy makes, beside what it writes.
    private static async Task<int> QuestionsAsync(TestDatabase newsroom, int texts, int from)
    {
        var questions = new Questions();
        await using var db = Listening(newsroom, questions);
        await ImportAsync(db, [.. Enumerable.Range(from, texts).Select(Numbered), Copy + $"\n(A{from})\n"]);
        return questions.Count;
    }

    private static PortalDb Listening(TestDatabase newsroom, Questions questions)
    {
        if (newsroom.Engine == DatabaseProvider.Postgres)
            return new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(newsroom.ConnectionString).AddInterceptors(questions).Options);
        var sqlite = new DbContextOptionsBuilder<SqlitePortalDb>();
        SqlitePortalDb.Use(sqlite, newsroom.ConnectionString);
        return new SqlitePortalDb(sqlite.AddInterceptors(questions).Options);
    }

    private static string Numbered(int number) =>
        $"Report {number}\n\nLIANYUNGANG, China, June 18, 2021 /PRNewswire/ -- {string.Join(' ', Enumerable.Range(number * 100, 40).Select(i => $"The wagon with the number {i * 7919} left."))}\n";

    private static async Task<IReadOnlyList<Imported>> ImportAsync(TestDatabase newsroom, params string[] texts)
    {
        await using var db = newsroom.Open();
        return await ImportAsync(db, texts);
    }

    private static Task<IReadOnlyList<Imported>> ImportAsync(PortalDb db, IReadOnlyList<string> texts) => db.ImportAsync(
        [.. texts.Select(t => Incoming.From(WireReader.Read(t), t, "yard.txt"))], _ => new Edit("import", TestDatabase.Now), (_, _) => { }, CancellationToken.None);

    private static async Task<IReadOnlyList<Likeness>> LikelyAsync(TestDatabase newsroom, string text)
    {
        await using var db = newsroom.Open();
        return await db.LikelyCopiesAsync(WireReader.Read(text), CancellationToken.None);
    }

    private static async Task SaveAsync(TestDatabase newsroom, int id, int basedOn, string body)
    {
        await using var db = newsroom.Open();
        await db.SaveEditAsync(id, Desk.Text("Yard", body), basedOn, Desk.Anna, null);
    }

    private static async Task DecideAsync(TestDatabase newsroom, Action<Suggestion, Edit> decide)
    {
        await using var db = newsroom.Open();
        foreach (var id in await db.Suggestions.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync())
            decide((await db.SuggestionAsync(id, CancellationToken.None))!, Desk.Anna);
        await db.SaveChangesAsync();
    }

    private static async Task RejectAsync(TestDatabase newsroom, bool all = true)
    {
        await using var db = newsroom.Open();
        foreach (var id in await db.Suggestions.OrderBy(s => s.Id).Take(all ? int.MaxValue : 1).Select(s => s.Id).ToListAsync())
        {
            await db.RejectAsync((await db.SuggestionAsync(id, CancellationToken.None))!, Desk.Anna, CancellationToken.None);
            await db.SaveChangesAsync();
        }
    }

    private sealed class Questions : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                Count++;
            return new(result);
        }
    }
}
