using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Terms;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Terms;
using Xunit;

namespace ScoPortal.Data.Tests.Terms;

/// <summary>The glossary goes out and comes in, on every engine.</summary>
public class GlossaryImportingTests
{
    private static readonly string[] Languages = ["en", "de", "ru", "zh"];

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task What_is_exported_fills_an_empty_glossary_with_the_same_and_changes_nothing_in_its_own(DatabaseProvider engine)
    {
        await using var full = await TestDatabase.CreateAsync(engine, sample: true);
        await using var empty = await TestDatabase.CreateAsync(engine);
        foreach (var write in (Func<IEnumerable<Term>, string>[])[GlossaryCsv.Write, GlossaryTbx.Write])
        {
            string file;
            await using (var db = full.Open())
            {
                file = write(await db.Terms.Include(t => t.Forms).ToListAsync());
                db.ChangeTracker.Clear();
                var own = await db.TakeOverAsync(GlossaryFile.Read(file), Languages, default);
                Assert.All(own.Results, r => Assert.Equal(GlossaryEffect.Unchanged, r.Effect));
                Assert.Empty(own.Refused);
                Assert.False(db.ChangeTracker.HasChanges());
            }

            await using (var db = empty.Open())
            {
                await db.Terms.ExecuteDeleteAsync();
                await db.TakeOverAsync(GlossaryFile.Read(file), Languages, default);
                await db.SaveChangesAsync();
            }

            Assert.Equal(await ToldAsync(full), await ToldAsync(empty));
        }
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task A_preferred_form_gives_way_to_another_one_in_the_same_save(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using (var db = newsroom.Open())
        {
            var term = await db.Terms.Include(t => t.Forms).SingleAsync(t => t.Key == "sco-short");
            term.SayAll("de", [new("SOZ", TermStatus.Allowed, null), new("SCO", TermStatus.Preferred, null)]);
            term.Rename("sco-abbreviation");
            await db.SaveChangesAsync();
        }

        await using var later = newsroom.Open();
        var saved = await later.Terms.Include(t => t.Forms).SingleAsync(t => t.Key == "sco-abbreviation");
        Assert.Equal([("SCO", TermStatus.Preferred), ("SOZ", TermStatus.Allowed)], saved.Forms.Where(f => f.Language == "de").OrderBy(f => f.Status).Select(f => (f.Text, f.Status)));
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Terms_are_found_by_what_they_say_lack_and_forbid(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();

        Assert.Contains("sco-short", await db.Terms.Saying("шос").ByKey().Select(t => t.Key).ToListAsync());
        Assert.Contains("bri", await db.Terms.Saying("seidenstr").ByKey().Select(t => t.Key).ToListAsync());
        Assert.Contains("lianyungang", await db.Terms.Saying("LIANYUN").ByKey().Select(t => t.Key).ToListAsync());
        Assert.Equal(["cd-cq-circle", "intl-coop-hub"], await db.Terms.Missing("ru").ByKey().Select(t => t.Key).ToListAsync());
        Assert.Equal(["bri", "logistics-round-table"], await db.Terms.With(TermStatus.Forbidden).ByKey().Select(t => t.Key).ToListAsync());
        Assert.Empty(await db.Terms.Saying("100%_").ByKey().ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task Page_after_page_shows_every_term_once(DatabaseProvider engine)
    {
        await using var newsroom = await TestDatabase.CreateAsync(engine, sample: true);
        await using var db = newsroom.Open();
        List<string> seen = [];
        while (await db.Terms.ByKey(seen.LastOrDefault()).Take(7).Select(t => t.Key).ToListAsync() is { Count: > 0 } page)
            seen.AddRange(page);

        Assert.Equal(await db.Terms.CountAsync(), seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    private static async Task<List<string>> ToldAsync(TestDatabase newsroom)
    {
        await using var db = newsroom.Open();
        var terms = await db.Terms.Include(t => t.Forms).ToListAsync();
        return [.. terms.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Note} " + string.Join('|', t.Forms
            .OrderBy(f => f.Language, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal).Select(f => $"{f.Language} {f.Text} {f.Status} {f.Source}")))];
    }
}
