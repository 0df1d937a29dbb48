using System.Linq.Expressions;
using ScoPortal.Core.Stories;

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

    public required IReadOnlyList<int> Zones { get; init; }

    public required IReadOnlyList<int> Topics { get; init; }

    public required IReadOnlyList<Note> Corrections { get; init; }

    /// <summary>Keys of its pictures, in order.</summary>
    public IReadOnlyList<int> Pictures { get; init; } = [];

    public static Expression<Func<Release, Row>> Columns { get; } = r => new Row
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
        Zones = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).ToList(),
        Topics = r.Story.Topics.OrderBy(t => t.Order).Select(t => t.Id).ToList(),
        Pictures = r.Media.OrderBy(m => m.Order).Select(m => m.Item.Id).ToList(),
        Corrections = r.Corrections.OrderBy(c => c.At).Select(c => new Note(c.Note, c.At)).ToList(),
    };

    /// <summary>A public correction note.</summary>
    public sealed record Note(string Text, DateTimeOffset At);
}
