using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>Times as people at the desk type and read them.</summary>
public static class DeskTime
{
    private const string Typed = "yyyy-MM-dd'T'HH:mm";
    private static readonly TimeSpan TypingTime = TimeSpan.FromMinutes(1);

    private static readonly (string City, string Zone)[] Cities = [("Berlin", "Europe/Berlin"), ("Moscow", "Europe/Moscow"), ("Beijing", "Asia/Shanghai")];

    /// <summary>
    /// Reads a time typed into a field: of the newsroom's time zone, and yet to come. Null when the field is empty or wrong;
    /// then the field says why. Of a time that comes twice, when clocks go back, it is the first.
    /// </summary>
    public static DateTimeOffset? Read(string? text, string field, PortalOptions portal, DateTimeOffset now, Ui ui, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        DateTimeOffset? instant = null;
        if (!DateTime.TryParseExact(text, [Typed, Typed + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            errors.AddModelError(field, ui["Desk.Invalid.Value"]);
        else if (portal.TimeZone.IsInvalidTime(local))
            errors.AddModelError(field, ui.Format("Desk.Time.Gap", portal.TimeZone.Id));
        else
            instant = Instant(local, portal.TimeZone);
        if (instant < now - TypingTime)
            errors.AddModelError(field, ui["Desk.Time.Past"]);
        return instant;
    }

    /// <summary>The same instant as a field of that kind holds it.</summary>
    public static string? Write(DateTimeOffset? instant, PortalOptions portal) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, portal.TimeZone).ToString(Typed, CultureInfo.InvariantCulture) : null;

    /// <summary>When a day begins in a time zone, in UTC. Where clocks are put forward at midnight, it begins an hour later.</summary>
    public static DateTimeOffset Midnight(this DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>What clocks show in the cities that matter here; with the date where it is another there.</summary>
    public static string Elsewhere(this Ui ui, DateTimeOffset instant) => string.Join(ui["List.Separator"], Cities
        .Select(c => (c.City, Found: TimeZoneInfo.TryFindSystemTimeZoneById(c.Zone, out var zone), Zone: zone))
        .Where(c => c.Found)
        .Select(c => (c.City, Local: TimeZoneInfo.ConvertTime(instant, c.Zone!)))
        .Select(c => ui.Format(
            $"Desk.Time.{c.City}",
            c.Local.Date == TimeZoneInfo.ConvertTime(instant, ui.TimeZone).Date ? Clock(c.Local) : $"{ui.Date(DateOnly.FromDateTime(c.Local.Date))} {Clock(c.Local)}")));

    private static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) =>
        new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();
}
