using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Web;
using ScoPortal.Web.Tests;
using Xunit;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>Passkeys with the authenticator that Chromium makes for tests.</summary>
[Collection(AtTheDesk.Name)]
public class PasskeyTests(Browser browser, PortalServer portal)
{
    [Fact]
    public async Task A_passkey_is_added_named_used_to_sign_in_and_removed()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await portal.HireAsync(email, Roles.Editor, name: "Vera");
        // A passkey belongs to a name; an IP address has none.
        var home = portal.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var page = await browser.OpenAsync(home);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(DeskLinks.SignIn());
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(home + DeskLinks.Home[1..]);

        await page.GotoAsync(DeskLinks.ProfilePasskeys);
        await page.GetByLabel("Name of the passkey").FillAsync("Notebook 笔记本");
        await page.GetByLabel("Current password").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The passkey “Notebook 笔记本” can be used now.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(DeskLinks.ProfilePasskeys);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(home + DeskLinks.ProfilePasskeys[1..]);
        Assert.Empty(await page.AxeAsync());

        var row = page.Locator("tbody tr");
        await row.GetByRole(AriaRole.Textbox).FillAsync("Old notebook");
        await row.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Old notebook");
        await row.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "That did not work." })).ToBeVisibleAsync();
        await page.GotoAsync(DeskLinks.Home);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await page.Context.CloseAsync();
    }
}
