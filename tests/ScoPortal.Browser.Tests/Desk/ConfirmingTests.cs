using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Web;
using ScoPortal.Web.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>Somebody has sat at the desk for a while, and wants to change who gets in.</summary>
[Collection(AtTheDesk.Name)]
public class ConfirmingTests(Browser browser, PortalServer portal)
{
    [Theory]
    [InlineData("en", "Set up two-step sign-in")]
    [InlineData("de", "Zweistufige Anmeldung einrichten")]
    [InlineData("ru", "Настроить двухэтапный вход")]
    [InlineData("zh", "设置两步验证")]
    public async Task The_password_is_asked_for_once_more_and_then_the_key_is_shown(string language, string button)
    {
        var page = await browser.SignInAsync(portal, Roles.Editor, language: language);
        await portal.QueryAsync(async db =>
        {
            var account = await db.Users.MaxAsync(u => u.Id);
            return await db.Sessions.Where(s => s.AccountId == account).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, (DateTimeOffset?)null));
        });

        await page.GotoAsync(DeskLinks.ProfileSecondStep);
        await LooksSoundAsync(page, $"begin {language}");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.Locator("#Password")).ToBeFocusedAsync();
        await LooksSoundAsync(page, $"confirm {language}");
        await page.Locator("#Password").FillAsync(Staff.Password);
        await page.Locator("main .button[data-kind=main]").ClickAsync();
        await Expect(page.Locator("#Password")).ToHaveCountAsync(0);
        await LooksSoundAsync(page, $"confirmed {language}");
        await page.Locator("main .button[data-kind=main]").ClickAsync();
        await Expect(page.Locator("code.key")).ToBeVisibleAsync();
        await LooksSoundAsync(page, $"key {language}");
        await page.Context.CloseAsync();
    }

    private static async Task LooksSoundAsync(IPage page, string name)
    {
        foreach (var width in (int[])[1280, 390])
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Empty(await page.CutTextAsync());
            foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ShootAsync($"confirming {name} {width} {scheme}");
                Assert.Empty(await page.AxeAsync());
            }
        }
    }
}
