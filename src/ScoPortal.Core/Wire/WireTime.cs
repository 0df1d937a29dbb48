using System.Globalization;

namespace ScoPortal.Core.Wire;

/// <summary>A posting time as a page prints it: local, often without a zone.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Time">Local time of day, null when only the date is printed.</param>
/// <param name="Offset">Offset from UTC, null when neither the text nor the zone settles it.</param>
/// <param name="Zone">IANA zone name, null when unknown.</param>
/// <param name="IsZoneAssumed">True when the zone comes from the kind of page and not from the text.</param>
public sealed record WireTime(DateOnly Date, TimeOnly? Time, TimeSpan? Offset, string? Zone, bool IsZoneAssumed)
{
    /// <summary>The instant, or null when the time of day or the offset is unknown.</summary>
    public DateTimeOffset? Instant
    {
        get
        {
            if (Time is not { } time || Offset is not { } offset)
                return null;
            var utcTicks = Date.ToDateTime(time).Ticks - offset.Ticks;
            return utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks
                ? null
                : new DateTimeOffset(Date.ToDateTime(time), offset);
        }
    }

    /// <summary>ISO 8601: 2021-04-16T20:42:57+08:00, without offset when it is unknown, the date alone without a time.</summary>
    public override string ToString()
    {
        var date = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time)
            return date;
        var text = date + time.ToString("'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return Offset is not { } offset
            ? text
            : text + (offset < TimeSpan.Zero ? '-' : '+') + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }
}
