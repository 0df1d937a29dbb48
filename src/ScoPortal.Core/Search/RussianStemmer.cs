namespace ScoPortal.Core.Search;

/// <summary>
/// The Snowball stemmer for Russian. Source: Martin Porter and Richard Boulton, "Russian stemming algorithm", Snowball, 2002,
/// https://snowballstem.org/algorithms/russian/stemmer.html. Endings are sought after the first vowel (RV); those of the
/// first groups count only after а or я. ё arrives folded to е.
/// </summary>
internal static class RussianStemmer
{
    private static readonly string[] Gerunds = ["ившись", "ывшись", "вшись", "ивши", "ывши", "вши", "ив", "ыв", "в"];
    private static readonly string[] AfterAGerunds = ["вшись", "вши", "в"];

    private static readonly string[] Adjectives =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом",
        "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] Participles = ["ивш", "ывш", "ующ", "ем", "нн", "вш", "ющ", "щ"];
    private static readonly string[] AfterAParticiples = ["ем", "нн", "вш", "ющ", "щ"];

    private static readonly string[] Verbs =
    [
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь",
        "ете", "йте", "ешь", "нно", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую",
        "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "ю", "й", "л", "н",
    ];

    private static readonly string[] AfterAVerbs =
        ["ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н"];

    private static readonly string[] Nouns =
    [
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям", "ем",
        "ам", "ом", "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я",
    ];

    /// <param name="word">Folded: letters а to я.</param>
    public static string Stem(string word)
    {
        var w = new StemBuffer(word, stackalloc char[word.Length + 1]);
        var rv = AfterFirst(word, 0, vowel: true);
        var r1 = AfterFirst(word, rv, vowel: false);
        var r2 = AfterFirst(word, AfterFirst(word, r1, vowel: true), vowel: false);

        if (!Remove(ref w, Gerunds, AfterAGerunds, rv))
        {
            if (w.EndsWith("ся", rv) || w.EndsWith("сь", rv))
                w.Length -= 2;
            if (Remove(ref w, Adjectives, [], rv))
                Remove(ref w, Participles, AfterAParticiples, rv);
            else if (!Remove(ref w, Verbs, AfterAVerbs, rv))
                Remove(ref w, Nouns, [], rv);
        }

        if (w.EndsWith("и", rv))
            w.Length--;
        if (w.Longest(["ость", "ост"], r2) is { } derivational)
            w.Length -= derivational.Length;
        if (w.Longest(["ейше", "ейш"], rv) is { } superlative)
        {
            w.Length -= superlative.Length;
            Undouble(ref w, rv);
        }
        else if (!Undouble(ref w, rv) && w.EndsWith("ь", rv))
        {
            w.Length--;
        }
        return w.ToString();
    }

    /// <summary>Removes the longest ending in RV; an ending of the first group only when а or я, itself in RV, comes before it.</summary>
    private static bool Remove(ref StemBuffer w, string[] endings, string[] afterA, int rv)
    {
        if (w.Longest(endings, rv) is not { } ending)
            return false;
        var before = w.Length - ending.Length - 1;
        if (Array.IndexOf(afterA, ending) >= 0 && (before < rv || w[before] is not ('а' or 'я')))
            return false;
        w.Length -= ending.Length;
        return true;
    }

    private static bool Undouble(ref StemBuffer w, int rv)
    {
        if (!w.EndsWith("нн", rv))
            return false;
        w.Length--;
        return true;
    }

    private static int AfterFirst(string word, int from, bool vowel)
    {
        var i = from;
        while (i < word.Length && IsVowel(word[i]) != vowel)
            i++;
        return Math.Min(i + 1, word.Length);
    }

    private static bool IsVowel(char c) => c is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
