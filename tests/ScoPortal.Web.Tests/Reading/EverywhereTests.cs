using ScoPortal.Data.Providers;
using ScoPortal.Data.Tests;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

public class EverywhereTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task Every_kind_of_page_answers_in_every_language_on_every_engine(DatabaseProvider engine)
    {
        await using var portal = await OwnPortal.OpenAsync(engine);
        foreach (var language in (string[])["en", "de", "ru", "zh"])
        {
            foreach (var kind in await portal.AllKindsAsync(language))
            {
                var page = await portal.ReadAsync(kind.Path, kind.Status);
                var headline = Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim();
                Assert.NotEmpty(headline);
                if (kind.Headline is not null)
                    Assert.Equal(kind.Headline, headline);
                Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            }
        }
    }

    [Fact]
    public async Task No_kind_of_page_is_left_out()
    {
        await using var portal = await OwnPortal.OpenAsync();
        List<PageKind> kinds = [.. await portal.AllKindsAsync("en"), .. await portal.AllKindsAsync("de")];

        Assert.Empty(portal.NotAmong(kinds));
    }
}
