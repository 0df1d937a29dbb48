using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Tests.Media;

namespace ScoPortal.Web.Tests;

/// <summary>The pages of the desk that can be read, each at an address that shows something, found by their routes.</summary>
public static partial class DeskPages
{
    // They only take forms, show a part of another page, or have nothing to show here: tests of their own read them.
    private const string Nothing = "";

    /// <summary>
    /// Their addresses, for an administrator whose key is <paramref name="accountId"/>, with a release in <paramref name="state"/>.
    /// </summary>
    public static async Task<IReadOnlyList<string>> DeskPagesAsync(
        this PortalFixture portal, int accountId, ReleaseState state = ReleaseState.Published)
    {
        var examples = await ExamplesAsync(portal, accountId, state);
        var pages = portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        return [.. pages.Where(p => p.AreaName == Areas.Admin.Desk.Area).Select(p => "/" + p.AttributeRouteInfo!.Template)
            .Select(template => Filled(template, examples)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    private static string? Filled(string template, Dictionary<string, string> examples)
    {
        var example = examples.Where(e => template.StartsWith(e.Key, StringComparison.Ordinal)).OrderByDescending(e => e.Key.Length).Select(e => e.Value).FirstOrDefault();
        if (example == Nothing)
            return null;
        var values = new Queue<string>(example?.Split(',') ?? []);
        return Parameter().Replace(template, match => values.TryDequeue(out var value) ? value
            : match.Value.EndsWith("?}", StringComparison.Ordinal) ? ""
            : throw new InvalidOperationException($"No example for {template}; name one in DeskPages.")).TrimEnd('/');
    }

    // What stands for the parameters of the routes that begin so, in order.
    private static Task<Dictionary<string, string>> ExamplesAsync(PortalFixture portal, int accountId, ReleaseState state) => portal.QueryAsync(async db =>
    {
        var (zone, topic) = (portal.Services.GetRequiredService<Catalogue>().Zones[0].Key, portal.Services.GetRequiredService<Catalogue>().Topics[0].Key);
        var release = await db.Releases.Where(r => r.State == state).OrderBy(r => r.Id).Select(r => new { r.Id, r.StoryId }).FirstAsync();
        var translation = await db.Releases.Where(r => r.State == state && r.TranslatedFromId != null).OrderBy(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync() is var id and > 0 ? id : release.Id;
        var figure = await db.Zones.Where(z => z.Key == zone).SelectMany(z => z.Figures).Select(f => f.Id).FirstAsync();
        var milestone = await db.Zones.Where(z => z.Key == zone).SelectMany(z => z.Milestones).Select(m => m.Id).FirstAsync();
        var invitation = db.AddLink(AccessKind.Invitation, "Vera", portal.Clock.Now, email: $"{Guid.NewGuid():N}@example.org", role: Roles.Translator, languages: "zh,de");
        var reset = db.AddLink(AccessKind.Reset, "Vera", portal.Clock.Now, accountId);
        if (!await db.WorkingCopies.AnyAsync(c => c.ReleaseId == release.Id && c.AccountId == accountId))
        {
            var copy = new WorkingCopy { ReleaseId = release.Id, AccountId = accountId };
            copy.Keep(new ReleaseContent { Headline = "Begun and not saved" }, 1, portal.Clock.Now);
            db.Add(copy);
        }

        if (!await db.Suggestions.AnyAsync(s => s.Kind == SuggestionKind.Translation))
            db.Add(new Suggestion(
                SuggestionKind.Translation, release.Id, await db.Releases.Where(r => r.Story.Releases.Count == 1 && r.StoryId != release.StoryId).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(), 0.96,
                """{"clues":[{"Kind":"Number","Newer":"15 万","Older":"150,000","Weight":4},{"Kind":"Name","Newer":"Norow","Older":"","Weight":-2},{"Kind":"Published","Newer":"2021-06-18","Older":"2021-06-19","Weight":1}]}""", portal.Clock.Now));
        if (!await db.Suggestions.AnyAsync(s => s.Kind == SuggestionKind.SyndicatedCopy))
            db.Add(new Suggestion(SuggestionKind.SyndicatedCopy, release.Id, await db.Releases.Where(r => r.Id != release.Id).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(), 0.9, "{}", portal.Clock.Now));
        await db.SaveChangesAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/admin/again"] = Nothing,
            ["/admin/confirm"] = Nothing,
            ["/admin/link-changes/"] = Nothing,
            ["/admin/preview-links/"] = Nothing,
            ["/admin/profile/data"] = Nothing,
            ["/admin/profile/passkeys/"] = Nothing,
            ["/admin/relations/"] = Nothing,
            ["/admin/releases/{id:int}/original"] = Nothing,
            ["/admin/releases/{id:int}/preview"] = Nothing,
            ["/admin/releases/{id:int}/preview-links"] = $"{release.Id}",
            ["/admin/setup/"] = Nothing,
            ["/admin/memory/export"] = Nothing,
            ["/admin/translation-files/"] = Nothing,
            ["/admin/wire/failed/"] = Nothing,
            ["/admin/accounts/"] = $"{accountId}",
            ["/admin/copies/"] = $"{await db.Suggestions.Where(s => s.Kind == SuggestionKind.SyndicatedCopy).Select(s => s.Id).FirstAsync()}",
            ["/admin/pairs/"] = $"{await db.Suggestions.Where(s => s.Kind == SuggestionKind.Translation).Select(s => s.Id).FirstAsync()}",
            ["/admin/glossary/"] = $"{await db.Terms.Select(t => t.Id).FirstAsync()}",
            ["/admin/glossary/export."] = "csv",
            ["/admin/invitation/"] = invitation,
            ["/admin/media/"] = $"{await portal.KeepPictureAsync(db)}",
            ["/admin/refused/"] = "403",
            ["/admin/releases/"] = $"{release.Id},1",
            ["/admin/releases/{id:int}/translation"] = $"{translation},1",
            ["/admin/reset/"] = reset,
            ["/admin/stories/"] = $"{release.StoryId}",
            ["/admin/topics/"] = topic,
            ["/admin/zones/"] = $"{zone},en",
            ["/admin/zones/{zone}/figures/"] = $"{zone},{figure}",
            ["/admin/zones/{zone}/milestones/"] = $"{zone},{milestone}",
        };
    });

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
