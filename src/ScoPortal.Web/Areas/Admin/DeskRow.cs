using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>A release in a list of the desk.</summary>
public sealed record DeskRow
{
    public required int Id { get; init; }

    public required int StoryId { get; init; }

    public required string Language { get; init; }

    public required string Headline { get; init; }

    public required ReleaseState State { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int RevisionNumber { get; init; }

    /// <summary>Sentences of its source that have changed since it was translated.</summary>
    public required int Stale { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<int> Zones { get; init; } = [];

    /// <summary>The name of its state for a state mark.</summary>
    public string Mark(DateTimeOffset now) => DeskStates.Mark(State, PublishAt, now);
}

/// <summary>Reads lists of the desk.</summary>
public static class DeskRows
{
    /// <summary>Reads some releases with the columns of a list.</summary>
    public static async Task<List<DeskRow>> RowsAsync(this IQueryable<Release> releases, PortalDb db, int count, CancellationToken cancel) =>
        await db.WithZonesAsync(await db.Columns(releases.Take(count)).ToListAsync(cancel), cancel);

    /// <summary>Reads the first of a list with its columns.</summary>
    public static async Task<List<DeskRow>> RowsAsync(this DeskList list, PortalDb db, Publications publications, int count, DateTimeOffset now, CancellationToken cancel) =>
        await db.WithZonesAsync(await list.ReadAsync(db, publications, count, now, db.Columns, cancel), cancel);

    private static IQueryable<DeskRow> Columns(this PortalDb db, IQueryable<Release> releases) => releases.Select(r => new DeskRow
    {
        Id = r.Id,
        StoryId = r.StoryId,
        Language = r.Language,
        Headline = r.Content.Headline,
        State = r.State,
        PublishAt = r.PublishAt,
        UpdatedAt = r.UpdatedAt,
        RevisionNumber = r.RevisionNumber,
        Stale = r.StaleSentences,
        Author = db.Users.Where(u => u.Id == r.AuthorId).Select(u => u.DisplayName).FirstOrDefault(),
    }).AsNoTracking();

    private static async Task<List<DeskRow>> WithZonesAsync(this PortalDb db, List<DeskRow> rows, CancellationToken cancel)
    {
        var zones = await db.ZonesOfAsync(rows.Select(r => r.StoryId), cancel);
        return rows.ConvertAll(r => r with { Zones = [.. zones[r.StoryId]] });
    }
}
