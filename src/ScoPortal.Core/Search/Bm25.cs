namespace ScoPortal.Core.Search;

/// <summary>
/// How well a word fits a text: Okapi BM25 with k1 = 1.2 and b = 0.75 and columns that count differently (Robertson, Zaragoza, "The
/// Probabilistic Relevance Framework", 2009). A text fits a query as well as all its words do together.
/// </summary>
public static class Bm25
{
    /// <summary>What an occurrence in a headline counts, where one in the body counts 1.</summary>
    public const int Headline = 10;

    /// <summary>What an occurrence in a standfirst counts.</summary>
    public const int Summary = 4;

    /// <summary>What an occurrence in the body counts.</summary>
    public const int Body = 1;

    private const float K1 = 1.2f;
    private const float B = 0.75f;

    /// <summary>How much it says that a text has the word: the more, the fewer have it. Above 0.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="having">Those that have the word; at most all.</param>
    public static float Rarity(int texts, int having) => (float)Math.Log(1 + ((texts - having + 0.5) / (having + 0.5)));

    /// <summary>How much of a text the word is: from 0 towards 2.2, the less, the longer the text is.</summary>
    /// <param name="occurrences">Each counted as its column does.</param>
    /// <param name="length">Words of the text, where an average one has 1.</param>
    public static float Share(float occurrences, float length) => occurrences * (K1 + 1) / (occurrences + (K1 * (1 - B)) + (K1 * B * length));
}
