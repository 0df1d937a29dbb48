namespace ScoPortal.Core.Translation.Memory;

/// <summary>
/// How like two sentences are, in per cent: 100·(1 − distance / weight of the longer sentence), rounded down. The formula is the fuzzy
/// match score of Philipp Koehn and Jean Senellart, "Convergence of Translation Memory and Statistical Machine Translation",
/// AMTA Workshop on MT Research and the Translation Industry, 2010, over words (characters in Chinese) with the weights of
/// a word 1, a sign 0.3; another ending 0.5, number 0.3, case 0.1, sign 0.1.
/// </summary>
public static class Likeness
{
    /// <summary>The per cent of two sentences.</summary>
    /// <param name="one">Plain text or inline Markdown.</param>
    /// <param name="other">Another sentence of the same language.</param>
    /// <param name="language">Two-letter code; decides which endings are endings.</param>
    /// <returns>0 to 100; 100 only where nothing but white space differs.</returns>
    public static int Percent(string one, string other, string language)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var vocabulary = new Vocabulary(language);
        var first = Units(vocabulary, one);
        return Percent(first, Units(vocabulary, other), 0);
    }

    /// <summary>The per cent, or 0 when it is below <paramref name="minimum"/>.</summary>
    internal static int Percent(ReadOnlySpan<Unit> one, ReadOnlySpan<Unit> other, int minimum)
    {
        var longer = Math.Max(EditDistance.Weight(one), EditDistance.Weight(other));
        var limit = longer * (100 - minimum) / 100;
        var distance = EditDistance.Between(one, other, limit);
        return distance == 0 ? 100 : distance > limit ? 0 : Math.Min(99, 100 * (longer - distance) / longer);
    }

    private static Unit[] Units(Vocabulary vocabulary, string sentence) => [.. vocabulary.Add(sentence).Select(number => vocabulary[number])];
}
