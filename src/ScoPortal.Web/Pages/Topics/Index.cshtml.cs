using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages.Topics;

/// <summary>All topics: those that are a zone's centres first.</summary>
[Cached]
public sealed class TopicsModel : PortalPage
{
    /// <summary>How many releases in this language are filed under a topic, by its database key; none for topics without.</summary>
    public IReadOnlyDictionary<int, int> Releases { get; private set; } = new Dictionary<int, int>();

    /// <summary>Topics by the zone whose centres they are; the last group belongs to none.</summary>
    public IEnumerable<(ZoneEntry? Zone, IEnumerable<TopicEntry> Topics)> Groups => Catalogue.Topics
        .GroupBy(t => t.CentreOf).OrderBy(g => g.Key is null)
        .Select(g => (Catalogue.Zone(g.Key), g.AsEnumerable()));

    public void OnGet()
    {
        Releases = Publications.PerTopic(Lang, Now);
        Shown.OnList(new ListWindow(Lang));

        InEveryLanguage(Links.Topics);
        (Head.Title, Head.Description) = (Ui["Topics.Title"], Ui.List(Catalogue.Topics.Select(t => t.In(Lang).Name)));
        (Head.Section, Head.IsSectionPage) = (Section.Topics, true);
    }
}
