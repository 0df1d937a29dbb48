using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;

namespace ScoPortal.Web.Areas.Admin.Pages.Pairs;

/// <summary>One of two releases that may be versions of one story.</summary>
public sealed record PairText(int Id, int StoryId, string Language, ReleaseContent Content, ReleaseState State, DateTimeOffset? PublishAt, IReadOnlyList<string> Versions)
{
    /// <summary>How many paragraphs its text has.</summary>
    public int Paragraphs => Content.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;

    /// <summary>The day that it is dated, or else was published.</summary>
    public DateOnly? Day => Content.Dateline.Date?.Date ?? (PublishAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null);
}

/// <summary>Two releases that may be versions of one story.</summary>
public sealed record PairRow(int Id, double Score, string Evidence, PairText Newer, PairText Older, IReadOnlyList<int> Zones, SuggestionState State, string? By, DateTimeOffset? At)
{
    /// <summary>In whole percent, rounded down.</summary>
    public int Percent => InPercent(Score);

    /// <summary>A score in whole percent, rounded down, but for what is lost by counting in binary.</summary>
    public static int InPercent(double score) => (int)Math.Floor(Math.Round(score * 100, 6));

    /// <summary>Key of the one that is dated earlier; null where they are not, or alike.</summary>
    public int? Earlier => Older.Day is { } older && Newer.Day is { } newer && older != newer ? (older < newer ? Older.Id : Newer.Id) : null;

    /// <summary>It can be decided on.</summary>
    public bool IsOpen => State is SuggestionState.Open or SuggestionState.Later;
}

/// <summary>Reads suggested pairs.</summary>
public static class PairRows
{
    /// <summary>With what a list or a page shows.</summary>
    public static IQueryable<PairRow> Rows(this IQueryable<Suggestion> pairs, PortalDb db) => pairs.Select(s => new PairRow(
        s.Id, s.Score, s.Evidence,
        new PairText(s.Release.Id, s.Release.StoryId, s.Release.Language, s.Release.Content, s.Release.State, s.Release.PublishAt, db.Releases.Where(r => r.StoryId == s.Release.StoryId).OrderBy(r => r.Id).Select(r => r.Language).ToList()),
        new PairText(s.Other.Id, s.Other.StoryId, s.Other.Language, s.Other.Content, s.Other.State, s.Other.PublishAt, db.Releases.Where(r => r.StoryId == s.Other.StoryId).OrderBy(r => r.Id).Select(r => r.Language).ToList()),
        s.Release.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).ToList(),
        s.State, s.DecidedBy, s.DecidedAt)).AsNoTracking().AsSplitQuery();
}
