using Microsoft.Playwright;
using ScoPortal.Web;
using Xunit;

namespace ScoPortal.Browser.Tests;

[Collection(InTheBrowser.Name)]
public class SoundnessTests(Browser browser, PortalServer portal)
{
    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task A_page_loads_without_complaint_runs_no_script_and_says_what_language_its_words_are_in(string kind)
    {
        var page = await browser.OpenAsync(portal.Url);
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url} failed: {request.Failure}");
        page.Console += (_, message) =>
        {
            // The browser logs the status of an error page itself.
            if (message.Type is "error" or "warning" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal))
                complaints.Add($"{message.Type}: {message.Text} {message.Location}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Url != page.Url && !response.Request.IsNavigationRequest)
                complaints.Add($"{response.Url} answered {response.Status}");
        };

        foreach (var language in (string[])["en", "de", "ru", "zh"])
        {
            await page.OpenAsync(PageKind.Named(kind), language, portal);
            Assert.Equal(0, await page.Locator("script:not([type='application/ld+json'])").CountAsync());
            Assert.Empty(await MislabelledAsync(page, "Han", "zh"));
            Assert.Empty(await MislabelledAsync(page, "Cyrillic", "ru"));
        }

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reader_without_JavaScript_reads_searches_filters_and_changes_language()
    {
        var page = await browser.OpenAsync(portal.Url, javaScript: false);
        await page.GotoAsync(Links.Home("en"));

        await page.Locator(".lead h2 a").ClickAsync();
        var headline = await page.Locator("h1").InnerTextAsync();
        await page.Locator(".langs-switch [hreflang=de]").ClickAsync();
        Assert.NotEqual(headline, await page.Locator("h1").InnerTextAsync());
        Assert.Equal("de", await page.Locator("html").GetAttributeAsync("lang"));

        await page.GetByRole(AriaRole.Searchbox).FillAsync("Qingdao");
        await page.Locator(".search .button").First.ClickAsync();
        Assert.NotEqual(0, await page.Locator(".result").CountAsync());
        await page.GotoAsync(Links.News("de"));
        await page.Locator("select[name=zone]").SelectOptionAsync(portal.Cast.Zone);
        await page.Locator(".choose .button").ClickAsync();
        Assert.Contains("zone=" + portal.Cast.Zone, page.Url, StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator(".result").CountAsync());
        await page.Context.CloseAsync();
    }

    // Texts with a letter of that script in an element that is in another language.
    private static async Task<string[]> MislabelledAsync(IPage page, string script, string language) => await page.EvaluateAsync<string[]>("""
        ([script, language]) => {
            const letter = new RegExp(`\\p{Script=${script}}`, 'u');
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
            while (walker.nextNode()) {
                const { data, parentElement: at } = walker.currentNode, lang = at.closest('[lang]').lang;
                if (at.checkVisibility() && letter.test(data) && lang !== language)
                    found.push(`${lang}: ${data.trim()} in ${at.outerHTML.slice(0, 120)}`);
            }
            return found;
        }
        """, new[] { script, language });
}
