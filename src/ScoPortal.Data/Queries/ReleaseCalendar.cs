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
        releases.ByMonth().ToListAsync(cancel);

    /// <summary>The same, as a query.</summary>
    public static IQueryable<MonthCount> ByMonth(this IQueryable<Release> releases) =>
        releases.GroupBy(r => PortalDb.MonthOf(r.PublishAt!.Value)).OrderByDescending(g => g.Key)
            .Select(g => new MonthCount(g.Key / 100, g.Key % 100, g.Count()));
}
