using Microsoft.Playwright;
using ScoPortal.Core.Stories;
using ScoPortal.Web;
using ScoPortal.Web.Tests;
using Xunit;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>How people work at the desk in a real browser.</summary>
public static class Workplace
{
    /// <summary>A browser of its own, signed in as a new account in that role.</summary>
    public static async Task<IPage> SignInAsync(
        this Browser browser, PortalServer portal, string role, string languages = "", string? name = null, string language = "en", int width = 1280, bool javaScript = true)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await portal.HireAsync(email, role, languages, name, language);
        var page = await browser.OpenAsync(portal.Url, language, width: width, javaScript: javaScript);
        await page.GotoAsync(DeskLinks.SignIn());
        await page.SignInAsync(email);
        // Not WaitForURLAsync, which also waits for the page's load: on a busy machine that may have been before it listened.
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Url.TrimEnd('/')}{DeskLinks.Home}");
        await page.IsLoadedAsync();
        return page;
    }

    /// <summary>The page's scripts have run, so that it hears keys.</summary>
    public static Task IsLoadedAsync(this IPage page) =>
        page.EvaluateAsync("() => document.readyState === 'complete' || new Promise(loaded => addEventListener('load', loaded, { once: true }))");

    /// <summary>Fills the form in that asks who is there.</summary>
    public static async Task SignInAsync(this IPage page, string email)
    {
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", Staff.Password);
        await page.PressAsync("[name=Password]", "Enter");
    }

    /// <summary>Presses the button with those words in the page.</summary>
    public static Task PressButtonAsync(this IPage page, string words) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    /// <summary>Follows the link with those words in the page.</summary>
    public static Task FollowAsync(this IPage page, string words) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).ClickAsync();

    /// <summary>The page says that something was done.</summary>
    public static Task IsToldAsync(this IPage page, string words) =>
        Assertions.Expect(page.Locator("main > [data-kind=done]")).ToContainTextAsync(words);

    /// <summary>The page has that heading, and axe finds nothing on it.</summary>
    public static async Task SeesSoundPageAsync(this IPage page, string heading)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToHaveTextAsync(heading);
        var faults = await page.AxeAsync();
        Assert.True(faults.Length == 0, string.Join('\n', faults));
        await page.ShootAsync("journey " + heading);
    }

    /// <summary>The session ends: it is as if this browser had never signed in.</summary>
    public static Task LoseSessionAsync(this IPage page) => page.Context.ClearCookiesAsync();

    /// <summary>Sends a form by hand, past the buttons that the page does not have.</summary>
    /// <returns>The status of the answer.</returns>
    public static Task<int> SendAsync(this IPage page, string path, object fields) => page.EvaluateAsync<int>("""
        ([path, fields]) => fetch(path, {
            method: 'POST',
            redirect: 'manual',
            headers: { RequestVerificationToken: document.querySelector('[name=__RequestVerificationToken]').value },
            body: new URLSearchParams(fields),
        }).then(answer => answer.status)
        """, new object[] { path, fields });

    /// <summary>What a reader's address of a release is.</summary>
    public static string PublicPath(this Release release) => Links.Release(release.Language, release.Id, release.Slug);
}
