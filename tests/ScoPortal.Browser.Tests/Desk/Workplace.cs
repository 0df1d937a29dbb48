using Microsoft.Playwright;
using ScoPortal.Web;
using ScoPortal.Web.Tests;

namespace ScoPortal.Browser.Tests.Desk;

/// <summary>How people work at the desk in a real browser.</summary>
public static class Workplace
{
    /// <summary>A browser of its own, signed in as a new account in that role.</summary>
    public static async Task<IPage> SignInAsync(
        this Browser browser, PortalServer portal, string role, string languages = "", string? name = null, string language = "en", int width = 1280)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await portal.HireAsync(email, role, languages, name, language);
        var page = await browser.OpenAsync(portal.Url, language, width: width);
        await page.GotoAsync(DeskLinks.SignIn());
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", Staff.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == DeskLinks.Home);
        return page;
    }
}
