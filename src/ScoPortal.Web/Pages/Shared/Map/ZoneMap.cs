using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Pages.Shared.Map;

/// <summary>A zone on the map, with its name where there is room for it; the one a page is about is no link.</summary>
public sealed record MapStop(ZoneEntry Zone, double X, double Y, double Radius, string Name, string? NameLanguage, Label Label, bool IsHere);

/// <summary>
/// A town, or the name of a water or region, which has no point. A minor one is left out on a phone, where letters are larger.
/// </summary>
public sealed record MapName(string Name, double X, double Y, bool HasPoint, bool IsMinor, Label Label);

/// <summary>
/// A schematic map as it will be drawn: paths and places in the units of the drawing. Zones always have their names;
/// towns and waters fill the room that is left, so that no name is cut off or lies on another in any language.
/// </summary>
public sealed class ZoneMap
{
    // The sizes of names in public.css: the larger one is for phones.
    private const double StopSize = 20, CitySize = 18, MinorSize = 13;
    private const double TownRadius = 3;

    private readonly MapProjection projection;
    private readonly LabelPlacer labels;
    private readonly List<MapStop> stops = [];
    private readonly List<MapName> names = [];

    private ZoneMap(MapProjection projection, string title, string language, IReadOnlyList<ZoneEntry> zones, ZoneEntry? here)
    {
        (this.projection, Title) = (projection, title);
        labels = new LabelPlacer(projection.Width, projection.Height);
        foreach (var line in (Point[][])[Geography.Bridge, Geography.Coast, .. Geography.Branches, .. Geography.Rivers])
            labels.Cross([.. line.Select(p => (projection.X(p), projection.Y(p)))]);
        PlaceZones([.. zones.Where(z => z == here || projection.Shows(At(z), margin: 20))], language, here);
        foreach (var place in Geography.Places.Where(p => projection.Shows(p.At)))
            PlaceName(place, place.In(language), here is not null);
    }

    public int Width => projection.Width;

    public int Height => projection.Height;

    private static readonly ConditionalWeakTable<IReadOnlyList<ZoneEntry>, ConcurrentDictionary<string, ZoneMap>> Drawn = [];

    /// <summary>For those who do not see it.</summary>
    public string Title { get; }

    public string Sea => projection.Path(Geography.Coast, Geography.OpenSea);

    public string Grid => projection.Grid();

    public string Rivers => string.Concat(Geography.Rivers.Select(r => projection.Path(r)));

    public string Bridge => projection.Path(Geography.Bridge) + string.Concat(Geography.ArrowWest.Select(a => projection.Path(a)));

    public string Branches => string.Concat(Geography.Branches.Select(b => projection.Path(b)));

    /// <summary>The zones in view, in the order of the portal.</summary>
    public IReadOnlyList<MapStop> Stops => stops;

    /// <summary>Towns and waters.</summary>
    public IReadOnlyList<MapName> Names => names;

    /// <summary>Eastern and central China with all zones.</summary>
    /// <remarks>The names are placed once for a list of zones and a language.</remarks>
    public static ZoneMap OfAll(IReadOnlyList<ZoneEntry> zones, Ui ui) => Drawn.GetValue(zones, _ => []).GetOrAdd(
        ui.Language.Code, _ => new ZoneMap(new MapProjection((112.44, 34.62), 24.9, 652, 420), ui["Zones.Map"], ui.Language.Code, zones, here: null));

    /// <summary>The surroundings of one zone, with its nearest neighbour in view unless that is very far.</summary>
    public static ZoneMap Around(ZoneEntry zone, IReadOnlyList<ZoneEntry> zones, Ui ui)
    {
        var east = Math.Cos(double.DegreesToRadians(zone.Latitude));
        var nearest = zones.Where(z => z != zone).MinBy(Distance) ?? zone;
        var middle = new Point(
            double.Lerp(zone.Longitude, nearest.Longitude, 0.28), double.Lerp(zone.Latitude, nearest.Latitude, 0.28));
        var surroundings = new MapProjection(middle, Math.Clamp(Distance(nearest) * 4, 7, 16), 620, 450);
        return new ZoneMap(surroundings, ui.Format("Zone.MapLabel", zone.In(ui.Language.Code).Kicker), ui.Language.Code, zones, zone);

        double Distance(ZoneEntry other) => double.Hypot((other.Longitude - zone.Longitude) * east, other.Latitude - zone.Latitude);
    }

    private static Point At(ZoneEntry zone) => new(zone.Longitude, zone.Latitude);

    private void PlaceZones(IReadOnlyList<ZoneEntry> zones, string language, ZoneEntry? here)
    {
        var radius = here is null ? 9 : 10;
        foreach (var zone in zones)
            labels.Avoid(projection.X(At(zone)), projection.Y(At(zone)), radius);
        foreach (var zone in zones)
        {
            var (x, y, text) = (projection.X(At(zone)), projection.Y(At(zone)), zone.In(language));
            var name = text.Kicker;
            if (labels.Beside(name, x, y, radius, StopSize) is not { } label)
            {
                name = text.ShortName;
                label = labels.Beside(name, x, y, radius, StopSize) ?? new Label(x, y - radius - 5, "middle");
            }

            stops.Add(new MapStop(zone, x, y, radius, name, text.Language == language ? null : text.Language, label, zone == here));
        }
    }

    private void PlaceName(MapPlace place, string name, bool isClose)
    {
        var (x, y) = (projection.X(place.At), projection.Y(place.At));
        if (place.Kind is PlaceKind.Water or PlaceKind.Region)
        {
            var minor = place.Kind == PlaceKind.Water;
            if (names.TrueForAll(n => n.Name != name) && labels.On(name, x, y, minor ? MinorSize : CitySize) is { } label)
                names.Add(new MapName(name, x, y, HasPoint: false, minor, label));
            return;
        }

        // A zone in the same city stands for it; on the large map there is room for cities only.
        if ((place.Kind == PlaceKind.Town && !isClose) || stops.Exists(s => double.Hypot(s.X - x, s.Y - y) < s.Radius + TownRadius))
            return;
        var large = names.Count(n => !n.IsMinor) < 4 ? labels.Beside(name, x, y, TownRadius, CitySize) : null;
        if ((large ?? labels.Beside(name, x, y, TownRadius, MinorSize)) is not { } beside)
            return;
        labels.Avoid(x, y, TownRadius + 2);
        names.Add(new MapName(name, x, y, HasPoint: true, IsMinor: large is null, beside));
    }
}
