using ScoPortal.Web.Caching;

namespace ScoPortal.Web.Pages.Zones;

/// <summary>All zones, with the map.</summary>
[Cached]
public sealed class ZonesModel : PortalPage
{
    /// <summary>How many releases in this language are about a zone, by its database key; none for zones without.</summary>
    public IReadOnlyDictionary<int, int> Releases { get; private set; } = new Dictionary<int, int>();

    public void OnGet()
    {
        Releases = Publications.PerZone(Lang, Now);
        Shown.OnList(new ListWindow(Lang));

        InEveryLanguage(Links.Zones);
        (Head.Title, Head.Description) = (Ui["Zones.Title"], Ui["Zones.Intro"]);
        (Head.Section, Head.IsSectionPage) = (Section.Zones, true);
    }
}
