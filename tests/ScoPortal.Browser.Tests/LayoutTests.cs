using Microsoft.Playwright;
using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public class LayoutTests(Browser browser, PortalInMoreLanguages portal)
{
    private const int Phone = 390;

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task A_page_fits_every_window_in_every_language_and_cuts_off_no_words(string kind)
    {
        var page = await browser.OpenAsync(portal.Url);
        foreach (var language in (string[])["en", "de", "ru", "zh", "fa", "qps"])
        {
            await page.OpenAsync(PageKind.Named(kind), language, portal);

            // 640 is a window of 1280 at 200 %.
            foreach (var width in (int[])[1600, 1280, 768, 640, Phone, 360])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Empty((await page.CutTextAsync()).Select(fault => $"{language}, {width} px: {fault}"));
                if (width == Phone || (width == 1600 && language is "fa" or "qps"))
                    await ShootAsync(page, $"{kind} {language} {width}");
            }
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("home")]
    [InlineData("release")]
    [InlineData("zone")]
    public async Task Nothing_moves_while_a_page_loads(string kind)
    {
        var page = await browser.OpenAsync(portal.Url);
        await page.AddInitScriptAsync("""
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries().forEach(e => shifts.push(e.value))).observe({ type: 'layout-shift', buffered: true });
            """);

        await page.OpenAsync(PageKind.Named(kind), "en", portal);

        Assert.Empty(await page.EvaluateAsync<double[]>("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(shifts), 200)))"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_language_written_from_right_to_left_turns_the_page_round()
    {
        var page = await browser.OpenAsync(portal.Url, "fa");
        await page.OpenAsync(PageKind.Named("compare"), "fa", portal);

        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        var brand = (await page.Locator(".brand").BoundingBoxAsync())!;
        var search = (await page.Locator("header .search").BoundingBoxAsync())!;
        Assert.True(brand.X > search.X + search.Width, "The name stands on the right of the search.");
        var directions = await page.Locator(".pair:last-child .cell").EvaluateAllAsync<string[]>("all => all.map(e => e.lang + ' ' + e.dir)");
        Assert.Contains("fa rtl", directions);
        Assert.All(directions.Except(["fa rtl"]), d => Assert.EndsWith(" ltr", d, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (!PageExtensions.Shooting)
            return;
        await page.ShootAsync(name + " light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ShootAsync(name + " dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
