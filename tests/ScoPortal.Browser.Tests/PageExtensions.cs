using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ScoPortal.Browser.Tests;

/// <summary>What tests ask of a page beyond what Playwright offers.</summary>
public static class PageExtensions
{
    /// <summary>What axe-core finds wrong with the page, one line for each element: rule, impact, where, why.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page)
    {
        var result = await page.RunAxe();
        return
        [
            .. from rule in result.Violations
               from node in rule.Nodes
               select $"{rule.Id} ({rule.Impact}) at {node.Target}: {Reason(rule, node)} {node.Html}",
        ];
    }

    /// <summary>Keeps a full-length picture of the page as <c>name.png</c> in the folder that the environment
    /// variable SCOPORTAL_SHOTS names; without it, does nothing.</summary>
    public static async Task ShootAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCOPORTAL_SHOTS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>By how many pixels the page is wider than its window: 0 unless it scrolls sideways.</summary>
    public static async Task<int> SidewaysOverflowAsync(this IPage page) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private static string Reason(AxeResultItem rule, AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message).FirstOrDefault() ?? rule.Help;
}
