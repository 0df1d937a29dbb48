using ScoPortal.Core.Terms;

namespace ScoPortal.Data.Queries;

/// <summary>The glossary, by key. The order is served by an index, and so are the forms of each term.</summary>
public static class GlossaryTerms
{
    /// <summary>
    /// Those whose key or one of whose forms, in any language, holds <paramref name="text"/>; all when it is empty.
    /// </summary>
    public static IQueryable<Term> Saying(this IQueryable<Term> terms, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return terms;
        var (typed, small, large, title) = Spellings.Of(text.Trim());
        return terms.Where(t => t.Key.Contains(small)
            || t.Forms.Any(f => f.Text.Contains(typed) || f.Text.Contains(small) || f.Text.Contains(large) || f.Text.Contains(title)));
    }

    /// <summary>Those without a form in <paramref name="language"/>; all when it is null.</summary>
    public static IQueryable<Term> Missing(this IQueryable<Term> terms, string? language) =>
        language is null ? terms : terms.Where(t => !t.Forms.Any(f => f.Language == language));

    /// <summary>Those with a form of that status; all when it is null.</summary>
    public static IQueryable<Term> With(this IQueryable<Term> terms, TermStatus? status) =>
        status is null ? terms : terms.Where(t => t.Forms.Any(f => f.Status == status));

    /// <summary>By key, from behind <paramref name="key"/> on; from the first when it is null.</summary>
    public static IQueryable<Term> ByKey(this IQueryable<Term> terms, string? key = null) =>
        (string.IsNullOrEmpty(key) ? terms : terms.Where(t => string.Compare(t.Key, key) > 0)).OrderBy(t => t.Key);
}
