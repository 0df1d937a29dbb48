using System.Runtime.InteropServices;

namespace ScoPortal.Core.Search;

/// <summary>How a token came about; it decides how a query may use it.</summary>
public enum TokenKind
{
    /// <summary>A word or number of an alphabetic script.</summary>
    Word,

    /// <summary>Two neighbouring characters of a CJK run.</summary>
    CjkPair,

    /// <summary>A CJK run of one character.</summary>
    CjkSingle,

    /// <summary>The last character of a longer CJK run once more, so that it can be found alone.</summary>
    CjkTail,
}

/// <summary>One searchable unit of a text. Its place in the list is its position for phrases.</summary>
/// <param name="Text">Index form: folded and stemmed; letters and digits only, at most <see cref="TextAnalyzer.MaxTokenLength"/> characters.</param>
/// <param name="Surface">Folded, but not stemmed: what the word looks like inside a German compound.</param>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="Length">UTF-16 units in the original text.</param>
/// <param name="Kind">Word, or part of a CJK run.</param>
public readonly record struct Token(string Text, string Surface, int Start, int Length, TokenKind Kind)
{
    /// <summary>The UTF-16 unit after the last one.</summary>
    public int End => Start + Length;
}

/// <summary>Tokens where they are gone over again and again.</summary>
internal static class Tokens
{
    /// <summary>The tokens without asking for each; of a list while nothing is added to it.</summary>
    public static ReadOnlySpan<Token> AsSpan(this IReadOnlyList<Token> tokens) =>
        tokens is List<Token> list ? CollectionsMarshal.AsSpan(list) : tokens.ToArray();
}
