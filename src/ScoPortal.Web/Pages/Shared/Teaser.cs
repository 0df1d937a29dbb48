using System.Linq.Expressions;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Pages.Shared;

/// <summary>A release as lists show it.</summary>
public record Teaser
{
    public required int Id { get; init; }

    public required int StoryId { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public string? Summary { get; init; }

    public string? Issuer { get; init; }

    public string? Facts { get; init; }

    public required DateTimeOffset PublishAt { get; init; }

    public required ReleaseState State { get; init; }

    public required bool IsTranslation { get; init; }

    /// <summary>Key of the first of its zones; 0 where it is about none.</summary>
    public required int Zone { get; init; }

    /// <summary>Key of the first of its topics; 0 where it has none.</summary>
    public required int Topic { get; init; }

    /// <summary>The columns a list needs, and no more.</summary>
    public static Expression<Func<Release, Teaser>> Columns { get; } = r => new Teaser
    {
        Id = r.Id,
        StoryId = r.StoryId,
        Language = r.Language,
        Slug = r.Slug,
        Headline = r.Content.Headline,
        Summary = r.Content.Summary,
        Issuer = r.Content.Issuer,
        Facts = r.Content.Facts,
        PublishAt = r.PublishAt!.Value,
        State = r.State,
        IsTranslation = r.TranslatedFromId != null,
        Zone = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).FirstOrDefault(),
        Topic = r.Story.Topics.OrderBy(t => t.Order).Select(t => t.Id).FirstOrDefault(),
    };

    /// <summary>Its own page.</summary>
    public string Path => Links.Release(Language, Id, Slug);
}

/// <summary>A language version that visitors may open.</summary>
public sealed record Version(int Id, string Language, string Slug, DateTimeOffset PublishAt, bool IsOriginal, bool IsStale)
{
    /// <summary>Its own page.</summary>
    public string Path => Links.Release(Language, Id, Slug);
}
