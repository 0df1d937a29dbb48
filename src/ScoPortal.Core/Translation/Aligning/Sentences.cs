using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// Finds the sentences of a paragraph by rules: where a mark that ends a sentence stands before white space (or, in Chinese, anywhere),
/// unless what is before it is an abbreviation, an initial or an ordinal, or what follows goes on in small letters. The words behind
/// the rules are data: Translation/Data/sentences.txt. Unknown languages get the general rules.
/// </summary>
public static class Sentences
{
    // Nothing ends inside a link, a picture, code or a title in Chinese title marks.
    private static readonly Pattern Whole = Pattern.Exact(@"!?\[([^\[\]]|!?\[[^\[\]]*\])*\]\([^()\s]*(\([^()\s]*\)[^()\s]*)*(\s+""[^""]*"")?\)|`[^`]+`|《[^《》]*》");

    /// <summary>
    /// Spans without the white space around them, in order; every character that is not white space is in exactly one. A blank line always parts.
    /// Linear in the length of the text.
    /// </summary>
    /// <param name="text">Plain text or inline Markdown of one paragraph: links, pictures and code stay whole, emphasis may be parted.</param>
    /// <param name="language">Two-letter code such as "de".</param>
    public static IReadOnlyList<TextSpan> Split(string text, string language)
    {
        var spans = new List<TextSpan>();
        var rules = Abbreviations.Of(language);
        var wholes = Whole.Matches(text);
        var titles = new RunInTitles(text, rules);
        var (start, whole, isQuoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            while (whole < wholes.Count && wholes[whole].Index + wholes[whole].Length <= i)
                whole++;
            if (whole < wholes.Count && wholes[whole].Index <= i)
            {
                i = wholes[whole].Index + wholes[whole].Length - 1;
                continue;
            }

            isQuoted ^= text[i] == '"';
            if (text[i] == '\n' && IsBlankLine(text, i))
                Add(spans, text, start, start = i);
            if (titles.Ends(start, i))
                Add(spans, text, start, start = i);
            if (!Marks.EndsSentence(text[i]))
                continue;

            var end = i + 1;
            while (end < text.Length && Marks.EndsSentence(text[end]))
                end++;
            var run = new MarkRun(text, start, i, end, isQuoted);
            foreach (var c in text.AsSpan(end, run.Closed - end))
                isQuoted ^= c == '"';
            i = run.Closed - 1;
            if (!run.Ends(rules))
                continue;
            Add(spans, text, start, run.Closed);
            (start, isQuoted) = (run.Closed, false);
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    private static bool IsBlankLine(string text, int newline)
    {
        for (var i = newline + 1; i < text.Length && char.IsWhiteSpace(text[i]); i++)
            if (text[i] == '\n')
                return true;
        return false;
    }

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            spans.Add(new TextSpan(start, end - start));
    }
}
