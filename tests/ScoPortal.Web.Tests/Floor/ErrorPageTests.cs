using System.Net;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

public class ErrorPageTests
{
    [Theory]
    [InlineData("/de/news", null, "de")]
    [InlineData("/ru/news", "de", "ru")]
    [InlineData("/zh/search?q=%E9%9D%92%E5%B2%9B", null, null)]
    public async Task When_the_database_breaks_a_reader_is_told_so_in_the_own_language_with_a_number_to_ask_with(string path, string? accept, string? language)
    {
        await using var portal = await OwnPortal.OpenAsync(environment: "Production");
        await portal.ReadAsync("/en/");
        await portal.BreakAsync("""ALTER TABLE "Releases" RENAME TO "Elsewhere" """);
        if (accept is not null)
            portal.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accept);

        if (language is null)
        {
            // The index of this node goes on answering.
            await portal.ReadAsync(path);
            return;
        }

        var page = await portal.ReadAsync(path, HttpStatusCode.InternalServerError);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        var number = page.QuerySelector("main .caption")!.TextContent.Split(' ')[^1].TrimEnd('.', '。');
        Assert.Matches("^[0-9a-f]{32}$", number);
        foreach (var secret in (string[])["   at ", "Exception", "SQLite", "Elsewhere", "no such table", ".cs:line"])
            Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(portal.Log, line => line.Contains(number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/de/nirgendwo", null, "de")]
    [InlineData("/nirgendwo", "ru", "ru")]
    [InlineData("/nirgendwo", null, "en")]
    [InlineData("/xx/", "zh-CN", "zh")]
    public async Task A_page_that_is_not_there_is_missed_in_the_language_of_the_reader(string path, string? accept, string language)
    {
        await using var portal = await OwnPortal.OpenAsync();
        if (accept is not null)
            portal.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accept);

        var page = await portal.ReadAsync(path, HttpStatusCode.NotFound);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"/{language}/search", page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.NotNull(page.QuerySelector($"main a[href='/{language}/']"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }
}
