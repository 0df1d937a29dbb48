using System.Globalization;
using ScoPortal.Core.Terms;

namespace ScoPortal.Data.Queries;

/// <summary>The glossary, by key. The order is served by an index, and so are the forms of each term.</summary>
public static class GlossaryTerms
{
    /// <summary>
    /// Those whose key or one of whose forms, in any language, holds <paramref name="text"/>; all when it is empty. Engines
    /// differ in what they hold for the same letter, so it is looked for as typed, in small letters, in capitals, and with
    /// one capital in front.
    /// </summary>
    public static IQueryable<Term> Saying(this IQueryable<Term> terms, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return terms;
        var (typed, small) = (text.Trim(), text.Trim().ToLowerInvariant());
        var (large, title) = (typed.ToUpperInvariant(), StringInfo.GetNextTextElement(small).ToUpperInvariant() + small[StringInfo.GetNextTextElementLength(small)..]);
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
