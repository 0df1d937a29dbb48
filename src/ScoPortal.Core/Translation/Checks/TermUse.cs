namespace ScoPortal.Core.Translation.Checks;

/// <summary>Whether a sentence uses a form in any inflection, compound, derivation or order of words.</summary>
internal static class TermUse
{
    // What names end in when they become adjectives or people.
    private static readonly HashSet<string> Derived = [.. "isch er ian an n es ese i ish ic ийск йск ск еск янск анск ецк ец ц ян ан к".Split(' ')];

    public static bool Uses(TermText sentence, CompiledForm form)
    {
        if (sentence.Language == "zh" && form.Words[0].IsIdeograph)
            return string.Concat(sentence.Words.Select(w => w.Folded)).Contains(string.Concat(form.Words.Select(w => w.Folded)), StringComparison.Ordinal);
        var telling = form.Words.Where(w => w.Folded.Length > 3 || w.IsAcronym).ToList();
        return (telling.Count > 0 ? telling : form.Words).All(wanted => sentence.Words.Any(word => IsLike(wanted, word, sentence.Language)));
    }

    private static bool IsLike(TermWord wanted, TermWord word, string language)
    {
        if (wanted.IsAcronym)
            return word.Written == wanted.Written;
        if (wanted.Stem == word.Stem || (wanted.Stem.Length > 3 && word.Stem.StartsWith(wanted.Stem, StringComparison.Ordinal)))
            return true;
        if (language == "de" && wanted.Stem.Length > 4 && word.Folded.Contains(wanted.Stem, StringComparison.Ordinal))
            return true;

        if (language == "de" && wanted.Stem.Length > 7 && wanted.Stem.EndsWith("land", StringComparison.Ordinal) && word.Stem.StartsWith(wanted.Stem[..^4], StringComparison.Ordinal))
            return true; // Russland, russisch

        // Inflection that changes the end of the stem, and what is made of names: China, Chinese; Туркменистан, туркменский.
        var common = wanted.Stem.AsSpan().CommonPrefixLength(word.Stem);
        return (common >= Math.Max(4, wanted.Stem.Length - 2) && word.Stem.Length - common < 3)
            || (language == "ru" && wanted.Folded.AsSpan().CommonPrefixLength(word.Folded) >= Math.Max(3, wanted.Folded.Length - 1) && word.Folded.Length - wanted.Folded.Length < 4)
            || (char.IsUpper(wanted.Written[0]) && common > 2 && wanted.Stem.Length - common < 6 && Derived.Contains(word.Stem[common..]));
    }
}
