using System.Globalization;

namespace ScoPortal.Web;

/// <summary>Instants as programs read them, in UTC: ISO 8601 and RFC 3339.</summary>
public static class IsoTime
{
    /// <summary>The day: 2021-06-18.</summary>
    public static string ToIsoDay(this DateTimeOffset instant) => Text(instant, "yyyy-MM-dd");

    /// <summary>To the minute: 2021-06-18T09:30Z.</summary>
    public static string ToIsoMinute(this DateTimeOffset instant) => Text(instant, "yyyy-MM-dd'T'HH:mm'Z'");

    /// <summary>To the second: 2021-06-18T09:30:00Z.</summary>
    public static string ToIsoSecond(this DateTimeOffset instant) => Text(instant, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string Text(DateTimeOffset instant, string format) => instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
