using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
<<<<<<< HEAD
using ScoPortal.Core.Stories;
using ScoPortal.Web.Tests.Media;
=======
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
>>>>>>> bcefbe9 (Tests and documentation of accounts)

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
    private static Task<Dictionary<string, string>> ExamplesAsync(PortalFixture portal, int accountId) => portal.QueryAsync(async db =>
    {
<<<<<<< HEAD
        var (zone, topic) = (portal.Services.GetRequiredService<Catalogue>().Zones[0].Key, portal.Services.GetRequiredService<Catalogue>().Topics[0].Key);
        var release = await db.Releases.Where(r => r.State == ReleaseState.Published).OrderBy(r => r.Id).Select(r => new { r.Id, r.StoryId }).FirstAsync();
        var figure = await db.Zones.Where(z => z.Key == zone).SelectMany(z => z.Figures).Select(f => f.Id).FirstAsync();
        var milestone = await db.Zones.Where(z => z.Key == zone).SelectMany(z => z.Milestones).Select(m => m.Id).FirstAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/admin/accounts/"] = $"{accountId}",
            ["/admin/glossary/"] = $"{await db.Terms.Select(t => t.Id).FirstAsync()}",
            ["/admin/glossary/export."] = "csv",
            ["/admin/media/"] = $"{await portal.KeepPictureAsync(db)}",
            ["/admin/releases/"] = $"{release.Id},1",
            ["/admin/stories/"] = $"{release.StoryId}",
            ["/admin/topics/"] = topic,
            ["/admin/zones/"] = $"{zone},en",
            ["/admin/zones/{zone}/figures/"] = $"{zone},{figure}",
            ["/admin/zones/{zone}/milestones/"] = $"{zone},{milestone}",
=======
        var (release, story) = await portal.QueryAsync(async db =>
        {
            var first = await db.Releases.OrderBy(r => r.Id).Select(r => new { r.Id, r.StoryId }).FirstAsync();
            return (first.Id, first.StoryId);
        });
        var (invitation, reset) = await portal.QueryAsync(async db =>
        {
            var links = (
                db.AddLink(AccessKind.Invitation, "Vera", portal.Clock.Now, email: $"{Guid.NewGuid():N}@example.org", role: Roles.Translator, languages: "zh,de"),
                db.AddLink(AccessKind.Reset, "Vera", portal.Clock.Now, accountId));
            await db.SaveChangesAsync();
            return links;
        });
        return new(StringComparer.Ordinal)
        {
            ["/admin/accounts/"] = $"{accountId}",
            ["/admin/invitation/"] = invitation,
            ["/admin/profile/passkeys/"] = "x",
            ["/admin/refused/"] = "403",
            ["/admin/reset/"] = reset,
            ["/admin/setup/"] = "x",
            ["/admin/releases/"] = $"{release},1",
            ["/admin/stories/"] = $"{story}",
>>>>>>> bcefbe9 (Tests and documentation of accounts)
        };
    });

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
