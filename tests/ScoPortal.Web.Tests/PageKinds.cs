using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Tests;

/// <summary>One kind of page in one language.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Headline">What its h1 holds; null where it is content.</param>
/// <param name="Status">How it answers.</param>
public sealed record PageKind(string Path, string? Headline, HttpStatusCode Status = HttpStatusCode.OK);

/// <summary>Every kind of page there is, each with what stands or falls with the sample newsroom.</summary>
public static class PageKinds
{
    /// <summary>The table of pages in the issue, in one language.</summary>
    public static async Task<IReadOnlyList<PageKind>> OfTheIssueAsync(this PortalFixture portal, string language)
    {
        var (t, lead) = (new Ui(PortalLanguage.Get(language)), await portal.ReleaseAsync("liangjiang-district-2026", Content(language)));
        var other = lead.Language == "en" ? "de" : "en";
        return
        [
            new(Links.Home(language), t["Site.Claim"]),
            new(Links.News(language), t["News.All"]),
            new(Links.Archive(language), t["Archive.Title"]),
            new(Links.Month(language, 2021, 4), null),
            new(lead.Path, lead.Headline),
            new(Links.Compare(language, lead.Id, lead.Slug, other), t.Format("Compare.Title", lead.Headline)),
            new(Links.Zones(language), t["Zones.Title"]),
            new(Links.Zone(language, "scoda"), null),
            new(Links.Topics(language), t["Topics.Title"]),
            new(Links.Topic(language, await TopicAsync(portal)), null),
            new(Links.Search(language), t["Search.Title"]),
            new(Links.Feeds(language), t["Feeds.Title"]),
            new(Links.About(language), t["About.Title"]),
            new(Links.Corrections(language), t["Corrections.Title"]),
        ];
    }

    /// <summary>The same and their states: filtered, corrected, withdrawn, missing, empty, without end.</summary>
    public static async Task<IReadOnlyList<PageKind>> AllKindsAsync(this PortalFixture portal, string language)
    {
        var t = new Ui(PortalLanguage.Get(language));
        var corrected = await portal.ReleaseAsync("round-table-2021", "de");
        var withdrawn = await portal.ReleaseAsync("lianyungang-park-area", "en");
        var german = await portal.ReleaseAsync("fortune-500-liangjiang", "de");
        var states = new List<PageKind>
        {
            new(Links.News(language, zone: "scoda"), t["News.All"]),
            new(Links.News(language, zone: "scoda", topic: await TopicAsync(portal)), t["News.All"]),
            new(Links.Month(language, 2020, 5), null),
            new(Links.Search(language, "2021"), t.Format("Search.ResultsFor", "2021")),
            new(Links.Search(language, "2021", zone: "scoda", year: 2021, @in: "all", sort: "date"), t.Format("Search.ResultsFor", "2021")),
            new(Links.Search(language, "qqxqq"), t.Format("Search.ResultsFor", "qqxqq")),
            new($"/{language}/nothing-here", t["Error.404.Title"], HttpStatusCode.NotFound),
        };
        if (language == "de")
            states.Add(new(corrected.Path, corrected.Headline));
        if (language == "en")
            states.Add(new(withdrawn.Path, t["Withdrawn.Title"], HttpStatusCode.Gone));
        if (language is "ru" or "zh" or "fa")
            states.Add(new(Links.Release(language, german.Id, null), t["Missing.Title"], HttpStatusCode.NotFound));
        return [.. await portal.OfTheIssueAsync(language), .. states];
    }

    /// <summary>Routes of pages that none of these addresses leads to.</summary>
    public static IEnumerable<string> NotAmong(this PortalFixture portal, IEnumerable<PageKind> kinds)
    {
        var paths = kinds.Select(k => k.Path.Split('?')[0]).ToList();
        return portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>().Select(page => page.AttributeRouteInfo!.Template!)
            .Where(template => !template.StartsWith("error/", StringComparison.Ordinal) && !template.StartsWith("admin", StringComparison.Ordinal)
                // Only by a link that is made for it: PreviewLinkTests.
                && !template.EndsWith("preview/{token}", StringComparison.Ordinal)
                && !paths.Exists(path => new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(path, [])));
    }

    private static string Content(string language) => language is "de" or "ru" or "zh" ? language : "en";

    private static Task<string> TopicAsync(PortalFixture portal) =>
        Task.FromResult(portal.Services.GetRequiredService<Catalogue>().Topics[0].Key);
}
