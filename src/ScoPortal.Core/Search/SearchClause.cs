namespace ScoPortal.Core.Search;

/// <summary>One thing a text must contain: a word, or tokens in a row.</summary>
/// <param name="Tokens">Index forms, in order; more than one is a phrase.</param>
/// <param name="IsPrefix">The last token may go on: a single CJK character, or a German word that may begin a compound.</param>
/// <param name="CompoundStart">
/// A folded German word whose stem is too short to be a prefix itself; a longer word that begins with it fits too.
/// </param>
public sealed record SearchClause(IReadOnlyList<string> Tokens, bool IsPrefix = false, string? CompoundStart = null)
{
    /// <summary>The clause in words: quoted tokens, + between those of a phrase, * behind one that may go on.</summary>
    public override string ToString()
    {
        var phrase = string.Join(" + ", Tokens.Select(token => $"\"{token}\"")) + (IsPrefix ? " *" : "");
        return CompoundStart is null ? phrase : $"({phrase} OR \"{CompoundStart}\" *)";
    }

    /// <summary>It occurs in a text, given as its tokens.</summary>
    public bool Fits(IReadOnlyList<Token> text)
    {
        var tokens = text.AsSpan();
        for (var at = 0; at < tokens.Length; at++)
            if (HitAt(tokens, at) > 0)
                return true;
        return false;
    }

    /// <summary>The length in characters of the hit at a token of a text, 0 when there is none.</summary>
    internal int HitAt(ReadOnlySpan<Token> text, int at)
    {
        if (Tokens.Count > text.Length - at)
            return 0;
        var last = Tokens.Count - 1;
        for (var i = 0; i < last; i++)
            if (text[at + i].Text != Tokens[i])
                return 0;
        var end = text[at + last];
        var fits = end.Text == Tokens[last]
            || (IsPrefix && end.Text.StartsWith(Tokens[last], StringComparison.Ordinal))
            || (CompoundStart is not null && end.Text.StartsWith(CompoundStart, StringComparison.Ordinal));
        if (!fits)
            return 0;
        var length = end.Kind == TokenKind.Word ? end.Length : Math.Min(end.Length, Tokens[last].Length);
        return end.Start + length - text[at].Start;
    }
}
