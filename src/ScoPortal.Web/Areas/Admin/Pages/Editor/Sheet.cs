using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>What the editor's pages know of a release.</summary>
public sealed record Sheet
{
    private static readonly Expression<Func<Release, Sheet>> Columns = r => new Sheet
    {
        Id = r.Id,
        StoryId = r.StoryId,
        Language = r.Language,
        Slug = r.Slug,
        Content = r.Content,
        State = r.State,
        PublishAt = r.PublishAt,
        EmbargoUntil = r.EmbargoUntil,
        WithdrawnReason = r.WithdrawnReason,
        Number = r.RevisionNumber,
        EventDate = r.Story.EventDate,
        Stale = r.StaleSentences,
        Zones = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).ToList(),
        Topics = r.Story.Topics.OrderBy(t => t.Order).Select(t => t.Id).ToList(),
    };

    public required int Id { get; init; }

    public required int StoryId { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required ReleaseContent Content { get; init; }

    public required ReleaseState State { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? EmbargoUntil { get; init; }

    public string? WithdrawnReason { get; init; }

    /// <summary>Number of the newest revision.</summary>
    public required int Number { get; init; }

    public PartialDate? EventDate { get; init; }

    /// <summary>Sentences of its source that have changed since it was translated.</summary>
    public required int Stale { get; init; }

    public required IReadOnlyList<int> Zones { get; init; }

    public required IReadOnlyList<int> Topics { get; init; }

    /// <summary>All versions of the story, this one included.</summary>
    public IReadOnlyList<VersionRow> Versions { get; private init; } = [];

    /// <summary>Readers have it, and so have its newest revision.</summary>
    public bool IsPublic(DateTimeOffset now) => DeskStates.IsPublic(State, PublishAt, now);

    /// <summary>The release with that key, or null.</summary>
    public static async Task<Sheet?> ReadAsync(PortalDb db, int id, CancellationToken cancel)
    {
        if (await db.Releases.Where(r => r.Id == id).Select(Columns).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(cancel) is not { } sheet)
            return null;
        return sheet with
        {
            Versions = await db.Releases.Where(v => v.StoryId == sheet.StoryId)
                .Select(v => new VersionRow(
                    v.Id, v.Language, v.State, v.PublishAt, v.StaleSentences,
                    v.TranslatedFromId == id && v.StaleSentences == 0))
                .ToListAsync(cancel),
        };
    }
}

/// <summary>A language version in the side panel.</summary>
/// <param name="Id">Key of the release.</param>
/// <param name="Language">Its language.</param>
/// <param name="State">How far it has come.</param>
/// <param name="PublishAt">When readers get it.</param>
/// <param name="Stale">Sentences of its source that have changed since it was translated.</param>
/// <param name="Follows">It is a translation of this release, and up to date.</param>
public sealed record VersionRow(int Id, string Language, ReleaseState State, DateTimeOffset? PublishAt, int Stale, bool Follows);

/// <summary>A line of the history.</summary>
public sealed record RevisionRow(int Number, string By, int? AccountId, DateTimeOffset At, string? Note, bool Minor)
{
    /// <summary>All revisions of a release, newest first.</summary>
    public static Task<List<RevisionRow>> ReadAsync(PortalDb db, int releaseId, CancellationToken cancel) =>
        db.Revisions.Where(r => r.Release.Id == releaseId).OrderByDescending(r => r.Number)
            .Select(r => new RevisionRow(r.Number, r.By, r.AccountId, r.At, r.Note, r.Minor)).ToListAsync(cancel);
}
