using ScoPortal.Core.Search;
using ScoPortal.Data.Search;
using Xunit;

namespace ScoPortal.Data.Tests.Search;

/// <summary>The words in the file, written and read without a database.</summary>
public sealed class PostingsTests : IDisposable
{
    private static readonly DateTimeOffset Now = SearchNewsroom.Now;

    private readonly string folder = Directory.CreateTempSubdirectory("scoportal-postings-").FullName;
    private long number;

    private string IndexPath => Path.Combine(folder, "search.db");

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("zh")]
    public void Whatever_is_asked_those_are_found_that_have_it(string language)
    {
        var random = new Random(5);
        var words = language == "zh" ? ["青", "岛", "港", "口", "，", " 5G", "2025"] : new[] { "port ", "ports ", "city ", "Bau ", "Bauhof ", "Hafen ", "Hafengelände ", "1,225 ", "COVID-19 ", "a ", ". " };
        var releases = Enumerable.Range(1, 400).Select(i => Release(i, language, Text(3), summary: i % 3 == 0 ? Text(4) : "", body: Text(random.Next(30)))).ToList();
        Write(releases, recreate: true);
        using var index = new SearchIndex(IndexPath);
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var text = i % 2 == 0 ? Text(random.Next(1, 4)) : $"\"{Text(random.Next(1, 4))}\" {Text(1)}";
            var clauses = SearchQuery.Parse(text).In(language);
            var expected = clauses.Count == 0 ? [] : releases.Where(r => clauses.All(clause => Has(r, clause))).Select(r => r.Id).ToHashSet();
            var page = Ask(index, text, size: 100);
            Assert.Equal(expected.Count, page.Total);
            found += expected.Count > 0 ? 1 : 0;
            Assert.All(page.Hits, hit => Assert.Contains(hit.ReleaseId, expected));
        }

        Assert.InRange(found, 100, 299);

        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));
        bool Has(IndexedRelease release, SearchClause clause) =>
            new[] { release.Headline, release.Summary, release.Body }.Any(column => clause.Fits(TextAnalyzer.Analyze(column, language)));
    }

    [Fact]
    public void What_is_added_a_few_at_a_time_is_found_like_what_is_built_at_once()
    {
        var releases = Enumerable.Range(1, 5000)
            .Select(i => Release(i, i % 2 == 0 ? "en" : "de", i % 7 == 0 ? "Port of Qingdao" : "City news", body: $"The port number {i % 50} opens. Häfen.")).ToList();
        foreach (var some in releases.Chunk(300))
            Write(some, recreate: number == 0);
        var added = Answers();
        Write(releases, recreate: true);
        var built = Answers();
        Assert.Equal(built, added);
        Assert.Contains("5000:", built[0], StringComparison.Ordinal);

        List<string> Answers()
        {
            using var index = new SearchIndex(IndexPath);
            return [.. new[] { "port", "\"port of Qingdao\"", "\"the port number 17\"", "city Hafen", "häfen 3", "number" }.Select(text =>
            {
                var page = Ask(index, text);
                return $"{page.Total}: {string.Join(' ', page.Hits.Select(hit => hit.ReleaseId))}; {string.Join(' ', page.Facets.Languages)} {string.Join(' ', page.Facets.Years)}";
            })];
        }
    }

    [Fact]
    public void A_phrase_is_found_behind_long_texts_and_never_across_headline_and_body()
    {
        var many = string.Concat(Enumerable.Repeat("port city ", 400));
        Write([Release(1, "en", "New port", body: "City news"), Release(2, "en", "News", body: many + "and at last a railway station")], recreate: true);
        using var index = new SearchIndex(IndexPath);
        Assert.Empty(Ask(index, "\"port city news\"").Hits);
        Assert.Equal([2], Keys(Ask(index, "\"last a railway\"")));
        Assert.Equal([2], Keys(Ask(index, "\"port city port\"")));
        Assert.Equal([1], Keys(Ask(index, "\"new port\"")));
    }

    [Fact]
    public void The_best_fit_comes_first_however_many_are_newer()
    {
        var mentions = Enumerable.Range(1, 3000).Select(i => Release(i, "en", "Markets", body: "Rain, wind, and a railway somewhere in between.", age: i / 100));
        Write([.. mentions, Release(3001, "en", "Railway opens", body: "The railway is open.", age: 2000)], recreate: true);
        using var index = new SearchIndex(IndexPath);
        Assert.Equal(3001, Ask(index, "railway").Hits[0].ReleaseId);
        var newest = index.Search(new SearchRequest("railway", ["en"], Now) { Order = SearchOrder.Newest, PageSize = 100 });
        Assert.Equal(Enumerable.Range(1, 99).Reverse(), Keys(newest).Take(99));
        Assert.Equal(3001, newest.Total);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static SearchPage Ask(SearchIndex index, string text, int size = 20) =>
        index.Search(new SearchRequest(text, SearchNewsroom.Languages, Now) { PageSize = size });

    private static IEnumerable<int> Keys(SearchPage page) => page.Hits.Select(hit => hit.ReleaseId);

    private static IndexedRelease Release(int id, string language, string headline, string summary = "", string body = "", int age = 1) =>
        new(id, id, language, "slug", headline, summary, body, Now.AddDays(-age), [], []);

    private void Write(IReadOnlyCollection<IndexedRelease> releases, bool recreate)
    {
        using var writer = new IndexWriter(new IndexFile(IndexPath), recreate, ++number);
        foreach (var release in releases)
            writer.Put(release, release.Words());
        writer.Commit();
    }
}
