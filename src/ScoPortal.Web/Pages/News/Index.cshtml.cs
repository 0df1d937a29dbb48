using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages.News;

/// <summary>All releases of one language, newest first, by zone and topic where asked.</summary>
public sealed class IndexModel : PortalPage
{
    private const int PageSize = 20;

    /// <summary>The zone asked for.</summary>
    public ZoneEntry? Zone { get; private set; }

    /// <summary>The topic asked for.</summary>
    public TopicEntry? Topic { get; private set; }

    /// <summary>One page of releases.</summary>
    public IReadOnlyList<Teaser> Releases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? zone, string? topic, int? before, int? after)
    {
        (Zone, Topic) = (Catalogue.Zone(zone), Catalogue.Topic(topic));
        if ((Zone is null && !string.IsNullOrEmpty(zone)) || (Topic is null && !string.IsNullOrEmpty(topic)))
            return NotFound();

        var place = (before ?? after) is { } key ? await Db.Releases.PlaceOfAsync(key, Gone) : null;
        if (place is null && (before ?? after) is not null)
            return NotFound();

        var releases = Db.Releases.Public(Now).In(Lang).AboutZone(Zone?.Id).UnderTopic(Topic?.Id);
        var backwards = before is null && place is not null;
        var found = await (backwards ? releases.After(place!) : releases.Before(place)).TeasersAsync(PageSize + 1, Gone);
        var more = found.Count > PageSize;
        var page = found.Take(PageSize).ToList();
        if (backwards)
            page.Reverse();
        Releases = page;

        if (page.Count > 0 && (backwards ? more : place is not null))
            Head.Previous = Links.News(Lang, Zone?.Key, Topic?.Key, after: page[0].Id);
        if (page.Count > 0 && (backwards || more))
            Head.Next = Links.News(Lang, Zone?.Key, Topic?.Key, before: page[^1].Id);
        InEveryLanguage(lang => Links.News(lang, Zone?.Key, Topic?.Key));
        Head.Title = Ui["News.All"];
        Head.Description = Ui["Site.Description"];
        (Head.Section, Head.IsSectionPage, Head.Zone) = (Section.News, false, Zone?.Key);
        if (place is not null || (Zone is not null && Topic is not null))
            Head.Canonical = null;
        return Page();
    }
}
