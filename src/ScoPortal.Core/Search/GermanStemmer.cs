namespace ScoPortal.Core.Search;

/// <summary>
/// Light German stemmer (UniNE): strips the endings of plural and case from nouns and adjectives, and nothing else.
/// Source: Jacques Savoy, "Light Stemming Approaches for the French, Portuguese, German and Hungarian Languages",
/// ACM SAC 2006, pages 1031–1035, https://doi.org/10.1145/1141277.1141523; rules at http://members.unine.ch/jacques.savoy/clef/.
/// Umlauts arrive folded (ä is a), so Hafen and Häfen share a stem.
/// </summary>
internal static class GermanStemmer
{
    /// <param name="word">Folded: letters a to z.</param>
    public static string Stem(string word)
    {
        var length = Degree(word, Case(word, word.Length));
        return length == word.Length ? word : word[..length];
    }

    /// <summary>Step 1: -ern, -em -en -er -es, -e, and -s after a consonant that can carry it.</summary>
    private static int Case(string w, int n) => n switch
    {
        > 5 when w.EndsWith("ern", StringComparison.Ordinal) => n - 3,
        > 4 when w[n - 2] == 'e' && w[n - 1] is 'm' or 'n' or 'r' or 's' => n - 2,
        > 3 when w[n - 1] == 'e' => n - 1,
        > 3 when w[n - 1] == 's' && CarriesEnding(w[n - 2]) => n - 1,
        _ => n,
    };

    /// <summary>Step 2: -est, -er -en, and -st after a consonant that can carry it.</summary>
    private static int Degree(string w, int n) => n switch
    {
        > 5 when w[n - 3] == 'e' && w[n - 2] == 's' && w[n - 1] == 't' => n - 3,
        > 4 when w[n - 2] == 'e' && w[n - 1] is 'r' or 'n' => n - 2,
        > 4 when w[n - 2] == 's' && w[n - 1] == 't' && CarriesEnding(w[n - 3]) => n - 2,
        _ => n,
    };

    private static bool CarriesEnding(char c) => c is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't';
}
