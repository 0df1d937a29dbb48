using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ScoPortal.Core.Zones;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>What is true of a zone in any language, as it is typed.</summary>
public sealed class ZoneForm
{
    /// <summary>Of a coordinate: a tenth of a metre.</summary>
    public const int Decimals = 6;

    private const string Coordinate = "0.######";

    [StringLength(64)]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*")]
    public string? Key { get; set; }

    public ZoneMark Mark { get; set; } = ZoneMark.Circle;

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    [StringLength(2000)]
    public string? Website { get; set; }

    public string? Founded { get; set; }

    [StringLength(1000)]
    public string? Source { get; set; }

    [StringLength(2000)]
    public string? SourceUrl { get; set; }

    /// <summary>Database keys of topics.</summary>
    public int[] Focus { get; set; } = [];

    public static ZoneForm Of(Zone zone, CultureInfo culture) => new()
    {
        Key = zone.Key,
        Mark = zone.Mark,
        Latitude = zone.Latitude.ToString(Coordinate, culture),
        Longitude = zone.Longitude.ToString(Coordinate, culture),
        Website = zone.Website,
        Founded = zone.Founded?.ToString(),
        Source = zone.FoundedSource?.Name,
        SourceUrl = zone.FoundedSource?.Url,
        Focus = [.. zone.FocusTopics.Select(t => t.Id).Order()],
    };

    /// <summary>With their labels, as they are compared.</summary>
    public IReadOnlyList<Said> Fields(Ui ui, Catalogue catalogue) =>
    [
        new(ui["Desk.Zones.Mark"], ui[$"Desk.Zones.Mark.{Mark}"]),
        new(ui["Desk.Zones.Latitude"], CataloguePage.Text(Latitude)),
        new(ui["Desk.Zones.Longitude"], CataloguePage.Text(Longitude)),
        new(ui["Desk.Zones.Website"], CataloguePage.Text(Website)),
        new(ui["Desk.Zones.Founded"], CataloguePage.Text(Founded)),
        new(ui["Desk.Catalogue.Source"], CataloguePage.Text(Source)),
        new(ui["Desk.Catalogue.SourceUrl"], CataloguePage.Text(SourceUrl)),
        new(ui["Desk.Zones.Focus"], ui.List(catalogue.TopicsOf(Focus).Select(t => t.In(ui.Language.Code).Name))),
    ];
}
