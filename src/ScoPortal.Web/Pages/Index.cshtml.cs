using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Pages.Shared;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Pages;

/// <summary>The front page of one language.</summary>
[Cached]
public sealed class IndexModel : PortalPage
{
    private const int Elsewhere = 4;

    /// <summary>The newest release; null while there is none in this language.</summary>
    public Teaser? Lead { get; private set; }

    /// <summary>Its "at a glance" box.</summary>
    public IReadOnlyList<(string Label, string Value)> Facts { get; private set; } = [];

    /// <summary>Its language versions.</summary>
    public IReadOnlyList<Version> LeadVersions { get; private set; } = [];

    /// <summary>The two that follow.</summary>
    public IReadOnlyList<Teaser> Seconds { get; private set; } = [];

    /// <summary>The ones after those.</summary>
    public IReadOnlyList<Teaser> Lines { get; private set; } = [];

    /// <summary>The newest of each zone, by key of the zone.</summary>
    public IReadOnlyDictionary<int, Teaser> OfZone { get; private set; } = new Dictionary<int, Teaser>();

    /// <summary>The newest translations into any language, or the newest releases at all where this language has none.</summary>
    public IReadOnlyList<Teaser> Translated { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var lines = await HomeLines.ReadAsync(Db, Lang, Portal.Languages.Codes, Now, Gone);
        lines.Tell(Shown, Lang, Catalogue.Zones);
        Lead = lines.Newest.Count > 0 ? lines.Newest[0] : null;
        Seconds = [.. lines.Newest.Skip(1).Take(2)];
        Lines = [.. lines.Newest.Skip(3)];
        (OfZone, Translated) = (lines.OfZone, lines.Translated);
        if (Lead is not null)
        {
            LeadVersions = [.. (await Db.VersionsAsync([Lead.StoryId], Now, Shown, Gone))[Lead.StoryId]];
            Facts = [.. ReleaseContent.FactList(Lead.Facts)];
        }
        else
        {
            Translated = await Db.Releases.Public(Now).Where(r => Portal.Languages.Codes.Contains(r.Language)).NewestFirst()
                .TeasersAsync(Elsewhere, new ListWindow(Language: null), Shown, Gone);
        }

        InEveryLanguage(Links.Home);
        Head.Description = Ui["Site.Description"];
        (Head.Section, Head.IsSectionPage) = (Section.News, true);
    }
}
