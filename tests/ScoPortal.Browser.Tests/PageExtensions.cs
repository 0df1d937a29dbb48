using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>What tests ask of a page beyond what Playwright offers.</summary>
public static class PageExtensions
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCOPORTAL_SHOTS");

    /// <summary>The environment asks for pictures.</summary>
    public static bool Shooting => !string.IsNullOrEmpty(Folder);

    /// <summary>What axe-core finds wrong with the page, one line for each element: rule, impact, where, why.</summary>
    /// <param name="page">The page as it is shown.</param>
    /// <param name="rules">The only rules to ask; when none is named, all of WCAG 2.2 AA and of good practice.</param>
    public static async Task<string[]> AxeAsync(this IPage page, params string[] rules)
    {
        // In place of the package's own call, which opens a second page for every run and brings home all that is well.
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async only => {
                const options = only.length ? { runOnly: { type: 'rule', values: only } } : { rules: { 'target-size': { enabled: true } } };
                const { violations } = await axe.run({ resultTypes: ['violations'], ...options });
                return violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id} (${rule.impact}) at ${node.target}: ${node.failureSummary} ${node.html}`));
            }
            """, rules);
    }

    /// <summary>Goes to the page of that kind in that language, which answers as it is to.</summary>
    public static async Task OpenAsync(this IPage page, PageKind kind, string language, PortalServer portal)
    {
        var response = await page.GotoAsync(kind.Address(portal.Cast, language));
        Assert.Equal(kind.Status, response!.Status);
    }

    /// <summary>Keeps a full-length picture of the page as <c>name.png</c> in the folder that the environment
    /// variable SCOPORTAL_SHOTS names; without it, does nothing.</summary>
    public static async Task ShootAsync(this IPage page, string name)
    {
        if (!Shooting) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, name.Replace(' ', '-') + ".png"), FullPage = true });
    }

    /// <summary>By how many pixels the page is wider than its window: 0 unless it scrolls sideways.</summary>
    public static async Task<int> SidewaysOverflowAsync(this IPage page) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Elements with words that stick out of the window or are cut off by their box, other than those that
    /// scroll on their own or are for screen readers only; and the page itself when it scrolls sideways.</summary>
    public static async Task<string[]> CutTextAsync(this IPage page) => await page.EvaluateAsync<string[]>("""
        () => {
            const width = document.documentElement.clientWidth, wider = document.documentElement.scrollWidth - width;
            const cut = [...document.body.querySelectorAll('*:not(svg *, .sr-only, .skip, option)')].filter(e => {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) return false;
                const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                if (box.width < 2 || style.visibility !== 'visible' || e.closest('.scroll, .sr-only')) return false;
                const clipped = ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
                return clipped || box.left < -1 || box.right > width + 1;
            });
            return [...wider ? [`The page is ${wider} px wider than its window.`] : [], ...cut.map(e => e.outerHTML.slice(0, 160))];
        }
        """);
}
