namespace ScoPortal.Core.Search;

/// <summary>Chooses the stemmer of a language.</summary>
internal static class Stemming
{
    /// <summary>The stem of a folded word; the word itself when the language has no stemmer or the letters are not its own.</summary>
    /// <param name="surface">Folded word; leaves without apostrophes and, in German, with ae, oe, ue as a, o, u.</param>
    /// <param name="language">Two-letter code.</param>
    public static string Stem(ref string surface, string language)
    {
        switch (language)
        {
            case "en" when IsLatin(surface):
                var stem = EnglishStemmer.Stem(surface);
                if (!surface.Contains('\''))
                    return stem;
                surface = surface.Replace("'", "", StringComparison.Ordinal);
                return stem.Replace("'", "", StringComparison.Ordinal);
            case "en" when surface.Contains('\''):
                return surface = surface.Replace("'", "", StringComparison.Ordinal);
            case "de" when IsLatin(surface):
                return GermanStemmer.Stem(surface = WithoutUmlautDigraphs(surface));
            case "ru" when surface.AsSpan().IndexOfAnyExceptInRange('а', 'я') < 0:
                return RussianStemmer.Stem(surface);
            default:
                return surface;
        }
    }

    private static bool IsLatin(string word)
    {
        foreach (var c in word)
            if (c is not ((>= 'a' and <= 'z') or '\''))
                return false;
        return true;
    }

    private static string WithoutUmlautDigraphs(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (word[i] == 'e' && word[i - 1] is 'a' or 'o' or 'u' && (i == 1 || !IsVowelOrQ(word[i - 2])))
                word = word.Remove(i, 1);
        return word;
    }

    private static bool IsVowelOrQ(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'q';
}
