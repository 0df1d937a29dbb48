using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Copies;

/// <summary>One of two releases that may be the same text.</summary>
public sealed record CopyText(int Id, string Language, ReleaseContent Content, ReleaseState State, DateTimeOffset? PublishAt);

/// <summary>Two releases that may be the same text.</summary>
/// <param name="Id">Key of the suggestion.</param>
/// <param name="Score">How much of both is the same, 0 to 1.</param>
/// <param name="Newer">The one that came later.</param>
/// <param name="Older">The one that was there before.</param>
/// <param name="State">What was made of it.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record CopyRow(int Id, double Score, CopyText Newer, CopyText Older, SuggestionState State, string? By, DateTimeOffset? At)
{
    /// <summary>In whole percent, rounded down: 100 is all of it.</summary>
    public int Percent => (int)Math.Floor(Score * 100);
}

/// <summary>Reads suggestions of copies.</summary>
public static class CopyRows
{
    /// <summary>Nobody has looked at them.</summary>
    public static IQueryable<Suggestion> OpenCopies(this IQueryable<Suggestion> suggestions) =>
        suggestions.Where(s => s.State == SuggestionState.Open && s.Kind == SuggestionKind.SyndicatedCopy);

    /// <summary>With what a list or a page shows.</summary>
    public static IQueryable<CopyRow> Rows(this IQueryable<Suggestion> suggestions) => suggestions.Select(s => new CopyRow(
        s.Id, s.Score,
        new CopyText(s.Release.Id, s.Release.Language, s.Release.Content, s.Release.State, s.Release.PublishAt),
        new CopyText(s.Other.Id, s.Other.Language, s.Other.Content, s.Other.State, s.Other.PublishAt),
        s.State, s.DecidedBy, s.DecidedAt)).AsNoTracking();
}
