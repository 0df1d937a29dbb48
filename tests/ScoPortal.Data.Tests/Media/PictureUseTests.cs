using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Media;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Tests.Stories;
using Xunit;

namespace ScoPortal.Data.Tests.Media;

/// <summary>The newsroom knows where its pictures are used, what they lack, and which files nobody needs.</summary>
public class PictureUseTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_picture_is_used_by_releases_that_show_it_texts_with_its_address_and_texts_being_typed(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        var account = await newsroom.HireAsync("vera");
        await using var db = newsroom.Open();
        var (shown, inText, typed, unused, older) = (Picture('a'), Picture('b'), Picture('c'), Picture('d'), Picture('e'));
        db.AddRange(shown, inText, typed, unused, older);
        var release = new Story().Draft("en", Desk.Text("Trains", $"See ![a crane](/media/{older.Hash}.png)."), Desk.Anna);
        release.Show([shown], Desk.Anna);
        release.Save(release.Content with { Body = $"See ![a train](/media/{inText.Hash}.png)." }, 1, Desk.Anna);
        db.Add(release.Story);
        await db.SaveChangesAsync();
        var copy = new WorkingCopy { ReleaseId = release.Id, AccountId = account };
        copy.Keep(Desk.Text("Trains", $"![](/media/{typed.Hash}.png)"), 1, Desk.Morning);
        db.Add(copy);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        Assert.Equal([(release.Id, false)], (await db.UsesAsync(shown.Id, shown.Hash, default)).Select(u => (u.ReleaseId, u.InText)));
        Assert.Equal([(release.Id, true)], (await db.UsesAsync(inText.Id, inText.Hash, default)).Select(u => (u.ReleaseId, u.InText)));
        foreach (var (picture, used) in ((MediaItem, bool)[])[(shown, true), (inText, true), (typed, true), (older, true), (unused, false)])
            Assert.Equal(used, await db.IsUsedAsync(picture.Id, picture.Hash, default));
        Assert.Equal([unused.Id], (await db.UnusedAsync(Desk.Morning.AddDays(1), 1, default)).Select(m => m.Id));
        Assert.Empty(await db.UnusedAsync(Desk.Morning, 10, default));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Pictures_that_say_nothing_in_a_language_are_found(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var db = newsroom.Open();
        var (described, foreign, captioned) = (Picture('a'), Picture('b'), Picture('c'));
        described.Describe("de", "Ein Zug", null);
        foreign.Describe("en", "A train", null);
        captioned.Describe("de", null, "Ein Zug");
        db.AddRange(foreign, described, captioned);
        await db.SaveChangesAsync();

        Assert.Equal([foreign.Id, captioned.Id], await db.Media.WithoutAlt("de").OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_library_is_searched_by_words_whatever_their_case_and_signs_stand_for_themselves(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine);
        await using var db = newsroom.Open();
        var (first, second) = (Picture('a', "Quay_4 100%.jpg"), Picture('b', "x.jpg"));
        second.Describe("en", "A crane on the QUAY", null);
        second.Describe("ru", "Ляньюньган", "Новый порт");
        second.Credit = "Li Wei";
        db.AddRange(first, second);
        await db.SaveChangesAsync();
        async Task<int[]> FindAsync(string words) => await db.Media.Matching(words).AddedBefore(null).Select(m => m.Id).ToArrayAsync();

        Assert.Equal([second.Id, first.Id], await FindAsync("quay"));
        Assert.Equal([second.Id], await FindAsync("li QUAY"));
        Assert.Equal([first.Id], await FindAsync("100%"));
        Assert.Equal([first.Id], await FindAsync("y_4"));
        Assert.Empty(await FindAsync("1%0"));
        Assert.Equal([second.Id], await FindAsync("Ляньюньган ПОРТ"));
        Assert.Equal([second.Id], await FindAsync("ЛЯНЬЮНЬГАН порт"));
        Assert.Equal([second.Id], await db.Media.AddedAfter(new Place(first.AddedAt, first.Id)).Select(m => m.Id).ToArrayAsync());
        Assert.Equal([first.Id], await db.Media.AddedBefore(new Place(second.AddedAt, second.Id)).Select(m => m.Id).ToArrayAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Files_that_no_picture_names_go_after_a_day_and_all_others_stay(DatabaseProvider engine)
    {
        var folder = Directory.CreateTempSubdirectory("scoportal-media-").FullName;
        try
        {
            await using var newsroom = await TestDatabase.CreateAsync(engine);
            await using var db = newsroom.Open();
            var files = new MediaFiles(folder);
            var (kept, narrow, stray, young) = (await files.StoreAsync([1], default), await files.StoreAsync([2], default), await files.StoreAsync([3], default), await files.StoreAsync([4], default));
            var item = new MediaItem(kept, "image/png", "a.png", 1, 900, 600, Desk.Morning);
            item.Add(new MediaVariant(480, 320, narrow, "image/webp", 1));
            db.Add(item);
            await db.SaveChangesAsync();
            await File.WriteAllBytesAsync(Path.Combine(folder, "unfinished", "left"), [5]);
            foreach (var old in (string[])[files.PathOf(kept), files.PathOf(narrow), files.PathOf(stray), Path.Combine(folder, "unfinished", "left")])
                File.SetLastWriteTimeUtc(old, Desk.Morning.AddHours(-25).UtcDateTime);
            File.SetLastWriteTimeUtc(files.PathOf(young), Desk.Morning.AddHours(-23).UtcDateTime);

            Assert.Equal(2, await db.CleanAsync(files, Desk.Morning, default));

            Assert.Equal(new[] { kept, narrow, young }.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(Path.Combine(folder, kept[..2], kept[2..4], kept), files.PathOf(kept));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_file_that_two_pictures_share_outlives_the_first(DatabaseProvider engine)
    {
        var folder = Directory.CreateTempSubdirectory("scoportal-media-").FullName;
        try
        {
            await using var newsroom = await TestDatabase.CreateAsync(engine);
            await using var db = newsroom.Open();
            var files = new MediaFiles(folder);
            var (one, shared) = (await files.StoreAsync([1], default), await files.StoreAsync([2], default));
            var first = new MediaItem(one, "image/png", "a.png", 1, 900, 600, Desk.Morning);
            first.Add(new MediaVariant(480, 320, shared, "image/webp", 1));
            db.AddRange(first, new MediaItem(shared, "image/webp", "b.webp", 1, 480, 320, Desk.Morning));
            await db.SaveChangesAsync();

            db.Remove(first);
            await db.SaveChangesAsync();
            File.SetLastWriteTimeUtc(files.PathOf(one), Desk.Morning.AddHours(-25).UtcDateTime);
            File.SetLastWriteTimeUtc(files.PathOf(shared), Desk.Morning.AddHours(-25).UtcDateTime);
            await db.DeleteFilesAsync(files, first, Desk.Morning, default);

            Assert.False(File.Exists(files.PathOf(one)));
            Assert.True(File.Exists(files.PathOf(shared)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MediaItem Picture(char digit, string name = "a.png") => new(new string(digit, 64), "image/png", name, 1000, 1200, 800, Desk.Morning);
}
