using System.Globalization;
using System.Text;

namespace ScoPortal.Core.Stories;

/// <summary>The readable part of a release's address. Keeps the script: /zh/news/7/连云港举行圆桌会议.</summary>
public static class Slug
{
    /// <summary>Longest slug in UTF-16 units.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// Letters, marks and digits of <paramref name="headline"/> in lower case, everything else one hyphen, cut at a
    /// hyphen where that loses less than half; "release" when nothing is left.
    /// </summary>
    public static string From(string headline)
    {
        var slug = new StringBuilder(MaxLength);
        foreach (var rune in Composed(headline).EnumerateRunes())
        {
            var kept = Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (slug.Length + 2 > MaxLength)
                return Cut(slug.ToString(), endsWord: !kept);
            if (kept)
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\u2019' or '\'' or '\u00AD'))
                slug.Append('-');
        }

        return slug.ToString().Trim('-') is { Length: > 0 } whole ? whole : "release";
    }

    private static string Cut(string slug, bool endsWord)
    {
        var hyphen = slug.LastIndexOf('-');
        return (endsWord || hyphen < MaxLength / 2 ? slug : slug[..hyphen]).Trim('-');
    }

    // Lone surrogates and noncharacters, which no normalisation form accepts, are no letters anyway.
    private static string Composed(string headline)
    {
        var text = new StringBuilder(headline.Length);
        foreach (var rune in headline.EnumerateRunes())
            text.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned ? " " : rune.ToString());
        return text.ToString().Normalize(NormalizationForm.FormC);
    }
}
