using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Web;
using ScoPortal.Web.Tests;
using ScoPortal.Web.Tests.Accounts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>A portal is installed, and its newsroom gets its people.</summary>
[Collection(AtTheDesk.Name)]
public class FirstDayTests(Browser browser, EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Fact]
    public async Task The_first_administrator_sets_the_newsroom_up_and_invites_an_editor()
    {
        var vera = await browser.OpenAsync(portal.Url);
        await vera.GotoAsync(await portal.SetupLinkAsync());
        await vera.SeesSoundPageAsync("Set up the newsroom");
        await vera.GetByLabel("E-mail").FillAsync("vera@example.org");
        await JoinAsync(vera, "Vera");
        await vera.SeesSoundPageAsync("Overview");

        await vera.GetByRole(AriaRole.Link, new() { Name = "Accounts" }).ClickAsync();
        await vera.FollowAsync("Invite somebody");
        await vera.GetByLabel("E-mail").FillAsync("boris@example.org");
        await vera.GetByRole(AriaRole.Radio, new() { Name = "editor" }).CheckAsync();
        await vera.PressButtonAsync("Make the link");
        await vera.SeesSoundPageAsync("Invite somebody");
        // The portal's public name leads nowhere here.
        var link = new Uri(await vera.GetByLabel("Link for one person").InputValueAsync()).AbsolutePath;

        var boris = await browser.OpenAsync(portal.Url);
        await boris.GotoAsync(link);
        await Expect(boris.GetByText("Vera has invited you to this newsroom. Your role: editor.")).ToBeVisibleAsync();
        await boris.SeesSoundPageAsync("Welcome");
        await JoinAsync(boris, "Boris");
        await boris.SeesSoundPageAsync("Overview");
        await boris.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await boris.SignInAsync("boris@example.org");
        await Expect(boris.GetByRole(AriaRole.Link, new() { Name = "Boris, editor" })).ToBeVisibleAsync();

        await vera.FollowAsync("To the accounts");
        await Expect(vera.GetByRole(AriaRole.Row, new() { Name = "boris@example.org" })).ToContainTextAsync("editor");
        await vera.GotoAsync(link);
        await vera.SeesSoundPageAsync("This link opens nothing any more");
        await vera.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task A_second_step_guards_an_account_and_a_recovery_code_opens_it()
    {
        var lena = await browser.SignInAsync(portal, "Editor", name: "Lena");
        var (id, email) = await portal.QueryAsync(async db => await db.Users.Where(u => u.DisplayName == "Lena").Select(u => new ValueTuple<int, string>(u.Id, u.Email!)).SingleAsync());
        await lena.GotoAsync(DeskLinks.ProfileSecondStep);
        await lena.GetByRole(AriaRole.Button, new() { Name = "Set up two-step sign-in" }).ClickAsync();
        await lena.GetByLabel("Code of the app").FillAsync(await portal.CodeAsync(id));
        await lena.PressButtonAsync("Turn on");
        await lena.SeesSoundPageAsync("Two-step sign-in");
        var code = await lena.Locator("main li").First.InnerTextAsync();

        await lena.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await lena.SignInAsync(email);
        await lena.GetByLabel("Code").FillAsync(code);
        await lena.SeesSoundPageAsync("Sign in");
        await lena.PressButtonAsync("Sign in");
        await Expect(lena.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
        await lena.Context.CloseAsync();
    }

    private static async Task JoinAsync(IPage page, string name)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Staff.Password);
        await page.GetByLabel("Password once more").FillAsync(Staff.Password);
        await page.PressButtonAsync("Create the account");
    }
}
