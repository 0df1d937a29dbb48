using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public class TypographyTests(Browser browser, PortalServer portal)
{
    [Theory]
    [InlineData("en", "auto", "auto")]
    [InlineData("de", "auto", "auto")]
    [InlineData("ru", "auto", "auto")]
    [InlineData("zh", "manual", "strict")]
    public async Task Lines_break_as_the_language_breaks_them(string language, string hyphens, string lineBreak)
    {
        var page = await browser.OpenAsync(portal.Url, language);
        await page.OpenAsync(PageKind.Named("release"), language, portal);

        var style = await page.Locator(".prose > p").First.EvaluateAsync<string[]>("e => [getComputedStyle(e).hyphens, getComputedStyle(e).lineBreak]");

        Assert.Equal([hyphens, lineBreak], style);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_long_German_word_breaks_in_a_narrow_column()
    {
        var page = await browser.OpenAsync(portal.Url, "de", width: 360);
        await page.OpenAsync(PageKind.Named("release"), "de", portal);

        var lines = await page.Locator(".prose").EvaluateAsync<int>("""
            prose => {
                prose.innerHTML = '<p><span>Wirtschaftskooperationszonenverwaltungsausschussvorsitzender</span></p>';
                return prose.querySelector('span').getClientRects().length;
            }
            """);

        Assert.InRange(lines, 2, 4);
        Assert.Equal(0, await page.SidewaysOverflowAsync());
        await page.Context.CloseAsync();
    }
}
