using Microsoft.Playwright;
using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public class AccessibilityTests(Browser browser, PortalServer portal)
{
    [Theory]
    [MemberData(nameof(PageKind.InFourLanguages), MemberType = typeof(PageKind))]
    public async Task Axe_finds_nothing_on_any_page_by_day_or_by_night(string kind, string language)
    {
        var page = await browser.OpenAsync(portal.Url, language);
        await page.OpenAsync(PageKind.Named(kind), language, portal);
        AssertNone(await page.AxeAsync());
        await page.ShootAsync($"{kind} {language} 1280 light");
        var day = await ColoursAsync(page);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        AssertNone(await page.AxeAsync("color-contrast", "link-in-text-block"));
        await page.ShootAsync($"{kind} {language} 1280 dark");
        Assert.NotEqual(day, await ColoursAsync(page));

        await page.Context.CloseAsync();
    }

    private static void AssertNone(string[] faults) => Assert.True(faults.Length == 0, string.Join('\n', faults));

    private static async Task<string> ColoursAsync(IPage page) =>
        await page.EvaluateAsync<string>("getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor");
}
