using System.Globalization;
using System.Text.RegularExpressions;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire;

/// <summary>A date as found in a text.</summary>
internal readonly record struct FoundDate(PartialDate Date, int Start, int Length);

/// <summary>Finds dates written in en, de, ru, zh, fr and es.</summary>
internal static class WireDates
{
    /// <summary>Pattern of a date with a month name, in either order. A day that no month has is refused later.</summary>
    public static readonly string Named =
        $@"(?:(?<d1>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?(?<m1>{Months.Pattern})\b\.?(?:\s*,?\s+(?:de\s+|del\s+)?(?<y1>\d{{4}})(?:\s*(?:года|г\.|г))?)?"
        + $@"|(?<m2>{Months.Pattern})\b\.?\s+(?<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*,?\s+(?<y2>\d{{4}})\b)?)";

    /// <summary>Pattern of a date in figures: 2021-06-18, 18.06.2021, 2021年6月18日, 6月18日.</summary>
    public const string Figures =
        @"(?:(?<y3>\d{4})[-/. ]\s?(?<m3>\d{1,2})[-/.]\s?(?<d3>\d{1,2})\b|(?<d4>\d{1,2})\.(?<m4>\d{1,2})\.(?<y4>\d{4})"
        + @"|(?:(?<y5>\d{4})\s?年\s?)?(?<m5>\d{1,2})\s?月\s?(?<d5>\d{1,2})\s?日)";

    private static readonly Pattern Any = Pattern.New($@"(?:\b{Named}|{Figures})");

    private static readonly Pattern AtStart = Pattern.New($@"^{Named}\s?[,.]\s+");

    private static readonly Pattern AtEnd = Pattern.New($@"(?:^|[\s,(]){Named}[\s.,]*$");

    /// <summary>The first date in the first <paramref name="within"/> characters of the text, or null.</summary>
    public static FoundDate? First(string text, int within = 600)
    {
        var head = text.Length > within ? text[..within] : text;
        foreach (var match in Any.Matches(head))
        {
            if (Read(match) is { } date)
                return new(date, match.Index, match.Length);
        }

        return null;
    }

    /// <summary>The date that ends the text, with white space, commas and full stops after it ignored, or null.</summary>
    public static FoundDate? Last(string text)
    {
        var match = AtEnd.Match(text);
        return match.Success && Read(match) is { } date ? new(date, match.Index, match.Length) : null;
    }

    /// <summary>The date that begins the text ("18 июня, Минск"), with the comma or full stop after it, or null.</summary>
    public static FoundDate? Leading(string text)
    {
        var match = AtStart.Match(text);
        return match.Success && Read(match) is { } date ? new(date, 0, match.Length) : null;
    }

    /// <summary>The date of a match of <see cref="Named"/> or <see cref="Figures"/>; null when the calendar has no such day.</summary>
    public static PartialDate? Read(Match match)
    {
        for (var form = 1; form <= 5; form++)
        {
            var day = match.Groups[$"d{form}"];
            if (!day.Success)
                continue;
            var month = match.Groups[$"m{form}"].Value;
            var year = match.Groups[$"y{form}"];
            return Make(
                year.Success ? Number(year.Value) : null,
                form <= 2 ? Months.Number(month) : Number(month),
                Number(day.Value));
        }

        return null;
    }

    /// <summary>A whole date, or one without a year; null when there is no such day.</summary>
    public static PartialDate? Make(int? year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year is >= 1900 and < 2200 ? year.Value : 2000, month))
            return null;
        return year switch
        {
            null => PartialDate.DayOfYear(month, day),
            >= 1900 and < 2200 => PartialDate.Day(new DateOnly(year.Value, month, day)),
            _ => null,
        };
    }

    /// <summary>
    /// Gives a year-less day the year that brings it nearest to a known date; null when even that is more than
    /// <paramref name="maxDays"/> away.
    /// </summary>
    public static PartialDate? WithYear(PartialDate yearless, DateOnly near, int maxDays)
    {
        var best = Enumerable.Range(near.Year - 1, 3)
            .Where(y => y is >= 1 and <= 9999)
            .Select(y => Make(y, yearless.MonthValue!.Value, yearless.DayValue!.Value))
            .Where(d => d is not null)
            .MinBy(d => Math.Abs(d!.Value.Date!.Value.DayNumber - near.DayNumber));
        return best is { } found && Math.Abs(found.Date!.Value.DayNumber - near.DayNumber) <= maxDays ? found : null;
    }

    /// <summary>Up to nine figures to a number, full-width ones and those of other scripts too.</summary>
    public static int Number(string figures) => figures.Aggregate(0, (number, figure) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(figure));

    /// <summary>A number in figures.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
