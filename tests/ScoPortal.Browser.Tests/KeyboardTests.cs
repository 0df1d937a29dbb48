using Microsoft.Playwright;
using ScoPortal.Web;
using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public class KeyboardTests(Browser browser, PortalServer portal)
{
    // What can have the focus, in the order of the document; a closed <details> hides what is in it.
    private const string Focusable = """
        [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(e => e.checkVisibility())
        """;

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task Tab_goes_through_everything_in_order_and_shows_where_it_is(string kind)
    {
        var page = await browser.OpenAsync(portal.Url);
        await page.OpenAsync(PageKind.Named(kind), "en", portal);
        var stops = await page.EvaluateAsync<int>($"(window.stops = {Focusable}).length");

        for (var stop = 0; stop < stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>("""
                expected => {
                    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
                    const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, 8), box.y + Math.min(box.height / 2, 8));
                    const fault = at !== stops[expected] ? 'out of order, expected ' + stops[expected].outerHTML.slice(0, 120)
                        : box.width < 4 || box.height < 4 ? 'no size'
                        : box.bottom < 1 || box.top > innerHeight - 1 ? 'outside the window'
                        : style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 ? 'no outline'
                        : middle && !at.contains(middle) && !middle.contains(at) ? 'covered by ' + middle.outerHTML.slice(0, 120)
                        : '';
                    return fault && fault + ': ' + at.outerHTML.slice(0, 160);
                }
                """, stop));
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        var page = await browser.OpenAsync(portal.Url);
        await page.GotoAsync(Links.Home("en"));

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.ShootAsync("skip link");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("home", 24)]
    [InlineData("zone", 24)]
    [InlineData("release", 24)]
    public async Task Fingers_hit_what_stands_alone(string kind, int pixels)
    {
        var page = await browser.OpenAsync(portal.Url, width: 390);
        await page.OpenAsync(PageKind.Named(kind), "en", portal);

        Assert.Empty(await page.EvaluateAsync<string[]>("""
            pixels => [...document.querySelectorAll('nav a, button, .input, .index a, footer li a')]
                .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < pixels - .5)
                .map(e => `${e.getBoundingClientRect().height} px: ${e.outerHTML.slice(0, 120)}`)
            """, pixels));
        await page.Context.CloseAsync();
    }
}
