using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoPortal.Core.Accounts;
using ScoPortal.Web;
using ScoPortal.Web.Tests.Desk;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>Nothing that somebody has typed is lost.</summary>
[Collection(AtTheDesk.Name)]
public class SurvivalTests(Browser browser, PortalServer portal)
{
    [Fact]
    public async Task What_was_typed_in_a_tab_that_was_closed_is_offered_again()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        var release = await portal.WriteAsync("The tab that closed");
        var sheet = await EditorSheet.OpenAsync(vera, release.Id);
        await sheet.WriteOnAsync(" Kept on the server.");
        await Expect(sheet.Status).ToContainTextAsync("Kept, not saved");
        await sheet.WriteOnAsync(" Typed at the last moment.");
        await vera.CloseAsync();

        sheet = await EditorSheet.OpenAsync(await vera.Context.NewPageAsync(), release.Id);
        await sheet.Page.SeesSoundPageAsync("The tab that closed");
        await Expect(sheet.Body).ToHaveValueAsync("Text.");
        await sheet.GoOnAsync();
        await Expect(sheet.Body).ToHaveValueAsync("Text. Kept on the server. Typed at the last moment.");
        await sheet.SaveAsync();
        await sheet.Page.IsToldAsync("Revision 2 is saved.");
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task A_session_that_ends_while_somebody_types_is_begun_again_in_another_tab()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        var release = await portal.WriteAsync("The session that ended");
        var sheet = await EditorSheet.OpenAsync(vera, release.Id);
        await vera.LoseSessionAsync();
        await sheet.WriteOnAsync(" Typed afterwards.");
        await Expect(vera.GetByText("Your session has ended.")).ToBeVisibleAsync();
        Assert.Empty(await vera.AxeAsync());

        var other = await vera.RunAndWaitForPopupAsync(() => vera.FollowAsync("Sign in"));
        await other.SignInAsync(await EmailAsync());
        await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
        await vera.PressButtonAsync("I have signed in: go on");
        await Expect(sheet.Status).ToContainTextAsync("Kept, not saved");
        await Expect(vera.GetByText("Your session has ended.")).ToBeHiddenAsync();
        await sheet.SaveAsync();
        await vera.IsToldAsync("Revision 2 is saved.");
        await Expect(sheet.Body).ToHaveValueAsync("Text. Typed afterwards.");
        await vera.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_saved_after_the_session_has_ended_waits_for_its_author_to_sign_in(bool javaScript)
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera", javaScript: javaScript);
        var email = await EmailAsync();
        var release = await portal.WriteAsync("The form that waited");
        var sheet = await EditorSheet.OpenAsync(vera, release.Id);
        await sheet.Body.FillAsync("Text. All of it.");
        await vera.LoseSessionAsync();
        await vera.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await vera.SignInAsync(email);
        await Expect(vera.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are signed in again");
        await vera.PressButtonAsync("Send what I typed");
        await vera.IsToldAsync("Revision 2 is saved.");
        await Expect(sheet.Body).ToHaveValueAsync("Text. All of it.");
        await vera.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wire_text_outlives_the_session_too()
    {
        var vera = await browser.SignInAsync(portal, Roles.Editor, name: "Vera");
        await vera.GotoAsync(DeskLinks.PasteWire);
        await vera.GetByLabel("Text as it came in").FillAsync("A quay for trains\n\nQINGDAO, China, Nov. 20, 2026 /PRNewswire/ -- There is a quay for trains now.");
        await Expect(vera.GetByLabel("Headline", new() { Exact = true })).ToHaveValueAsync("A quay for trains");
        await vera.GetByLabel("Headline", new() { Exact = true }).FillAsync("Trains get a quay");
        var email = await EmailAsync();
        await vera.LoseSessionAsync();
        await vera.PressButtonAsync("Create draft");

        await vera.SignInAsync(email);
        await vera.PressButtonAsync("Send what I typed");
        await vera.IsToldAsync("The draft is created; the original is kept beside it.");
        await Expect(vera.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToHaveTextAsync("Trains get a quay");
        await vera.Context.CloseAsync();
    }

    // Whoever has signed in last.
    private Task<string> EmailAsync() => portal.QueryAsync(db => db.Users.OrderByDescending(u => u.Id).Select(u => u.Email!).FirstAsync());
}
