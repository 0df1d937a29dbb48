using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Pages.News;

/// <summary>What the page of a release shows of it.</summary>
public sealed record Row
{
    public required int Id { get; init; }

    public required int StoryId { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required ReleaseContent Content { get; init; }

    public required ReleaseState State { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnReason { get; init; }

    public string? TranslatedFrom { get; init; }

    public required bool IsStale { get; init; }

    /// <summary>It is filed under something.</summary>
    public required bool HasTopics { get; init; }

    /// <summary>The public correction notes, the oldest first; stand <see cref="Around"/> it.</summary>
    public IReadOnlyList<Note> Corrections { get; init; } = [];

    private static readonly Compiled<Func<PortalDb, int, CancellationToken, Task<Row?>>> ById = new(() =>
        EF.CompileAsyncQuery((PortalDb db, int id, CancellationToken _) => db.Releases.Where(r => r.Id == id).AsNoTracking().Select(r => new Row
            {
                Id = r.Id,
                StoryId = r.StoryId,
                Language = r.Language,
                Slug = r.Slug,
                Content = r.Content,
                State = r.State,
                PublishAt = r.PublishAt,
                UpdatedAt = r.UpdatedAt,
                WithdrawnAt = r.WithdrawnAt,
                WithdrawnReason = r.WithdrawnReason,
                TranslatedFrom = r.TranslatedFrom == null ? null : r.TranslatedFrom.Language,
                IsStale = r.StaleSentences > 0,
                HasTopics = r.Story.Topics.Any(),
            }).SingleOrDefault()));

    /// <summary>The release with that key, or null.</summary>
    public static Task<Row?> FindAsync(PortalDb db, int id, CancellationToken cancel) => ById.For(db)(db, id, cancel);

    /// <summary>A public correction note.</summary>
    public sealed record Note(string Text, DateTimeOffset At);
}
