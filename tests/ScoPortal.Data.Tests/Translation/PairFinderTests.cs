using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Pairing;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Tests.Stories;
using ScoPortal.Data.Translation;
using Xunit;

namespace ScoPortal.Data.Tests.Translation;

/// <summary>Releases that say the same in two languages are found, offered once, and not where they cannot be linked.</summary>
public class PairFinderTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Translations_are_offered_with_what_speaks_for_them_and_other_texts_are_not(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var finder = new PairFinder();
        var english = await newsroom.KeepAsync("en", PairTexts.English);
        var other = await newsroom.KeepAsync("de", PairTexts.Other);
        Assert.Equal(0, await SuggestAsync(newsroom, finder, english, other));

        var german = await newsroom.KeepAsync("de", PairTexts.German);
        Assert.Equal(1, await SuggestAsync(newsroom, finder, german));

        await using var db = newsroom.Open();
        var pair = await db.Suggestions.SingleAsync();
        Assert.Equal((SuggestionKind.Translation, SuggestionState.Open, german.Id, english.Id), (pair.Kind, pair.State, pair.ReleaseId, pair.OtherId));
        Assert.InRange(pair.Score, PairFinder.Threshold, 1);
        var evidence = PairEvidenceJson.Read(pair.Evidence);
        Assert.Contains(evidence, e => e is { Kind: PairEvidenceKind.Number, A: "31.400", B: "31,400", Weight: > 0 });
        Assert.Equal(0, await SuggestAsync(newsroom, finder, german, english));
        Assert.Equal(1, await db.Suggestions.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_was_rejected_is_not_offered_again_and_what_was_put_off_stays_put_off(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var finder = new PairFinder();
        var (english, german, russian) = (await newsroom.KeepAsync("en", PairTexts.English), await newsroom.KeepAsync("de", PairTexts.German), await newsroom.KeepAsync("ru", PairTexts.Russian));
        Assert.Equal(3, await SuggestAsync(newsroom, finder, english, german, russian));
        await using (var db = newsroom.Open())
        {
            await db.RejectAsync((await db.SuggestionAsync(await IdAsync(db, german, english), default))!, Desk.Anna, default);
            (await db.SuggestionAsync(await IdAsync(db, russian, english), default))!.Postpone(Desk.Anna);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await SuggestAllAsync(newsroom, finder));

        await using var later = newsroom.Open();
        Assert.Equal(
            [SuggestionState.Rejected, SuggestionState.Later, SuggestionState.Open],
            [await StateAsync(later, german, english), await StateAsync(later, russian, english), await StateAsync(later, russian, german)]);
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_is_linked_or_cannot_be_is_not_offered_any_more(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var finder = new PairFinder();
        var (english, german, russian, second) = (
            await newsroom.KeepAsync("en", PairTexts.English), await newsroom.KeepAsync("de", PairTexts.German), await newsroom.KeepAsync("ru", PairTexts.Russian), await newsroom.KeepAsync("en", PairTexts.Text("Something else", "2026-01-02", "Nothing.")));
        Assert.Equal(3, await SuggestAsync(newsroom, finder, english, german, russian));
        await using var db = newsroom.Open();
        await db.LinkAsync(german.Id, english.StoryId, new(Desk.Anna));
        Assert.Equal(2, await db.Suggestions.Pairs(db, SuggestionState.Open).CountAsync());
        await db.LinkAsync(russian.Id, second.StoryId, new(Desk.Anna));
        Assert.Equal(0, await db.Suggestions.Pairs(db, SuggestionState.Open).CountAsync());

        Assert.Equal(0, await SuggestAsync(newsroom, finder, german, russian));

        Assert.Equal(0, await db.Suggestions.CountAsync());
        await db.UnlinkAsync(russian.Id, new(Desk.Anna));
        Assert.Equal(2, await SuggestAsync(newsroom, finder, russian));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_index_follows_what_is_written_and_withdrawn(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        using var finder = new PairFinder();
        var (english, german) = (await newsroom.KeepAsync("en", PairTexts.English), await newsroom.KeepAsync("de", PairTexts.Other));
        Assert.Equal(0, await SuggestAsync(newsroom, finder, english, german));

        await using (var db = newsroom.Open())
        {
            (await db.ReleaseAsync(german.Id)).Save(PairTexts.German, 1, Desk.Anna);
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, await SuggestAsync(newsroom, finder, german));
        await using (var db = newsroom.Open())
        {
            (await db.ReleaseAsync(german.Id)).Save(PairTexts.Other, 2, Desk.Anna);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await SuggestAllAsync(newsroom, finder));
        await using var later = newsroom.Open();
        Assert.Equal(0, await later.Suggestions.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Profiles_that_were_lost_are_computed_again(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await newsroom.KeepAsync("en", PairTexts.English);
        await newsroom.KeepAsync("ru", PairTexts.Russian);
        await using var db = newsroom.Open();
        var before = await db.PairProfiles.AsNoTracking().OrderBy(p => p.ReleaseId).ToListAsync();
        await db.PairProfiles.ExecuteDeleteAsync();

        Assert.Equal(2, await db.RebuildProfilesAsync());
        var after = await db.PairProfiles.AsNoTracking().OrderBy(p => p.ReleaseId).ToListAsync();
        await db.PairProfiles.ExecuteDeleteAsync();
        using var finder = new PairFinder();
        Assert.Equal(1, await SuggestAllAsync(newsroom, finder));

        Assert.Equal(2, before.Count);
        Assert.Equal(before.Select(p => (p.ReleaseId, p.Language, Convert.ToHexString(p.Features))), after.Select(p => (p.ReleaseId, p.Language, Convert.ToHexString(p.Features))));
    }

    [Fact]
    public void Evidence_fits_where_it_is_kept_and_what_says_least_is_left_out_first()
    {
        var long1 = new string('长', 400);
        var json = PairEvidenceJson.Of(Enumerable.Range(1, 40).Select(i => new PairEvidence(PairEvidenceKind.Name, $"{i} {long1}", $"{i} {long1}", i)));

        Assert.InRange(json.Length, 2000, 3900);
        var read = PairEvidenceJson.Read(json);
        Assert.Equal(40, read[^1].Weight);
        Assert.Equal(41 - read.Count, read[0].Weight);
        Assert.Empty(PairEvidenceJson.Read("""{"related":[1,2]}"""));
    }

    private static async Task<int> SuggestAsync(TestDatabase newsroom, PairFinder finder, params Release[] releases)
    {
        await using var db = newsroom.Open();
        return await finder.SuggestAsync(db, [.. releases.Select(r => r.Id)], Desk.Morning);
    }

    private static async Task<int> SuggestAllAsync(TestDatabase newsroom, PairFinder finder)
    {
        await using var db = newsroom.Open();
        return await finder.SuggestAllAsync(db, Desk.Morning);
    }

    private static Task<int> IdAsync(PortalDb db, Release newer, Release older) =>
        db.Suggestions.Where(s => s.ReleaseId == newer.Id && s.OtherId == older.Id).Select(s => s.Id).SingleAsync();

    private static Task<SuggestionState> StateAsync(PortalDb db, Release newer, Release older) =>
        db.Suggestions.Where(s => s.ReleaseId == newer.Id && s.OtherId == older.Id).Select(s => s.State).SingleAsync();
}
