using System.Globalization;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>Which revision of a release stood on a page where many are worked on at once: "7:3" in a form.</summary>
/// <param name="Id">Key of the release.</param>
/// <param name="Number">Number of the revision.</param>
public readonly record struct SeenRevision(int Id, int Number)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out SeenRevision seen)
    {
        seen = default;
        if (text?.Split(':') is not [var id, var number]
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var release)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return false;
        seen = new(release, revision);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Number}");
}
