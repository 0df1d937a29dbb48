namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// Titles that lost their line break, "Port opens new line The port of Qingdao …": a capital word without any mark before it that is no name,
/// since it is an article, a preposition or the like, or since the text has it in small letters elsewhere.
/// </summary>
internal sealed class RunInTitles(string text, Abbreviations rules)
{
    private const int FewestWords = 3;
    private const int FewestBehind = 25;

    private HashSet<string>? small;
    private int from = -1;
    private int read;
    private int words;
    private int smallWords;
    private bool isQuoted;
    private int depth;

    /// <summary>A title that began at the start of a sentence ends before this place. Asked with growing places.</summary>
    public bool Ends(int start, int at)
    {
        if (start != from)
            (from, read, words, smallWords, isQuoted, depth) = (start, start, 0, 0, false, 0);
        for (; read < at; read++)
            Read(read);
        return words >= FewestWords && smallWords > 0 && !isQuoted && depth == 0 && at + FewestBehind < text.Length
            && char.IsUpper(text[at]) && text[at - 1] == ' ' && at - 2 > start && (char.IsLetterOrDigit(text[at - 2]) || text[at - 2] is '"' or '»' or '”' or '“' or ')' or '%' or '$')
            && IsNoName(at) && !IsBound(at - 2);
    }

    private void Read(int at)
    {
        if (char.IsLetter(text[at]) && (at == 0 || text[at - 1] is ' ' or '\u00a0'))
        {
            words++;
            smallWords += char.IsLower(text[at]) && !rules.Begins(Capital(Word(at))) ? 1 : 0;
        }

        isQuoted ^= text[at] is '"' or '«' or '»' or '„' or '“' or '”';
        depth = Math.Max(0, depth + (text[at] is '(' or '[' ? 1 : text[at] is ')' or ']' ? -1 : 0));
    }

    private bool IsNoName(int at)
    {
        var word = Word(at);
        if (at + word.Length >= text.Length || text[at + word.Length] is not (' ' or '\'' or '’' or ','))
            return false;
        if (rules.Begins(word) || (word.Length > 2 && string.CompareOrdinal(text, from, text, at, word.Length + 1) == 0))
            return true;
        return rules.HasCapitalNames && word.Length > 2 && (small ??= SmallWords()).Contains(word.ToLowerInvariant());
    }

    // "in The", "von Der": what is bound to the next word ends no title.
    private bool IsBound(int last)
    {
        var first = last;
        while (first > from && char.IsLetter(text[first - 1]))
            first--;
        return char.IsLower(text[first]) && rules.Begins(Capital(text[first..(last + 1)]));
    }

    private string Word(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 24 && char.IsLetter(text[end]))
            end++;
        return text[at..end];
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private HashSet<string> SmallWords()
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
            if (char.IsLower(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
                set.Add(Word(i));
        return set;
    }
}
