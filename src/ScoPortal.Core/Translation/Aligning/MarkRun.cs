namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Marks such as ".", "?!" or "。" with the closing quotes and brackets behind them, and whether a sentence ends there.</summary>
internal readonly ref struct MarkRun
{
    // No abbreviation and no ordinal is longer: what is before a mark is read no further back.
    private const int LongestWord = 24;
    private const int LongestOrdinal = 3;

    private readonly string text;
    private readonly int start;
    private readonly int mark;
    private readonly int end;
    private readonly bool isHan;

    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where the sentence began.</param>
    /// <param name="mark">The first of the marks.</param>
    /// <param name="end">Behind the last of them.</param>
    /// <param name="isQuoted">A quotation in straight marks is open.</param>
    public MarkRun(string text, int start, int mark, int end, bool isQuoted)
    {
        (this.text, this.start, this.mark, this.end) = (text, start, mark, end);
        isHan = Marks.IsWide(text[end - 1]) || (text[end - 1] is '!' or '?' && mark > 0 && Marks.IsHan(text[mark - 1]));
        Closed = end;
        while (Closed < text.Length && Marks.Closes(text, Closed, isHan, isQuoted))
        {
            isQuoted &= text[Closed] != '"';
            Closed++;
        }

        // « Viens ! »
        var next = SkipSpace(Closed);
        if (next > Closed && next < text.Length && text[next] == '»' && (next + 1 == text.Length || !char.IsLetterOrDigit(text[next + 1])))
            Closed = next + 1;
    }

    /// <summary>Behind the quotes and brackets that belong to the sentence.</summary>
    public int Closed { get; }

    /// <summary>A sentence ends here.</summary>
    public bool Ends(Abbreviations rules)
    {
        var next = SkipSpace(Closed);
        if (next == text.Length)
            return true;
        if (text[next] is ',' or ';' or ':' or '，' or '、' or '；' or '：' || (Marks.EndsSentence(text[next]) && !IsPicture(next)))
            return false;
        if (isHan)
            return true;
        if (next == Closed && !IsGlued(rules))
            return false;

        var word = Next(next);
        if (GoesOn(word) || IsLabel())
            return false;
        return end - mark > 1 || text[mark] != '.' || EndsAtStop(rules, word);
    }

    private bool EndsAtStop(Abbreviations rules, TextSpan word)
    {
        var before = Before();
        if (before.Length == 0 || word.Length == 0)
            return true;
        if (rules.NeverEnds(before))
            return false;
        if (char.IsAsciiDigit(text[word.Start]))
            return !rules.TakesNumber(before) && !rules.TakesName(before) && !IsInitial(before);
        var isOrdinal = rules.HasOrdinals && (IsRoman(before) || (before.Length <= LongestOrdinal && before.All(char.IsAsciiDigit)));
        return !(isOrdinal || rules.TakesName(before) || IsInitial(before)) || (rules.Begins(word.In(text)) && !IsInitial(word));
    }

    // "…the port.The next": a full stop without its space, between a word in small letters and one that begins a sentence.
    private bool IsGlued(Abbreviations rules) =>
        Closed == end && end - mark == 1 && mark > start + 1 && char.IsLower(text[mark - 1]) && char.IsLower(text[mark - 2])
        && Next(end) is { Length: > 1 } word && word.End < text.Length && char.IsWhiteSpace(text[word.End]) && rules.Begins(word.In(text));

    // A sentence that goes on: in small letters, unless the word is one such as iPhone.
    private bool GoesOn(TextSpan word) =>
        word.Length > 0 && char.IsLower(text[word.Start]) && !(word.Length > 1 && char.IsUpper(text[word.Start + 1])) && word.In(text) is not ("http" or "https" or "www");

    // "3." at the head of a sentence numbers it.
    private bool IsLabel()
    {
        for (var i = start; i < mark; i++)
            if (char.IsLetter(text[i]) || (i - start) > LongestWord)
                return false;
        return true;
    }

    private static bool IsInitial(string word) => word.Length == 1 && char.IsLetter(word[0]);

    // The next word is an initial itself: "В. В. Путин", though "В" begins sentences too.
    private bool IsInitial(TextSpan word) =>
        word.Length == 1 && word.End < text.Length && text[word.End] == '.';

    private static bool IsRoman(string word) => word.Length < 6 && word.All(c => c is 'I' or 'V' or 'X');

    private bool IsPicture(int at) => text[at] == '!' && at + 1 < text.Length && text[at + 1] == '[';

    private int SkipSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private string Before()
    {
        var to = mark > start && text[mark - 1] == '\\' ? mark - 1 : mark;
        var from = to;
        while (from > start && to - from <= LongestWord && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '№'))
            from--;
        return text[from..to];
    }

    private TextSpan Next(int at)
    {
        while (at < text.Length && (Marks.Opens(text[at]) || char.IsWhiteSpace(text[at])))
            at++;
        var to = at;
        while (to < text.Length && to - at < LongestWord && char.IsLetterOrDigit(text[to]))
            to++;
        return new TextSpan(at, to - at);
    }
}
