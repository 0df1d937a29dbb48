using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;

namespace ScoPortal.Data.Queries;

/// <summary>Which lines of the audit are asked for; null asks for all.</summary>
public sealed record AuditFilter
{
    /// <summary>The value of <see cref="AccountId"/> for what commands did.</summary>
    public const int Commands = 0;

    /// <summary>Key of the account, or <see cref="Commands"/>.</summary>
    public int? AccountId { get; init; }

    /// <summary>The verb with its noun: "release.publish".</summary>
    public string? Action { get; init; }

    /// <summary>What it was done to: "release/7".</summary>
    public string? Subject { get; init; }

    /// <summary>Not before this instant, in UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant, in UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    // Lines are numbered as they are written, which is all but the order of their instants; each order has its index.
    internal bool IsByTime => (From ?? Until) is not null && AccountId is null && Action is null && Subject is null;
}

/// <summary>Where a line stands in the audit.</summary>
/// <param name="At">Its instant.</param>
/// <param name="Id">Its key.</param>
public sealed record AuditPlace(DateTimeOffset At, long Id);

/// <summary>The audit, newest first. The order is served by an index, whatever the filter.</summary>
public static class AuditList
{
    /// <summary>The lines within the filter that are older than the one at <paramref name="place"/>; all when it is null.</summary>
    public static IQueryable<AuditEntry> Before(this IQueryable<AuditEntry> audit, AuditFilter filter, AuditPlace? place)
    {
        var within = audit.Within(filter);
        if (!filter.IsByTime)
            return (place is null ? within : within.Where(e => e.Id < place.Id)).OrderByDescending(e => e.Id);
        return (place is null ? within : within.Where(e => e.At <= place.At && (e.At < place.At || e.Id < place.Id)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }

    /// <summary>The lines within the filter that are newer than the one at <paramref name="place"/>, the nearest first.</summary>
    public static IQueryable<AuditEntry> After(this IQueryable<AuditEntry> audit, AuditFilter filter, AuditPlace place)
    {
        var within = audit.Within(filter);
        return filter.IsByTime
            ? within.Where(e => e.At >= place.At && (e.At > place.At || e.Id > place.Id)).OrderBy(e => e.At).ThenBy(e => e.Id)
            : within.Where(e => e.Id > place.Id).OrderBy(e => e.Id);
    }

    /// <summary>Where the line with that key stands, or null when there is none.</summary>
    public static Task<AuditPlace?> PlaceOfAsync(this IQueryable<AuditEntry> audit, long id, CancellationToken cancel) =>
        audit.Where(e => e.Id == id).Select(e => new AuditPlace(e.At, e.Id)).SingleOrDefaultAsync(cancel);

    private static IQueryable<AuditEntry> Within(this IQueryable<AuditEntry> audit, AuditFilter filter)
    {
        if (filter.AccountId is { } account)
            audit = account == AuditFilter.Commands ? audit.Where(e => e.AccountId == null) : audit.Where(e => e.AccountId == account);
        if (filter.Action is { } action)
            audit = audit.Where(e => e.Action == action);
        if (filter.Subject is { } subject)
            audit = audit.Where(e => e.Subject == subject);
        if (filter.From is { } from)
            audit = audit.Where(e => e.At >= from);
        if (filter.Until is { } until)
            audit = audit.Where(e => e.At < until);
        return audit;
    }
}
