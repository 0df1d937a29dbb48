namespace ScoPortal.Core.Search;

/// <summary>
/// The Snowball stemmer for English, known as Porter2. Source: Martin Porter, "The English (Porter2) stemming algorithm",
/// Snowball, 2001, https://snowballstem.org/algorithms/english/stemmer.html. Step names are those of the source.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Special = new (string Word, string Stem)[]
    {
        ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"), ("gently", "gentl"),
        ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"),
        ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    }.ToDictionary(pair => pair.Word, pair => pair.Stem, StringComparer.Ordinal);

    private static readonly HashSet<string> KeptAfterStep1A = new(
        ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"], StringComparer.Ordinal);

    private static readonly (string From, string To)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"),
        ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"),
        ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
        ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string From, string To)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic",
    ];

    /// <param name="word">Folded: letters a to z and the apostrophe.</param>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
            return word;
        if (Special.TryGetValue(word, out var known))
            return known;
        var w = new StemBuffer(word, stackalloc char[word.Length + 2]);
        MarkConsonantY(ref w);
        var r1 = w.StartsWith("gener") || w.StartsWith("arsen") ? 5 : w.StartsWith("commun") ? 6 : Region(w, 0);
        var r2 = Region(w, r1);

        if (w.Longest(["'s'", "'s", "'"]) is { } possessive)
            w.Length -= possessive.Length;
        Plural(ref w);
        if (KeptAfterStep1A.Contains(w.ToString()))
            return w.ToString();
        PastAndGerund(ref w, r1);
        if (w.Length > 2 && w[w.Length - 1] is 'y' or 'Y' && !IsVowel(w[w.Length - 2]))
            w[w.Length - 1] = 'i';
        Derivation(ref w, Step2, r1, r2);
        Derivation(ref w, Step3, r1, r2);
        if (w.Longest(Step4) is { } residue && w.EndsWith(residue, r2)
            && (residue != "ion" || (w.Length > 3 && w[w.Length - 4] is 's' or 't')))
            w.Length -= residue.Length;
        if (w.EndsWith("e", r2) || (w.EndsWith("e", r1) && !EndsInShortSyllable(w, w.Length - 1)) || w.EndsWith("l", r2) && w.EndsWith("ll"))
            w.Length--;
        return w.ToString().Replace('Y', 'y');
    }

    private static void MarkConsonantY(ref StemBuffer w)
    {
        for (var i = 0; i < w.Length; i++)
            if (w[i] == 'y' && (i == 0 || IsVowel(w[i - 1])))
                w[i] = 'Y';
    }

    private static void Plural(ref StemBuffer w)
    {
        if (w.EndsWith("sses"))
            w.Length -= 2;
        else if (w.EndsWith("ied") || w.EndsWith("ies"))
            w.Length -= w.Length > 4 ? 2 : 1;
        else if (w.EndsWith("s") && !w.EndsWith("us") && !w.EndsWith("ss") && HasVowel(w, w.Length - 2))
            w.Length--;
    }

    private static void PastAndGerund(ref StemBuffer w, int r1)
    {
        if (w.Longest(["ingly", "eedly", "edly", "eed", "ing", "ed"]) is not { } ending)
            return;
        if (ending.StartsWith("ee", StringComparison.Ordinal))
        {
            if (w.EndsWith(ending, r1))
                w.Replace(ending.Length, "ee");
            return;
        }
        if (!HasVowel(w, w.Length - ending.Length))
            return;
        w.Length -= ending.Length;
        if (w.EndsWith("at") || w.EndsWith("bl") || w.EndsWith("iz"))
            w.Replace(0, "e");
        else if (w.Length > 1 && w[w.Length - 1] == w[w.Length - 2] && w[w.Length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't')
            w.Length--;
        else if (r1 >= w.Length && EndsInShortSyllable(w, w.Length))
            w.Replace(0, "e");
    }

    private static void Derivation(ref StemBuffer w, (string From, string To)[] endings, int r1, int r2)
    {
        foreach (var (from, to) in endings)
        {
            if (!w.EndsWith(from))
                continue;
            var before = w.Length > from.Length ? w[w.Length - from.Length - 1] : '\0';
            var allowed = from switch
            {
                "ogi" => before == 'l',
                "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                "ative" => w.EndsWith(from, r2),
                _ => true,
            };
            if (allowed && w.EndsWith(from, r1))
                w.Replace(from.Length, to);
            return;
        }
    }

    /// <summary>The place after the first non-vowel that follows a vowel.</summary>
    private static int Region(StemBuffer w, int from)
    {
        for (var i = from + 1; i < w.Length; i++)
            if (IsVowel(w[i - 1]) && !IsVowel(w[i]))
                return i + 1;
        return w.Length;
    }

    private static bool EndsInShortSyllable(StemBuffer w, int n) =>
        n == 2 ? IsVowel(w[0]) && !IsVowel(w[1])
        : n > 2 && !IsVowel(w[n - 3]) && IsVowel(w[n - 2]) && !IsVowel(w[n - 1]) && w[n - 1] is not ('w' or 'x' or 'Y');

    private static bool HasVowel(StemBuffer w, int before)
    {
        for (var i = 0; i < before; i++)
            if (IsVowel(w[i]))
                return true;
        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
