using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Data.Queries;

/// <summary>What the board looks for in a story.</summary>
public enum BoardState
{
    /// <summary>A language version does not exist.</summary>
    Missing = 1,

    /// <summary>One is being written.</summary>
    Draft,

    /// <summary>One waits for an editor's eye.</summary>
    Review,

    /// <summary>The source of one has changed since it was translated.</summary>
    Outdated,

    /// <summary>A release that may be a version of it is suggested.</summary>
    Suggested,

    /// <summary>A change of one that readers have was handed in.</summary>
    HandedIn,
}

/// <summary>Which stories the board shows; what is null does not matter.</summary>
public sealed record BoardFilter
{
    /// <summary>Something in it is so.</summary>
    public BoardState? State { get; init; }

    /// <summary>The language that <see cref="State"/> and <see cref="AccountId"/> are about; without a state, one that the story has. BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>It began in this language: a release that was translated from none.</summary>
    public string? Original { get; init; }

    /// <summary>About this zone.</summary>
    public int? ZoneId { get; init; }

    /// <summary>This account is to write a version of it, or to bring one up to date, and has not yet.</summary>
    public int? AccountId { get; init; }

    /// <summary>A version of it was begun at this instant or later, in UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>A version of it was begun before this instant, in UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>It has one of these releases, as the search index found them.</summary>
    public IReadOnlyList<int>? ReleaseIds { get; init; }
}

/// <summary>Stories for the translation board: by keys, so that the last page is as quick as the first.</summary>
public static class BoardStories
{
    /// <summary>Those that fit, in no order yet; the key of a story goes by its arrival.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="languages">The languages of the portal, each of which a story may lack.</param>
    public static IQueryable<Story> OnBoard(this PortalDb db, BoardFilter filter, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (stories, releases) = (db.Stories.Where(s => s.Releases.Any()), db.Releases.AsQueryable());
        if (filter.Language is { } language)
            releases = releases.Where(r => r.Language == language);

        stories = filter.State switch
        {
            BoardState.Missing when filter.Language is { } lacks => stories.Where(s => !s.Releases.Any(r => r.Language == lacks)),
            BoardState.Missing => stories.Where(s => s.Releases.Count(r => languages.Contains(r.Language)) < languages.Count),
            BoardState.Draft => stories.Having(releases.Where(r => r.State == ReleaseState.Draft)),
            BoardState.Review => stories.Having(releases.Where(r => r.State == ReleaseState.InReview)),
            BoardState.Outdated => stories.Having(releases.Where(r => r.StaleSentences > 0 && r.State != ReleaseState.Withdrawn)),
            BoardState.HandedIn => stories.Having(releases.Where(r => db.TranslationDrafts.Where(d => d.SubmittedAt != null).Select(d => d.ReleaseId).Contains(r.Id))),
            BoardState.Suggested => stories.Where(s => db.OpenPairs().Where(p => filter.Language == null || p.Other.Language == filter.Language).Select(p => p.Release.StoryId)
                .Union(db.OpenPairs().Where(p => filter.Language == null || p.Release.Language == filter.Language).Select(p => p.Other.StoryId)).Contains(s.Id)),
            _ when filter.Language is not null && filter.AccountId is null => stories.Having(releases),
            _ => stories,
        };
        if (filter.Original is { } original)
            stories = stories.Where(s => s.Releases.Any(r => r.Language == original && r.TranslatedFromId == null));
        if (filter.ZoneId is { } zone)
            stories = stories.Where(s => s.Zones.Any(z => z.Id == zone));
        if (filter.AccountId is { } account)
            stories = stories.Where(s => db.Assignments.Any(a => a.StoryId == s.Id && a.AccountId == account && (filter.Language == null || a.Language == filter.Language)
                && !s.Releases.Any(r => r.Language == a.Language && r.State >= ReleaseState.Approved && r.StaleSentences == 0)));
        if (filter.Since is { } since)
            stories = stories.Where(s => s.Releases.Any(r => r.CreatedAt >= since));
        if (filter.Until is { } until)
            stories = stories.Where(s => s.Releases.Any(r => r.CreatedAt < until));
        if (filter.ReleaseIds is { } ids)
            stories = stories.Where(s => s.Releases.Any(r => ids.Contains(r.Id)));
        return stories;
    }

    /// <summary>Suggested pairs of language versions that nobody has decided on and that can be linked.</summary>
    public static IQueryable<Suggestion> OpenPairs(this PortalDb db) => db.Suggestions.Pairs(db, SuggestionState.Open);

    // A list of keys from an index, rather than a look at every story.
    private static IQueryable<Story> Having(this IQueryable<Story> stories, IQueryable<Release> releases) =>
        stories.Where(s => releases.Select(r => r.StoryId).Contains(s.Id));
}
