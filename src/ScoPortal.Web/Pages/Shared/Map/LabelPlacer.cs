using System.Globalization;

namespace ScoPortal.Web.Pages.Shared.Map;

/// <summary>Where a text stands: its SVG anchor point and <c>text-anchor</c>.</summary>
public readonly record struct Label(double X, double Y, string Anchor);

/// <summary>
/// Finds room for names around their points, first come first served: inside the drawing, clear of other names and of
/// all points, and off the lines where that can be had. Widths are estimated on the safe side, since no font is known.
/// </summary>
internal sealed class LabelPlacer(double width, double height)
{
    private const double Margin = 6;
    private readonly List<Box> taken = [];
    private readonly List<(double X, double Y)> lines = [];

    /// <summary>Keeps names off a point.</summary>
    public void Avoid(double x, double y, double radius) => taken.Add(new Box(x - radius, y - radius, x + radius, y + radius));

    /// <summary>Keeps names off a line, where there is a choice.</summary>
    public void Cross(IReadOnlyList<(double X, double Y)> line)
    {
        for (var i = 1; i < line.Count; i++)
            for (var step = 0; step < 10; step++)
                lines.Add((double.Lerp(line[i - 1].X, line[i].X, step / 10.0), double.Lerp(line[i - 1].Y, line[i].Y, step / 10.0)));
    }

    /// <summary>The best place beside a point of that radius, or null when there is no room; the place is taken then.</summary>
    public Label? Beside(string text, double x, double y, double radius, double size)
    {
        var gap = radius + 5;
        var middle = size * 0.36;
        (double X, double Y, string Anchor)[] places =
        [
            (x + gap, y + middle, "start"), (x - gap, y + middle, "end"),
            (x + gap, y - radius, "start"), (x - gap, y - radius, "end"),
            (x + gap, y + radius + size * 0.7, "start"), (x - gap, y + radius + size * 0.7, "end"),
            (x, y + gap + size * 0.8, "middle"), (x, y - gap, "middle"),
        ];
        var best = places.Select((place, rank) => (place, box: Around(text, place, size), rank))
            .Where(p => Fits(p.box))
            .MinBy(p => p.rank + 3 * lines.Count(p.box.Holds));
        return Take(best.place, best.box);
    }

    /// <summary>The place on the point itself, or null when there is no room.</summary>
    public Label? On(string text, double x, double y, double size)
    {
        var place = (x, y, "middle");
        var box = Around(text, place, size);
        return Fits(box) ? Take(place, box) : null;
    }

    private static Box Around(string text, (double X, double Y, string Anchor) place, double size)
    {
        var length = WidthOf(text) * size;
        var left = place.Anchor switch { "start" => place.X, "end" => place.X - length, _ => place.X - length / 2 };
        return new Box(left, place.Y - size * 0.9, left + length, place.Y + size * 0.3);
    }

    // In em, for bold letters: an ideograph is one, a small letter two thirds.
    private static double WidthOf(string text) => text.Sum(c =>
        c >= '\u2E80' ? 1.02 : char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter => 0.76,
            UnicodeCategory.Format => 0,
            UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherPunctuation => 0.32,
            _ => 0.64,
        });

    private bool Fits(Box box) =>
        box.Left >= Margin && box.Right <= width - Margin && box.Top >= Margin && box.Bottom <= height - Margin && !taken.Exists(box.Meets);

    private Label? Take((double X, double Y, string Anchor) place, Box box)
    {
        if (place.Anchor is null)
            return null;
        taken.Add(box);
        return new Label(place.X, place.Y, place.Anchor);
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool Holds((double X, double Y) point) => point.X > Left && point.X < Right && point.Y > Top && point.Y < Bottom;
    }
}
