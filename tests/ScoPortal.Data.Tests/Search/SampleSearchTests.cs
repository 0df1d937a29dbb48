using ScoPortal.Data.Providers;
using ScoPortal.Data.Search;
using Xunit;

namespace ScoPortal.Data.Tests.Search;

public class SampleSearchTests
{
    [Theory, OnSqlite, OnPostgres, OnSqlServer]
    public async Task The_sample_newsroom_is_searched_alike_on_every_engine(DatabaseProvider engine)
    {
        await using var newsroom = await SearchNewsroom.OpenAsync(engine, sample: true);
        await newsroom.CatchUpAsync();
        foreach (var (text, language) in new[] { ("青岛", "zh"), ("логистика", "ru"), ("Häfen", "de"), ("port", "en") })
        {
            var page = newsroom.Index.Search(new SearchRequest(text, SearchNewsroom.Languages, TestDatabase.Now) { Language = language });
            Assert.NotEmpty(page.Hits);
            Assert.All(page.Hits, hit =>
            {
                Assert.Equal(language, hit.Language);
                Assert.Contains(hit.Headline.Concat(hit.Excerpt.Segments), segment => segment.Hit);
            });
            Assert.NotEmpty(page.Facets.Zones);
            Assert.NotEmpty(page.Facets.Topics);
        }
    }
}
