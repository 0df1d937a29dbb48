using ScoPortal.Core.Translation.Memory;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Which words of a sentence are most likely names. A guess from capitals, neighbours and lists of places; it rather misses one than calls a common word a name.</summary>
internal static class ProperNames
{
    // A German noun beside these is a common one: "zwei Millionen Tonnen Güter".
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "Tonnen", "Tonne", "Millionen", "Million", "Milliarden", "Milliarde", "Prozent", "Euro", "Dollar", "Yuan", "Rubel", "Kilometer", "Kilometern",
        "Meter", "Metern", "Liter", "Kubikmeter", "Quadratmeter", "Hektar", "Uhr", "Ende", "Anfang", "Mitte", "Herr", "Frau", "Jahr", "Jahre", "Jahren",
    };

    private static readonly string[] CommonEndings =
        ["ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "täten", "ismus", "nis", "nisse", "nissen", "tum", "ment", "mente", "chen"];

    // They begin sentences and headlines with a capital and are no names.
    private static readonly HashSet<string> Openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "this", "that", "these", "those", "in", "on", "at", "by", "for", "from", "with", "to", "of", "as", "and", "but", "or", "if", "when", "while", "after",
        "before", "since", "until", "it", "he", "she", "they", "we", "you", "i", "his", "her", "its", "their", "our", "there", "here", "all", "both", "some", "many", "most",
        "new", "according", "under", "over", "about", "more", "other", "no", "not", "is", "are", "was", "were", "has", "have", "what", "who", "how", "why", "where",
        "в", "во", "на", "по", "с", "со", "к", "из", "от", "до", "для", "и", "а", "но", "он", "она", "они", "это", "эти", "как", "что", "при", "за", "о", "об", "у", "также",
        "der", "die", "das", "ein", "eine", "im", "am", "auf", "mit", "von", "zu", "und", "aber", "wie", "nach", "vor", "bei", "für", "aus", "es", "er", "sie", "dies", "diese",
    };

    /// <summary>The indexes, in <paramref name="words"/>, of the words that are names or parts of names. Nothing for Chinese: see <see cref="ChineseNames"/>.</summary>
    public static HashSet<int> In(string text, IReadOnlyList<SentenceWord> words, string language)
    {
        var names = new HashSet<int>();
        if (language == "zh")
            return names;
        var headline = language != "de" && IsHeadline(text, words);
        for (var i = 0; i < words.Count; i++)
            if (words[i].Kind == WordKind.Word && IsName(text, words, i, language, headline))
                names.Add(i);
        return names;
    }

    /// <summary>A country or a well-known place, in any of the languages, in its plain form.</summary>
    public static bool IsPlace(string word, int beyond = 2) => word.Length > beyond && (Countries.Code(word) ?? Cities.Country(word)) is not null;

    private static bool IsName(string text, IReadOnlyList<SentenceWord> words, int at, string language, bool headline)
    {
        var word = words[at].In(text);
        if (!char.IsUpper(word[0]) || Openers.Contains(word))
            return false;
        if (IsAcronym(word) || IsPlace(word))
            return true;
        if (headline || word.Length < 2)
            return false;

        var opens = Opens(text, words, at);
        var (before, after) = (Neighbour(text, words, at, -1), Neighbour(text, words, at, 1));
        if (language == "de")
            return (before is not null || (after is not null && !opens)) && !Measures.Contains(word)
                && !(before is not null && Measures.Contains(before)) && !(after is not null && Measures.Contains(after))
                && !CommonEndings.Any(e => word.EndsWith(e, StringComparison.Ordinal));
        return !opens || after is not null;
    }

    private static bool IsAcronym(string word) => word.Length is > 1 and < 8 && word.All(c => char.IsUpper(c) || char.IsDigit(c)) && word.Any(char.IsLetter);

    // The capitalised word that stands beside, parted by nothing but a space.
    private static string? Neighbour(string text, IReadOnlyList<SentenceWord> words, int at, int step)
    {
        var other = at + step;
        if (other < 0 || other >= words.Count || words[other].Kind != WordKind.Word)
            return null;
        var word = words[other].In(text);
        return char.IsUpper(word[0]) && !Openers.Contains(word) && (step > 0 || !Opens(text, words, other) || word.Length > 1) ? word : null;
    }

    // First word of a sentence, a quotation or what follows a colon.
    private static bool Opens(string text, IReadOnlyList<SentenceWord> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && words[before].Kind == WordKind.Mark && text[words[before].Start] is '"' or '“' or '„' or '«' or '»' or '(' or '[' or '*' or '_' or '\'' or '‘' or '‚' or '#' or '>' or '—' or '–')
            before--;
        return before < at - 1 || before < 0 || (words[before].Kind == WordKind.Mark && text[words[before].Start] is '.' or '!' or '?' or ':' or '…');
    }

    // Most longer words have capitals: capitals say nothing.
    private static bool IsHeadline(string text, IReadOnlyList<SentenceWord> words)
    {
        var longer = words.Where(w => w is { Kind: WordKind.Word, Length: > 3 }).ToList();
        return longer.Count > 3 && longer.Count(w => char.IsUpper(text[w.Start])) > longer.Count * 0.7;
    }
}
