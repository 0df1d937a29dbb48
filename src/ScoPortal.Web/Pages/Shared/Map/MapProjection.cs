using System.Globalization;
using System.Text;

namespace ScoPortal.Web.Pages.Shared.Map;

/// <summary>
/// Equirectangular, true to scale at its middle: degrees become the units of an SVG drawing, of which there are
/// <see cref="Width"/> by <see cref="Height"/>. The span is in degrees of longitude, from the left edge to the right.
/// </summary>
public sealed class MapProjection(Point middle, double span, int width, int height)
{
    private readonly double perDegreeEast = width / span;
    private readonly double perDegreeNorth = width / span / Math.Cos(double.DegreesToRadians(middle.Latitude));

    public int Width => width;

    public int Height => height;

    /// <summary>From the left edge.</summary>
    public double X(Point point) => width / 2.0 + (point.Longitude - middle.Longitude) * perDegreeEast;

    /// <summary>From the upper edge.</summary>
    public double Y(Point point) => height / 2.0 - (point.Latitude - middle.Latitude) * perDegreeNorth;

    /// <summary>The point lies on the drawing, at least <paramref name="margin"/> from its edges.</summary>
    public bool Shows(Point point, double margin = 0) =>
        X(point) >= margin && X(point) <= width - margin && Y(point) >= margin && Y(point) <= height - margin;

    /// <summary>Meridians and parallels, one for each whole multiple of a step that suits the scale.</summary>
    public string Grid()
    {
        var step = span > 10 ? 4 : 1;
        var path = new StringBuilder();
        foreach (var east in Multiples(middle.Longitude, span / 2, step))
            path.Append(CultureInfo.InvariantCulture, $"M{X(new Point(east, 0)):0.#} 0V{height}");
        foreach (var north in Multiples(middle.Latitude, height / perDegreeNorth / 2, step))
            path.Append(CultureInfo.InvariantCulture, $"M0 {Y(new Point(0, north)):0.#}H{width}");
        return path.ToString();
    }

    /// <summary>
    /// A smooth line through the points, as SVG path data: a Catmull-Rom spline in Bézier form, straight on through
    /// <paramref name="corners"/> and back to its beginning where there are any.
    /// </summary>
    public string Path(ReadOnlySpan<Point> points, ReadOnlySpan<Point> corners = default)
    {
        var path = new StringBuilder();
        Append(path, 'M', points[0]);
        for (var i = 1; i < points.Length; i++)
        {
            var (before, from, to, after) = (points[Math.Max(i - 2, 0)], points[i - 1], points[i], points[Math.Min(i + 1, points.Length - 1)]);
            Append(path, 'C', Toward(from, before, to));
            Append(path, ' ', Toward(to, after, from));
            Append(path, ' ', to);
        }

        foreach (var corner in corners)
            Append(path, 'L', corner);
        return corners.IsEmpty ? path.ToString() : path.Append('Z').ToString();
    }

    // The control point beside a point runs parallel to its neighbours, a sixth as long.
    private static Point Toward(Point point, Point before, Point after) =>
        new(point.Longitude + (after.Longitude - before.Longitude) / 6, point.Latitude + (after.Latitude - before.Latitude) / 6);

    private void Append(StringBuilder path, char command, Point point) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{X(point):0.#} {Y(point):0.#}");

    private static IEnumerable<double> Multiples(double middle, double reach, int step)
    {
        for (var at = Math.Ceiling((middle - reach) / step) * step; at < middle + reach; at += step)
            yield return at;
    }
}
