using ScoPortal.Core.Search;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>A word or phrase of a table, found in a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Concept">What it says: the same number in every language.</param>
public readonly record struct WordHit(int Start, int Length, int Concept);

/// <summary>
/// Words and phrases of several languages with the concepts they say, found in running text: inflected forms by their stems,
/// German compounds by their parts, Chinese ones by longest match from left to right.
/// </summary>
public sealed class WordTable
{
    private const int LongestHan = 12;
    private const int ShortestPart = 3;

    private readonly record struct Phrase(string[] Stems, int Concept);

    private readonly Dictionary<(string Language, string Stem), List<Phrase>> phrases = [];
    private readonly Dictionary<string, List<int>> han = [];

    /// <summary>Adds a form. Forms without a letter are passed over, and Chinese ones of a single character, which says too much.</summary>
    /// <param name="language">Two-letter code.</param>
    /// <param name="form">As a dictionary has it.</param>
    /// <param name="concept">Any number.</param>
    public void Add(string language, string form, int concept)
    {
        if (language == "zh")
        {
            var simple = Han.Simplify(form.Trim());
            if (simple.Length is < 2 or > LongestHan)
                return;
            if (!han.TryGetValue(simple, out var concepts))
                han[simple] = concepts = [];
            if (!concepts.Contains(concept))
                concepts.Add(concept);
            return;
        }

        var stems = TextAnalyzer.Analyze(form, language).Select(t => Stem(t, language)).ToArray();
        if (stems.Length is 0 or > 8)
            return;
        if (!phrases.TryGetValue((language, stems[0]), out var same))
            phrases[(language, stems[0])] = same = [];
        if (!same.Exists(p => p.Concept == concept && p.Stems.AsSpan().SequenceEqual(stems)))
            same.Add(new(stems, concept));
    }

    /// <summary>Every word and phrase of a text, in reading order; those inside longer ones too, except in Chinese.</summary>
    public IReadOnlyList<WordHit> In(string text, string language) => In(text, language, TextAnalyzer.Analyze(text, language));

    internal List<WordHit> In(string text, string language, IReadOnlyList<Token> tokens)
    {
        var hits = new List<WordHit>();
        if (language == "zh")
            InHan(Han.Simplify(text), hits);
        var stems = tokens.Select(t => t.Kind == TokenKind.Word ? Stem(t, language) : "").ToArray();
        for (var i = 0; i < stems.Length; i++)
            if (stems[i].Length > 0 && !At(tokens, stems, i, language, hits) && language == "de")
                Parts(tokens[i], hits);
        return hits;
    }

    private bool At(IReadOnlyList<Token> tokens, string[] stems, int at, string language, List<WordHit> hits)
    {
        if (!phrases.TryGetValue((language, stems[at]), out var starting))
            return false;
        var found = false;
        foreach (var (words, concept) in starting)
        {
            if (at + words.Length > stems.Length || !stems.AsSpan(at, words.Length).SequenceEqual(words))
                continue;
            hits.Add(new(tokens[at].Start, tokens[at + words.Length - 1].End - tokens[at].Start, concept));
            found = true;
        }

        return found;
    }

    private void InHan(string text, List<WordHit> hits)
    {
        var lookup = han.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            var length = 1;
            if (text[i] >= '\u3400')
                for (var longest = Math.Min(LongestHan, text.Length - i); longest > 1; longest--)
                    if (lookup.TryGetValue(text.AsSpan(i, longest), out var concepts))
                    {
                        foreach (var concept in concepts)
                            hits.Add(new(i, longest, concept));
                        length = longest;
                        break;
                    }

            i += length;
        }
    }

    // Hafenverwaltung = Hafen + Verwaltung; a linking s, n, en or es may stand between.
    private void Parts(Token token, List<WordHit> hits)
    {
        var word = token.Surface;
        if (word.Length < 8)
            return;
        for (var at = word.Length - ShortestPart; at >= ShortestPart; at--)
        {
            if (Single(word[at..]) is not { } tail)
                continue;
            var head = Single(word[..at]) ?? (word[at - 1] is 's' or 'n' && at > 4 ? Single(word[..(at - 1)]) ?? (word[at - 2] == 'e' ? Single(word[..(at - 2)]) : null) : null);
            if (head is null)
                continue;
            foreach (var part in head.Concat(tail))
                hits.Add(new(token.Start, token.Length, part.Concept));
            return;
        }
    }

    private List<Phrase>? Single(string word) =>
        phrases.TryGetValue(("de", Stemming.Stem(ref word, "de")), out var same) && same.FindAll(p => p.Stems.Length == 1) is { Count: > 0 } single ? single : null;

    // French has no stemmer in Search; plural and feminine endings are what differs most.
    private static string Stem(Token token, string language)
    {
        if (language != "fr" || token.Text.Length < 5)
            return token.Text;
        var stem = token.Text.AsSpan().TrimEnd("sx");
        if (stem.Length > 4 && stem[^1] == 'e')
            stem = stem[..^1];
        return stem.ToString();
    }
}
