using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public class BrowserTests(Browser browser, PortalServer portal)
{
    private const string Page = """
        <!doctype html>
        <html lang="de"><head><title>Nachrichten</title>
        <style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style></head>
        <body><main><h1>Nachrichten</h1><p>{0}</p></main></body></html>
        """;

    [Fact]
    public async Task Axe_finds_a_picture_without_words_and_nothing_on_a_sound_page()
    {
        var page = await browser.OpenAsync();

        await page.SetContentAsync(Page.Replace("{0}", """<img id="map" src="data:,">""", StringComparison.Ordinal));
        var violation = Assert.Single(await page.AxeAsync());
        Assert.Contains("image-alt", violation, StringComparison.Ordinal);
        Assert.Contains("#map", violation, StringComparison.Ordinal);

        await page.SetContentAsync(Page.Replace("{0}", "Die Karte der Zone", StringComparison.Ordinal));
        Assert.Empty(await page.AxeAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false, "rgb(255, 255, 255)")]
    [InlineData(true, "rgb(18, 18, 18)")]
    public async Task A_page_follows_the_colour_scheme_of_its_reader(bool dark, string background)
    {
        var page = await browser.OpenAsync(dark: dark);
        await page.SetContentAsync(Page);
        await page.ShootAsync(dark ? "scheme-dark" : "scheme-light");

        Assert.Equal(background, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_too_wide_for_its_window_is_noticed()
    {
        var page = await browser.OpenAsync(width: 360);

        await page.SetContentAsync("""<body style="margin:0"><div style="width:400px">Wirtschaftskooperationszone</div>""");

        Assert.Equal(40, await page.SidewaysOverflowAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_browser_reaches_the_portal()
    {
        var page = await browser.OpenAsync();

        var answer = await page.EvaluateAsync<string>("url => fetch(url, { mode: 'no-cors' }).then(r => r.type)", portal.Url);

        Assert.Equal("opaque", answer);
        await page.Context.CloseAsync();
    }
}
