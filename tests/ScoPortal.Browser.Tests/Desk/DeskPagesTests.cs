using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Web;
using ScoPortal.Web.Tests;
using Xunit;

namespace ScoPortal.Browser.Tests.Desk;

[Collection(AtTheDesk.Name)]
public class DeskPagesTests(Browser browser, PortalServer portal)
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    public async Task Axe_finds_nothing_on_any_page_of_the_desk_by_day_or_by_night(string language)
    {
        var page = await browser.SignInAsync(portal, Roles.Admin, language: language);
        var faults = new List<string>();
        foreach (var path in await PagesAsync())
        {
            if (!await ShowsAsync(page, path))
                continue;
            await page.ShootAsync($"desk {path.Replace('/', '-')} {language} 1280 light");
            faults.AddRange((await page.AxeAsync()).Select(f => $"{path}: {f}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await page.AxeAsync("color-contrast", "link-in-text-block")).Select(f => $"{path} by night: {f}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    public async Task A_page_of_the_desk_fits_every_window_and_cuts_off_no_words(string language)
    {
        var page = await browser.SignInAsync(portal, Roles.Admin, language: language);
        var faults = new List<string>();
        foreach (var path in await PagesAsync())
        {
            if (!await ShowsAsync(page, path))
                continue;
            foreach (var width in (int[])[1600, 1280, 768, 390, 360])
            {
                await page.SetViewportSizeAsync(width, 800);
                faults.AddRange((await page.CutTextAsync()).Select(f => $"{path}, {width} px: {f}"));
                if (width == 390)
                    await page.ShootAsync($"desk {path.Replace('/', '-')} {language} 390");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    // For who has come last.
    private async Task<IReadOnlyList<string>> PagesAsync() => await portal.DeskPagesAsync(await portal.QueryAsync(db => db.Users.MaxAsync(u => u.Id)));

    // Addresses that only take forms, or lead elsewhere, show nothing of their own; neither does a download.
    private static async Task<bool> ShowsAsync(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });
        if (answer.Status is 302 or 405 || !answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal))
            return false;
        Assert.Equal((path, path == DeskLinks.Refused(403) ? 403 : 200), (path, (await page.GotoAsync(path))!.Status));
        return true;
    }
}
