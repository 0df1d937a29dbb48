using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScoPortal.Web;
using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public partial class PrintTests(Browser browser, PortalServer portal)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("de", true)]
    [InlineData("ru", false)]
    [InlineData("zh", true)]
    public async Task A_printed_release_is_its_text_its_credit_and_its_address_in_black_on_white(string language, bool dark)
    {
        var page = await browser.OpenAsync(portal.Url, language, dark);
        await page.OpenAsync(PageKind.Named("release"), language, portal);
        var address = page.Locator(".print-only");
        await Assertions.Expect(address).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var left in (string[])["h1", ".credit", ".prose", ".brand"])
            await Assertions.Expect(page.Locator(left).First).ToBeVisibleAsync();
        foreach (var gone in await page.Locator("nav, form, button, .strip, footer").AllAsync())
            await Assertions.Expect(gone).ToBeHiddenAsync();
        await Assertions.Expect(address).ToContainTextAsync(Links.Release(language, portal.Cast.Newest(language).Id, null));
        Assert.Equal("rgb(0, 0, 0)", await page.Locator("h1").EvaluateAsync<string>("e => getComputedStyle(e).color"));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.SetViewportSizeAsync(720, 1000);
        await page.ShootAsync($"print {language}");

        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
        Assert.InRange(PdfPage().Count(pdf), 1, 2);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type\s?/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PdfPage();
}
