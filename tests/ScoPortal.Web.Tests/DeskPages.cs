using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ScoPortal.Web.Tests;

/// <summary>The pages of the desk that can be read, each at an address that shows something, found by their routes.</summary>
public static partial class DeskPages
{
    /// <summary>Their addresses, for an administrator whose key is <paramref name="accountId"/>.</summary>
    public static async Task<IReadOnlyList<string>> DeskPagesAsync(this PortalFixture portal, int accountId)
    {
        var examples = await ExamplesAsync(portal, accountId);
        var pages = portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        return [.. pages.Where(p => p.AreaName == Areas.Admin.Desk.Area).Select(p => "/" + p.AttributeRouteInfo!.Template)
            .Select(template => Filled(template, examples)).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Filled(string template, Dictionary<string, string> examples)
    {
        var example = examples.Where(e => template.StartsWith(e.Key, StringComparison.Ordinal)).OrderByDescending(e => e.Key.Length).Select(e => e.Value).FirstOrDefault();
        var values = new Queue<string>(example?.Split(',') ?? []);
        return Parameter().Replace(template, match => values.TryDequeue(out var value) ? value
            : match.Value.EndsWith("?}", StringComparison.Ordinal) ? ""
            : throw new InvalidOperationException($"No example for {template}; name one in DeskPages.")).TrimEnd('/');
    }

    // What stands for the parameters of the routes that begin so, in order.
    private static async Task<Dictionary<string, string>> ExamplesAsync(PortalFixture portal, int accountId)
    {
        var (release, story) = await portal.QueryAsync(async db =>
        {
            var first = await db.Releases.OrderBy(r => r.Id).Select(r => new { r.Id, r.StoryId }).FirstAsync();
            return (first.Id, first.StoryId);
        });
        return new(StringComparer.Ordinal)
        {
            ["/admin/accounts/"] = $"{accountId}",
            ["/admin/releases/"] = $"{release},1",
            ["/admin/stories/"] = $"{story}",
        };
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
