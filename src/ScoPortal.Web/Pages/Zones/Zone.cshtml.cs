using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Zones;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Pages.Zones;

/// <summary>The profile of a zone.</summary>
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

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<Event> Milestones { get; private set; } = [];

    public IReadOnlyList<Teaser> News { get; private set; } = [];

    /// <summary>Lines of an address.</summary>
    public IReadOnlyList<string> Contact => Text?.Contact?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public async Task<IActionResult> OnGetAsync(string zone)
    {
        if (Catalogue.Zone(zone) is not { } entry)
            return NotFound();

        Zone = entry;
        var languages = Portal.Languages.All.Select(l => l.Code).Where(code => entry.Names.Any(n => n.Language == code)).ToList();
        Names = entry.In(Lang);
        await ReadProfileAsync();
        await ReadHistoryAsync();
        News = await Db.Releases.Public(Now).In(Lang).AboutZone(entry.Id).NewestFirst().TeasersAsync(Latest, Gone);
        Describe(languages);
        return Page();
    }

    private async Task ReadProfileAsync()
    {
        var zone = await Db.Zones.AsNoTracking().AsSingleQuery()
            .Include(z => z.Profiles.Where(p => p.Language == Names.Language || p.Language == Chinese))
            .Include(z => z.FocusTopics)
            .SingleAsync(z => z.Id == Zone.Id, Gone);
        Text = zone.Profiles.FirstOrDefault(p => p.Language == Names.Language)?.Text;
        ChineseName = Lang == Chinese ? null : zone.Profiles.FirstOrDefault(p => p.Language == Chinese)?.Text.OfficialName;
        Website = Uri.TryCreate(zone.Website, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
        (Founded, FoundedSource) = (zone.Founded, zone.FoundedSource);
        Focus = [.. Catalogue.TopicsOf([.. zone.FocusTopics.Select(t => t.Id)])];
    }

    // Each has one text at most in a language, so the two lists multiply to some fifty narrow rows: one way to the database.
    private async Task ReadHistoryAsync()
    {
        var history = await Db.Zones.AsNoTracking().AsSingleQuery().Where(z => z.Id == Zone.Id).Select(z => new
        {
            Figures = z.Figures.OrderBy(f => f.Order).Select(f => new
            {
                f.Value, f.AsOf, f.Qualifier, f.Source, Texts = f.Texts.Where(t => t.Language == Names.Language).ToList(),
            }).ToList(),
            Milestones = z.Milestones.Select(m => new
            {
                m.Date, m.Source, Texts = m.Texts.Where(t => t.Language == Names.Language).ToList(),
            }).ToList(),
        }).SingleAsync(Gone);
        Figures = [.. history.Figures.SelectMany(f => f.Texts.Select(t => new Figure(
            t.Value ?? f.Value, t.Unit, t.Label, f.AsOf, f.Qualifier, f.Source)))];
        Milestones = [.. history.Milestones.OrderBy(m => m.Date).SelectMany(m => m.Texts.Select(t => new Event(
            m.Date, t.Title, t.Text, m.Source)))];
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
        Head.JsonLd = JsonLd.Text(new JsonObject
        {
            ["@type"] = "Place",
            ["name"] = Text?.OfficialName ?? Names.Name,
            ["alternateName"] = Names.Kicker,
            ["description"] = Names.Standfirst,
            ["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = Zone.Latitude, ["longitude"] = Zone.Longitude },
            ["url"] = Absolute(path),
            ["sameAs"] = Website?.AbsoluteUri,
        });
    }

    /// <summary>A key figure in the words and the scale of a language.</summary>
    public sealed record Figure(decimal Value, string? Unit, string Label, PartialDate? AsOf, FigureQualifier Qualifier, Source Source);

    /// <summary>A milestone in the words of a language.</summary>
    public sealed record Event(PartialDate Date, string Title, string? Text, Source Source);
}
