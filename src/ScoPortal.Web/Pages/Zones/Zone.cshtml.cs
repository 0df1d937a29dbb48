using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Media;
using ScoPortal.Web.Pages.Shared;
using ScoPortal.Web.Seo;

namespace ScoPortal.Web.Pages.Zones;

/// <summary>The profile of a zone.</summary>
[Cached]
public sealed class ZoneModel : PortalPage
{
    private const string Chinese = "zh";
    private const int Latest = 6;

    public ZoneEntry Zone { get; private set; } = null!;

    /// <summary>In the language of the page, or in another one where the zone is not described in it.</summary>
    public ZoneNames Names { get; private set; } = null!;

    /// <summary>In the language of <see cref="Names"/>; null where nobody has described the zone.</summary>
    public ProfileText? Text { get; private set; }

    /// <summary>The official name in Chinese, on pages in another language.</summary>
    public string? ChineseName { get; private set; }

    public Uri? Website { get; private set; }

    public PartialDate? Founded { get; private set; }

    public Source? FoundedSource { get; private set; }

    /// <summary>SCODA's five centres, or what another zone works on.</summary>
    public IReadOnlyList<TopicEntry> Focus { get; private set; } = [];

    public bool HasCentres => Focus.Any(t => t.CentreOf == Zone.Key);

    /// <summary>In the language of <see cref="Names"/>.</summary>
    public ZoneHistory History { get; private set; } = new([], []);

    /// <summary>Those in the profile, by hash.</summary>
    public IReadOnlyDictionary<string, Picture> Pictures { get; private set; } = Media.Pictures.None;

    public IReadOnlyList<Teaser> News { get; private set; } = [];

    /// <summary>Lines of an address.</summary>
    public IReadOnlyList<string> Contact => Text?.Contact?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public async Task<IActionResult> OnGetAsync(string zone)
    {
        if (Catalogue.Zone(zone) is not { } entry)
            return NotFound();

        Zone = entry;
        var languages = Portal.Languages.Codes.Where(code => entry.Names.Any(n => n.Language == code)).ToList();
        Names = entry.In(Lang);
        await ReadProfileAsync();
        History = await ZoneHistory.ReadAsync(Db, entry.Id, Names.Language, Gone);
        News = (await ListPart.ReadAsync(Db, Publications, new PublicList(Lang, entry.Id), before: null, after: null, Latest, Now, Shown, Gone)).Items;
        Describe(languages);
        return Page();
    }

    private async Task ReadProfileAsync()
    {
        Text = Names.Text;
        Pictures = await Db.PicturesAsync([Text?.Body], [], Names.Language, Portal, Shown, Gone);
        ChineseName = Lang == Chinese ? null : Zone.Names.FirstOrDefault(n => n.Language == Chinese)?.Text?.OfficialName;
        Website = Links.External(Zone.Website) is { } url ? new Uri(url) : null;
        (Founded, FoundedSource) = (Zone.Founded, Zone.FoundedSource);
        Focus = [.. Catalogue.TopicsOf(Zone.Focus)];
    }

    private void Describe(List<string> languages)
    {
        var path = Links.Zone(Lang, Zone.Key);
        InEveryLanguage(code => Links.Zone(code, Zone.Key));
        Head.Missing.UnionWith(Head.Versions.Keys.Except(languages));
        if (Names.Language != Lang)
            Head.Canonical = null;
        (Head.Title, Head.Description) = (Names.Name, Names.Standfirst);
        (Head.Section, Head.IsSectionPage, Head.Zone) = (Section.Zones, true, Zone.Key);
        Head.Feeds.Add((Ui.Format("Feeds.Title.For", "ScoPortal", Names.Kicker), Zone.Key, null));
        Head.JsonLd = JsonLd.Thing(
            "Place",
            ("name", Text?.OfficialName ?? Names.Name),
            ("alternateName", Names.Kicker),
            ("description", Names.Standfirst),
            ("geo", JsonLd.Thing("GeoCoordinates", ("latitude", Zone.Latitude), ("longitude", Zone.Longitude))),
            ("url", Absolute(path)),
            ("sameAs", Website?.AbsoluteUri)).ToScript();
    }
}
