namespace ScoPortal.Core.Search;

/// <summary>A stretch of text, to be encoded by whoever shows it.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Hit">It fits the query.</param>
public readonly record struct Segment(string Text, bool Hit);

/// <summary>The part of a text that shows best why it was found.</summary>
/// <param name="Segments">Joined they are the window, a verbatim part of the text.</param>
/// <param name="CutBefore">Text was left out before the window.</param>
/// <param name="CutAfter">Text was left out after the window.</param>
public sealed record Excerpt(IReadOnlyList<Segment> Segments, bool CutBefore, bool CutAfter)
{
    /// <summary>Characters of a window in an alphabetic script.</summary>
    public const int Length = 200;

    /// <summary>Characters of a window in a CJK script.</summary>
    public const int CjkLength = 90;

    /// <summary>The whole text with its hits: for headlines.</summary>
    public static IReadOnlyList<Segment> Highlight(string text, SearchQuery query, string language) =>
        Cut(text, 0, text.Length, Hits.Find(TextAnalyzer.Analyze(text, language), query.In(language)));

    /// <summary>
    /// The window with the most different clauses of the query, then the most hits, then the earliest; the beginning of
    /// the text when there is none. It begins and ends between words wherever a gap is near. Linear in the text.
    /// </summary>
    /// <param name="text">Plain text.</param>
    /// <param name="query">What was searched.</param>
    /// <param name="language">The language of the text.</param>
    public static Excerpt Around(string text, SearchQuery query, string language)
    {
        var tokens = TextAnalyzer.Analyze(text, language);
        var hits = Hits.Find(tokens, query.In(language));
        var length = IsCjk(tokens) ? CjkLength : Length;
        var (start, end) = Window(text, tokens, Hits.Densest(hits, length), length);
        return new Excerpt(
            Cut(text, start, end, hits),
            text.AsSpan(0, start).ContainsAnyExcept(' ', '\n'),
            text.AsSpan(end).ContainsAnyExcept(' ', '\n'));
    }

    private static bool IsCjk(IReadOnlyList<Token> tokens) => tokens.Count(token => token.Kind != TokenKind.Word) * 2 > tokens.Count;

    private static (int Start, int End) Window(string text, IReadOnlyList<Token> tokens, (int Start, int End) hits, int length)
    {
        var slack = Math.Max(0, length - (hits.End - hits.Start));
        var start = Math.Max(0, Math.Min(hits.Start - slack / 3, text.Length - length));
        if (start < length / 4 && hits.End <= length)
            start = 0;
        var end = Math.Min(text.Length, start + length);
        if (start > 0)
            start = FirstStart(tokens, start, Math.Min(hits.Start, start + length / 4)) ?? Whole(text, start);
        if (end < text.Length)
            end = LastEnd(tokens, Math.Max(hits.End, end - length / 4), end) ?? Whole(text, end);
        if (end < text.Length && end > start && char.IsPunctuation(text[end]) && !char.IsSurrogate(text[end]))
            end++;
        return (start, Math.Max(start, end));
    }

    /// <summary>The first beginning of a token from one place to another.</summary>
    private static int? FirstStart(IReadOnlyList<Token> tokens, int from, int to)
    {
        foreach (var token in tokens)
            if (token.Start >= from)
                return token.Start <= to ? token.Start : null;
        return null;
    }

    /// <summary>The last end of a token from one place to another.</summary>
    private static int? LastEnd(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = tokens.Count - 1; i >= 0; i--)
            if (tokens[i].End <= to)
                return tokens[i].End >= from ? tokens[i].End : null;
        return null;
    }

    /// <summary>The place, or one less where it would part a surrogate pair.</summary>
    private static int Whole(string text, int at) => at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static List<Segment> Cut(string text, int start, int end, IReadOnlyList<Hit> hits)
    {
        var segments = new List<Segment>();
        var at = start;
        foreach (var (from, to) in Hits.Merged(hits, start, end))
        {
            if (from > at)
                segments.Add(new Segment(text[at..from], Hit: false));
            segments.Add(new Segment(text[from..to], Hit: true));
            at = to;
        }
        if (at < end)
            segments.Add(new Segment(text[at..end], Hit: false));
        return segments;
    }
}
