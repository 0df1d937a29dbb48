using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Pages.Shared.Map;
using Xunit;

namespace ScoPortal.Web.Tests;

[Collection(OnePortal.Name)]
public class ZoneMapTests(PortalFixture portal)
{
    public static TheoryData<string> Languages => [.. PortalLanguage.Known];

    private IReadOnlyList<ZoneEntry> Zones
    {
        get
        {
            _ = portal.Client;
            return portal.Services.GetRequiredService<Catalogue>().Zones;
        }
    }

    [Fact]
    public void East_is_right_north_is_up_and_a_degree_of_latitude_is_longer_than_one_of_longitude()
    {
        var map = new MapProjection((120, 36), 10, 600, 400);

        Assert.Equal((300, 200), (map.X((120, 36)), map.Y((120, 36))));
        Assert.Equal(360, map.X((121, 36)), 6);
        Assert.Equal(200 - 60 / Math.Cos(Math.PI / 5), map.Y((120, 37)), 6);
    }

    [Fact]
    public void A_line_passes_through_its_points()
    {
        var map = new MapProjection((120, 36), 10, 600, 400);

        Assert.Equal("M300 200C310 200 350 200 360 200", map.Path([(120, 36), (121, 36)]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_name_is_cut_off_or_lies_on_another(string language)
    {
        var ui = new Ui(PortalLanguage.Get(language));
        foreach (var map in Zones.Select(z => ZoneMap.Around(z, Zones, ui)).Append(ZoneMap.OfAll(Zones, ui)))
        {
            // On a phone letters are larger and minor names are left out.
            foreach (var (stop, town, minors) in new[] { (15.0, 13.0, true), (20.0, 18.0, false) })
            {
                var boxes = map.Stops.Select(s => Box(s.Name, s.Label, stop))
                    .Concat(map.Names.Where(n => minors || !n.IsMinor).Select(n => Box(n.Name, n.Label, town))).ToList();

                Assert.All(boxes, b => Assert.True(b.Left >= 0 && b.Right <= map.Width && b.Top >= 0 && b.Bottom <= map.Height, $"{language}: {b} is cut off"));
                for (var i = 0; i < boxes.Count; i++)
                    Assert.All(boxes.Skip(i + 1), other => Assert.False(boxes[i].Meets(other), $"{language}: {boxes[i]} lies on {other}"));
            }
        }
    }

    [Fact]
    public void A_zone_is_shown_with_its_neighbour_and_towns_around_it()
    {
        var map = ZoneMap.Around(Zones.First(z => z.Key == "scoda"), Zones, new Ui(PortalLanguage.Get("de")));

        Assert.Equal(["lianyungang", "scoda"], map.Stops.Select(s => s.Zone.Key));
        Assert.Equal("scoda", map.Stops.Single(s => s.IsHere).Zone.Key);
        Assert.Contains("Stadt Qingdao", map.Names.Select(n => n.Name));
        Assert.DoesNotContain("Peking", map.Names.Select(n => n.Name));
    }

    private static NameBox Box(string name, Label label, double size)
    {
        var length = name.Sum(c => c >= '\u2E80' ? 1 : 0.55) * size;
        var left = label.Anchor switch { "start" => label.X, "end" => label.X - length, _ => label.X - length / 2 };
        return new NameBox(name, left, label.Y - size * 0.8, left + length, label.Y + size * 0.25);
    }

    private sealed record NameBox(string Name, double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(NameBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
