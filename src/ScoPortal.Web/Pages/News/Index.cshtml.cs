using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages.News;

/// <summary>All releases of one language, newest first, by zone and topic where asked.</summary>
[Cached("zone", "topic", "before", "after")]
public sealed class IndexModel : PortalPage
{
    private const int Size = 20;

    /// <summary>The zone asked for.</summary>
    public ZoneEntry? Zone { get; private set; }

    /// <summary>The topic asked for.</summary>
    public TopicEntry? Topic { get; private set; }

    /// <summary>One part of the list.</summary>
    public ListPart<Teaser> Part { get; private set; } = ListPart<Teaser>.Empty;

    public async Task<IActionResult> OnGetAsync(string? zone, string? topic, int? before, int? after)
    {
        (Zone, Topic) = (Catalogue.Zone(zone), Catalogue.Topic(topic));
        if ((Zone is null && !string.IsNullOrEmpty(zone)) || (Topic is null && !string.IsNullOrEmpty(topic)))
            return NotFound();

        Part = await ListPart.ReadAsync(Db, Publications, new PublicList(Lang, Zone?.Id, Topic?.Id), before, after, Size, Now, Shown, Gone);

        InEveryLanguage(lang => Links.News(lang, Zone?.Key, Topic?.Key));
        // Later parts change with every release; search engines need the first only.
        if (before is not null || after is not null || (Zone is not null && Topic is not null))
            Head.Canonical = null;
        (Head.Title, Head.Description) = (Ui["News.All"], Ui["Site.Description"]);
        (Head.Section, Head.Zone) = (Section.News, Zone?.Key);
        Head.Previous = Part.NewerThan is { } first ? Links.News(Lang, Zone?.Key, Topic?.Key, after: first) : null;
        Head.Next = Part.OlderThan is { } last ? Links.News(Lang, Zone?.Key, Topic?.Key, before: last) : null;
        return Page();
    }
}
