using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Queries;

/// <summary>A month with releases, by UTC.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Count">How many were published in it; at least 1.</param>
public sealed record MonthCount(int Year, int Month, int Count);

/// <summary>How many releases each month has.</summary>
public static class ReleaseCalendar
{
    /// <summary>The months that have any of these releases, newest first. One query, answered from an index alone.</summary>
    public static Task<List<MonthCount>> CalendarAsync(this IQueryable<Release> releases, CancellationToken cancel) =>
        // No engine knows the parts of a DateTimeOffset as we store it; the cast names what the column really holds.
        releases.GroupBy(r => new { ((DateTime)(object)r.PublishAt!.Value).Year, ((DateTime)(object)r.PublishAt!.Value).Month })
            .OrderByDescending(g => g.Key.Year).ThenByDescending(g => g.Key.Month)
            .Select(g => new MonthCount(g.Key.Year, g.Key.Month, g.Count()))
            .ToListAsync(cancel);
}
