using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages;

/// <summary>All feeds of a language.</summary>
[Cached]
public sealed class FeedsModel : PortalPage
{
    /// <summary>The feed of everything, then those of zones, then those of topics.</summary>
    public IEnumerable<(string? Title, IEnumerable<Feed> Feeds)> Groups =>
    [
        (null, [new Feed(Ui["Feeds.All"], Lang, format => Links.Feed(Lang, format))]),
        (Ui["Feeds.ByZone"], Catalogue.Zones.Select(zone => (zone.Key, Names: zone.In(Lang)))
            .Select(z => new Feed(z.Names.Kicker, z.Names.Language, format => Links.Feed(Lang, format, zone: z.Key)))),
        (Ui["Feeds.ByTopic"], Catalogue.Topics.Select(topic => (topic.Key, Names: topic.In(Lang)))
            .Select(t => new Feed(t.Names.Name, t.Names.Language, format => Links.Feed(Lang, format, topic: t.Key)))),
    ];

    public void OnGet()
    {
        InEveryLanguage(Links.Feeds);
        (Head.Title, Head.Description) = (Ui["Feeds.Title"], Ui["Feeds.Intro"]);
    }

    /// <summary>A feed, whose address depends on the format.</summary>
    public sealed record Feed(string Name, string NameLanguage, Func<string, string> Path);
}
