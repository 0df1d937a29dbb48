using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>What tests ask of a page beyond what Playwright offers.</summary>
public static class PageExtensions
{
    /// <summary>What axe-core finds wrong with the page, one line for each element: rule, impact, where, why.</summary>
    /// <param name="page">The page as it is shown.</param>
    /// <param name="rules">The only rules to ask; all when none is named.</param>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page, params string[] rules)
    {
        var options = rules.Length == 0 ? null : new AxeRunOptions { RunOnly = new() { Type = "rule", Values = [.. rules] } };
        var result = await page.RunAxe(options);
        return
        [
            .. from rule in result.Violations
               from node in rule.Nodes
               select $"{rule.Id} ({rule.Impact}) at {node.Target}: {Reason(rule, node)} {node.Html}",
        ];
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
        if (Environment.GetEnvironmentVariable("SCOPORTAL_SHOTS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name.Replace(' ', '-') + ".png"), FullPage = true });
    }

    /// <summary>By how many pixels the page is wider than its window: 0 unless it scrolls sideways.</summary>
    public static async Task<int> SidewaysOverflowAsync(this IPage page) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Elements with words that stick out of the window or are cut off by their box, other than those that
    /// scroll on their own or are for screen readers only.</summary>
    public static async Task<string[]> CutTextAsync(this IPage page) => await page.EvaluateAsync<string[]>("""
        () => [...document.body.querySelectorAll('*:not(svg *, .sr-only, .skip, option)')].filter(e => {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) return false;
            const box = e.getBoundingClientRect(), style = getComputedStyle(e);
            if (!box.width || style.visibility !== 'visible' || e.closest('.scroll, .sr-only')) return false;
            const cut = style.overflowX !== 'visible' && style.overflowX !== 'auto' && e.scrollWidth > e.clientWidth + 1;
            return cut || box.left < -1 || box.right > document.documentElement.clientWidth + 1;
        }).map(e => e.outerHTML.slice(0, 160))
        """);

    private static string Reason(AxeResultItem rule, AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message).FirstOrDefault() ?? rule.Help;
}
