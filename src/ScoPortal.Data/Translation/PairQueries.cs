using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Translation;

/// <summary>Suggestions of releases that may be versions of one story.</summary>
public static class PairQueries
{
    /// <summary>Those in a state; of those that are still to be decided, only what can be linked.</summary>
    /// <param name="suggestions">All suggestions.</param>
    /// <param name="db">The database.</param>
    /// <param name="state">What was made of them.</param>
    public static IQueryable<Suggestion> Pairs(this IQueryable<Suggestion> suggestions, PortalDb db, SuggestionState state)
    {
        var pairs = suggestions.Where(s => s.Kind == SuggestionKind.Translation && s.State == state);
        return state is SuggestionState.Open or SuggestionState.Later
            ? pairs.Where(s => s.Release.StoryId != s.Other.StoryId
                && !db.Releases.Any(r => r.StoryId == s.Release.StoryId && db.Releases.Any(o => o.StoryId == s.Other.StoryId && o.Language == r.Language)))
            : pairs;
    }

    /// <summary>Open ones whose releases are of one story by now, or of stories that have a language in common.</summary>
    internal static IQueryable<Suggestion> Impossible(this IQueryable<Suggestion> suggestions, PortalDb db) => suggestions.Where(
        s => s.Kind == SuggestionKind.Translation && s.State == SuggestionState.Open && (s.Release.StoryId == s.Other.StoryId
            || db.Releases.Any(r => r.StoryId == s.Release.StoryId && db.Releases.Any(o => o.StoryId == s.Other.StoryId && o.Language == r.Language))));
}
