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

    /// <summary>A version of it was begun at this instant or later, and before <see cref="Until"/>; in UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>A version of it was begun before this instant, and not before <see cref="Since"/>; in UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>It has one of these releases, as the search index found them.</summary>
    public IReadOnlyList<int>? ReleaseIds { get; init; }
}

/// <summary>
/// Stories for the translation board, as keys: the key of a story goes by its arrival. Every filter is a set of keys with an index of its own; the
/// one that may be rarest is read in order, the others are asked for each key.
/// </summary>
public static class BoardStories
{
    /// <summary>Those that fit, in no order yet; some more than once.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="languages">The languages of the portal, each of which a story may lack.</param>
    public static IQueryable<int> OnBoard(this PortalDb db, BoardFilter filter, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(languages);
        List<IQueryable<int>> sets = [.. db.Sets(filter)];
        var found = sets.Count > 0 ? sets[0] : db.Stories.Select(s => s.Id).Where(story => db.Releases.Any(r => r.StoryId == story));
        foreach (var set in sets.Skip(1))
            found = found.Where(story => set.Any(other => other == story));
        return filter switch
        {
            { State: BoardState.Missing, Language: { } lacks } => found.Where(story => !db.Releases.Any(r => r.StoryId == story && r.Language == lacks)),
            { State: BoardState.Missing } => found.Where(story => db.Releases.Count(r => r.StoryId == story && languages.Contains(r.Language)) < languages.Count),
            { State: null, AccountId: null, Language: { } language } => found.Where(story => db.Releases.Any(r => r.StoryId == story && r.Language == language)),
            _ => found,
        } is var fitting && filter.Original is { } original
            ? fitting.Where(story => db.Releases.Any(r => r.StoryId == story && r.Language == original && r.TranslatedFromId == null))
            : fitting;
    }

    /// <summary>Each once, newest first, before the story with that key, which is left out.</summary>
    public static IQueryable<int> Onwards(this IQueryable<int> stories, int? before) =>
        stories.Where(story => story < (before ?? int.MaxValue)).Once().OrderByDescending(story => story);

    /// <summary>Each once, the other way: those after the story with that key, the nearest first.</summary>
    public static IQueryable<int> Backwards(this IQueryable<int> stories, int after) => stories.Where(story => story > after).Once().OrderBy(story => story);

    /// <summary>Each once. By GROUP BY, which an index can serve in its order; DISTINCT would stand apart from the order.</summary>
    public static IQueryable<int> Once(this IQueryable<int> stories) => stories.GroupBy(story => story).Select(same => same.Key);

    /// <summary>Suggested pairs of language versions that nobody has decided on and that can be linked.</summary>
    public static IQueryable<Suggestion> OpenPairs(this PortalDb db) => db.Suggestions.Pairs(db, SuggestionState.Open);

    // The rarest first, as things go in a newsroom.
    private static IEnumerable<IQueryable<int>> Sets(this PortalDb db, BoardFilter filter)
    {
        // Wrapped, so that SQLite goes by the state and not by an index of the language.
        var none = "";
        var releases = filter is { Language: { } language, State: not null } ? db.Releases.Where(r => r.Language + none == language) : db.Releases;
        if (filter.ReleaseIds is { } ids)
            yield return db.Releases.Where(r => ids.Contains(r.Id)).Select(r => r.StoryId);
        if (filter.AccountId is { } account)
            yield return db.Assignments.Where(a => a.AccountId == account && (filter.Language == null || a.Language == filter.Language)
                && !db.Releases.Any(r => r.StoryId == a.StoryId && r.Language == a.Language && r.State >= ReleaseState.Approved && r.StaleSentences == 0)).Select(a => a.StoryId);
        if (filter.State is BoardState.HandedIn)
            yield return db.TranslationDrafts.Where(d => d.SubmittedAt != null && (filter.Language == null || d.Language == filter.Language))
                .Select(d => db.Releases.Where(r => r.Id == d.ReleaseId).Select(r => r.StoryId).First());
        if (filter.State is BoardState.Suggested)
            yield return db.OpenPairs().Where(p => filter.Language == null || p.Other.Language == filter.Language).Select(p => p.Release.StoryId)
                .Union(db.OpenPairs().Where(p => filter.Language == null || p.Release.Language == filter.Language).Select(p => p.Other.StoryId));
        if (filter.State is BoardState.Review)
            yield return releases.Where(r => r.State == ReleaseState.InReview).Select(r => r.StoryId);
        if (filter.State is BoardState.Draft)
            yield return releases.Where(r => r.State == ReleaseState.Draft).Select(r => r.StoryId);
        if (filter.State is BoardState.Outdated)
            yield return releases.Where(r => r.StaleSentences > 0 && r.State != ReleaseState.Withdrawn).Select(r => r.StoryId);
        if ((filter.Since ?? filter.Until) is not null)
            yield return db.Releases.Where(r => r.CreatedAt >= (filter.Since ?? DateTimeOffset.MinValue) && r.CreatedAt < (filter.Until ?? DateTimeOffset.MaxValue)).Select(r => r.StoryId);
        if (filter.ZoneId is { } zone)
            yield return db.Set<Dictionary<string, object>>("StoryZone").Where(z => (int)z["ZoneId"] == zone).Select(z => (int)z["StoryId"]);
    }
}
