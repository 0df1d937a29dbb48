using System.Collections.Concurrent;

namespace ScoPortal.Core.Search;

/// <summary>
/// The words of a language that were stemmed once, so that a word is worked out and held in memory once, however many texts have it.
/// The first 20,000 are remembered, which are most of what any text has. Safe for concurrent use.
/// </summary>
internal sealed class KnownWords(string language)
{
    private const int Most = 20_000;
    private const int MostLanguages = 16;

    private static readonly ConcurrentDictionary<string, KnownWords> Languages = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (string Stem, string Surface)> words = new(StringComparer.Ordinal);
    private volatile bool full;

    /// <summary>Those of one language.</summary>
    public static KnownWords In(string language) =>
        Languages.TryGetValue(language, out var known) ? known
        : Languages.Count < MostLanguages ? Languages.GetOrAdd(language, code => new KnownWords(code))
        : new KnownWords(language);

    /// <summary>The stem of a folded word, and what it looks like inside a compound.</summary>
    public (string Stem, string Surface) Of(ReadOnlySpan<char> folded)
    {
        if (words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var known))
            return known;
        var word = folded.ToString();
        var surface = word;
        var stem = Stemming.Stem(ref surface, language);
        known = (stem == word ? word : stem, surface == word ? word : surface);
        // Counting locks, so that it is done while there is room.
        if (!full && words.TryAdd(word, known))
            full = words.Count >= Most;
        return known;
    }
}
