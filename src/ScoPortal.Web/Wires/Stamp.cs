using System.Globalization;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>Times as files write them: ISO 8601 (also as in NewsML, 20210618T083000Z) and RFC 822 with its names of zones.</summary>
internal static class Stamp
{
    private static readonly (string Name, int Hours)[] Zones =
        [("GMT", 0), ("UTC", 0), ("UT", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7), ("CET", 1), ("CEST", 2), ("MSK", 3)];

    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyyMMdd'T'HHmmss", "yyyyMMddHHmmss",
        "d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm", "d MMM yy HH:mm:ss", "ddd, d MMM yyyy HH:mm:ss", "ddd, d MMM yyyy HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] Zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyyMMdd'T'HHmmsszzz",
        "ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz",
    ];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "d MMM yyyy", "ddd, d MMM yyyy"];

    /// <summary>The time, null where the words are none or name a day that there is not.</summary>
    public static WireTime? Read(string? words)
    {
        if (words?.Trim() is not { Length: > 7 and < 60 } text)
            return null;
        foreach (var (name, hours) in Zones)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (text[^(name.Length + 1)] == ' ' || (name == "Z" && char.IsAsciiDigit(text[^2]))))
                text = string.Create(CultureInfo.InvariantCulture, $"{text[..^name.Length].TrimEnd()}{(text.Contains(' ', StringComparison.Ordinal) ? " " : "")}{(hours < 0 ? '-' : '+')}{Math.Abs(hours):00}:00");
        }

        var style = DateTimeStyles.AllowWhiteSpaces;
        if (DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, style, out var zoned))
            return new(DateOnly.FromDateTime(zoned.DateTime), TimeOnly.FromDateTime(zoned.DateTime), zoned.Offset, null, IsZoneAssumed: false);
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, style, out var local))
            return new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), null, null, IsZoneAssumed: false);
        return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, style, out var day) ? new(day, null, null, null, IsZoneAssumed: false) : null;
    }
}
