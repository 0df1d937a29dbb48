using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Pages.Shared;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Pages;

/// <summary>The front page of one language.</summary>
public sealed class IndexModel : PortalPage
{
    private const int Latest = 9;
    private const int Translations = 4;

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
    public Dictionary<int, Teaser> OfZone { get; } = [];

    /// <summary>The newest translations into any language, or the newest releases at all where this language has none.</summary>
    public IReadOnlyList<Teaser> Translated { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var newest = await Db.Releases.Public(Now).In(Lang).NewestFirst().TeasersAsync(Latest, Gone);
        Lead = newest.FirstOrDefault();
        Seconds = [.. newest.Skip(1).Take(2)];
        Lines = [.. newest.Skip(3)];
        await ReadZonesAsync(newest);
        var languages = Portal.Languages.Codes;
        Translated = await Db.Releases.Public(Now).Where(r => languages.Contains(r.Language))
            .Where(r => Lead == null || (r.Language != Lang && r.TranslatedFromId != null)).NewestFirst().TeasersAsync(Translations, Gone);
        if (Lead is not null)
        {
            LeadVersions = [.. (await Db.VersionsAsync([Lead.StoryId], Now, Gone))[Lead.StoryId]];
            Facts = [.. ReleaseContent.FactList(Lead.Facts)];
        }

        InEveryLanguage(Links.Home);
        Head.Description = Ui["Site.Description"];
        (Head.Section, Head.IsSectionPage) = (Section.News, true);
    }

    // Most zones are among the newest already; only the others are asked for.
    private async Task ReadZonesAsync(List<Teaser> newest)
    {
        foreach (var zone in Catalogue.Zones)
        {
            var known = newest.Find(t => t.Zones.Contains(zone.Id));
            known ??= (await Db.Releases.Public(Now).In(Lang).AboutZone(zone.Id).NewestFirst().TeasersAsync(1, Gone)).FirstOrDefault();
            if (known is not null)
                OfZone[zone.Id] = known;
        }
    }
}
