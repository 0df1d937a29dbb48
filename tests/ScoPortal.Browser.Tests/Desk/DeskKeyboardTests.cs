using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Web;
using ScoPortal.Web.Tests.Desk;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>The desk without a mouse.</summary>
[Collection(AtTheDesk.Name)]
public class DeskKeyboardTests(Browser browser, PortalServer portal)
{
    [Fact]
    public async Task A_question_mark_shows_the_keys_and_letters_lead_through_the_desk()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        var help = vera.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });

        await vera.Keyboard.PressAsync("?");
        await Expect(help).ToBeVisibleAsync();
        Assert.Empty(await vera.AxeAsync());
        await vera.Keyboard.PressAsync("Escape");
        await Expect(help).ToBeHiddenAsync();

        await TypeAsync(vera, "gr");
        await Expect(vera.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Releases");
        await vera.IsLoadedAsync();
        await TypeAsync(vera, "/");
        await TypeAsync(vera, "gm?");
        await Expect(vera.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("gm?");
        await Expect(help).ToBeHiddenAsync();
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task J_and_K_go_through_the_list_X_picks_and_E_opens()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        await vera.GotoAsync(DeskLinks.Releases);
        var rows = vera.Locator("table[data-list] tbody tr");
        ILocator Link(int row) => rows.Nth(row).Locator("th a");

        await TypeAsync(vera, "jj");
        await Expect(Link(1)).ToBeFocusedAsync();
        await TypeAsync(vera, "xjxk");
        await Expect(Link(1)).ToBeFocusedAsync();
        await Expect(vera.Locator("[name=Rows]:checked")).ToHaveCountAsync(2);
        await Expect(vera.GetByRole(AriaRole.Region, new() { Name = "Several releases at once" })).ToBeVisibleAsync();
        Assert.Empty(await vera.AxeAsync());

        var headline = (await Link(1).InnerTextAsync()).Trim();
        await TypeAsync(vera, "e");
        await Expect(vera.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToHaveTextAsync(headline);
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task Ctrl_S_saves_from_within_the_text()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        var release = await portal.WriteAsync("By hand alone");
        var sheet = await EditorSheet.OpenAsync(vera, release.Id);

        await sheet.WriteOnAsync(" More text.");
        await sheet.SaveAsync();

        await vera.IsToldAsync("Revision 2 is saved.");
        await Expect(sheet.Body).ToHaveValueAsync("Text. More text.");
        await vera.Context.CloseAsync();
    }

    private static async Task TypeAsync(IPage page, string keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key.ToString());
    }
}
