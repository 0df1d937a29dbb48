using System.Globalization;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Areas.Admin.Pages.Audit;

/// <summary>The filter as it stands in the address.</summary>
public sealed record AuditQuery
{
    /// <summary>Key of the account; 0 for commands.</summary>
    public int? Account { get; init; }

    public string? Action { get; init; }

    public string? Subject { get; init; }

    /// <summary>The first day, in the newsroom's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, in the newsroom's time zone.</summary>
    public DateOnly? To { get; init; }

    /// <summary>For the database.</summary>
    /// <param name="zone">The newsroom's time zone.</param>
    public AuditFilter FilterIn(TimeZoneInfo zone) => new()
    {
        AccountId = Account,
        Action = Given(Action),
        Subject = Given(Subject),
        From = From is { } from ? from.Midnight(zone) : null,
        Until = To is { } to && to < DateOnly.MaxValue ? to.AddDays(1).Midnight(zone) : null,
    };

    /// <summary>Something is filtered.</summary>
    public bool IsFiltered => FilterIn(TimeZoneInfo.Utc) != new AuditFilter();

    /// <summary>For an address.</summary>
    /// <param name="place">Name of the place, "older" or "newer", and the line there.</param>
    public IEnumerable<KeyValuePair<string, string?>> ToPairs((string Name, long Id)? place = null) =>
    [
        new("account", Account?.ToString(CultureInfo.InvariantCulture)),
        new("action", Given(Action)),
        new("subject", Given(Subject)),
        new("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. place is { } at ? [new(at.Name, at.Id.ToString(CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string?>>(),
    ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
