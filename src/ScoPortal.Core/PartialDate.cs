using System.Globalization;
using System.Text.Json.Serialization;

namespace ScoPortal.Core;

/// <summary>How much of a <see cref="PartialDate"/> the source gives.</summary>
public enum DatePrecision
{
    /// <summary>Only the year: 2024.</summary>
    Year,

    /// <summary>Year and month: 2021-04.</summary>
    Month,

    /// <summary>The whole date: 2021-04-09.</summary>
    Day,

    /// <summary>Month and day of a year that is not given: --04-12.</summary>
    DayWithoutYear,
}

/// <summary>
/// A calendar date that says no more than its source: a day, a month, a year, or a day of an unknown year.
/// Written as ISO 8601 with reduced precision (2021-04-09, 2021-04, 2021) or, for the year-less form, as the
/// truncated representation of ISO 8601:2000 that vCard (RFC 6350) keeps: --04-12. Those texts sort by time.
/// </summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private readonly short year;
    private readonly byte month;
    private readonly byte day;

    private PartialDate(int year, int month, int day)
    {
        this.year = (short)year;
        this.month = (byte)month;
        this.day = (byte)day;
    }

    /// <summary>What the source gives.</summary>
    public DatePrecision Precision => (year, day) switch
    {
        (0, _) => DatePrecision.DayWithoutYear,
        (_, > 0) => DatePrecision.Day,
        _ => month > 0 ? DatePrecision.Month : DatePrecision.Year,
    };

    /// <summary>1 to 9999, or null where the source gives none.</summary>
    public int? YearValue => year == 0 ? null : year;

    /// <summary>1 to 12, or null where the source gives none.</summary>
    public int? MonthValue => month == 0 ? null : month;

    /// <summary>1 to 31, or null where the source gives none.</summary>
    public int? DayValue => day == 0 ? null : day;

    /// <summary>The calendar date, or null unless the source gives all of it.</summary>
    public DateOnly? Date => Precision == DatePrecision.Day ? new DateOnly(year, month, day) : null;

    /// <summary>The whole date.</summary>
    public static PartialDate Day(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>A month of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static PartialDate Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(first.Year, first.Month, 0);
    }

    /// <summary>A year, 1 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such year.</exception>
    public static PartialDate Year(int year) => new(new DateOnly(year, 1, 1).Year, 0, 0);

    /// <summary>A day of a year that is not known; 29 February is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such day in any year.</exception>
    public static PartialDate DayOfYear(int month, int day)
    {
        var inLeapYear = new DateOnly(2000, month, day);
        return new(0, inLeapYear.Month, inLeapYear.Day);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"'{text}' is no date of the form 2021, 2021-04, 2021-04-09 or --04-09.");

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null)
            return false;

        var (pattern, full) = text.Length switch
        {
            4 => ("yyyy-MM-dd", text + "-01-01"),
            7 when text.StartsWith("--", StringComparison.Ordinal) => ("yyyy-MM-dd", "2000" + text[1..]),
            7 => ("yyyy-MM-dd", text + "-01"),
            10 => ("yyyy-MM-dd", text),
            _ => ("", ""),
        };
        if (pattern.Length == 0
            || !DateOnly.TryParseExact(full, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;

        date = text.Length switch
        {
            4 => Year(day.Year),
            7 => text[0] == '-' ? DayOfYear(day.Month, day.Day) : Month(day.Year, day.Month),
            _ => Day(day),
        };
        return true;
    }

    /// <summary>Earlier first; a year before its months, a month before its days.</summary>
    public int CompareTo(PartialDate other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>ISO 8601: 2021, 2021-04, 2021-04-09, or --04-09 without a year.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        DatePrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{day:00}"),
    };
}
