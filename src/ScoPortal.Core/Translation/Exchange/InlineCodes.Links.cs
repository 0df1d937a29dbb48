namespace ScoPortal.Core.Translation.Exchange;

internal sealed partial class InlineCodes
{
    // CommonMark allows fewer than 32 parentheses inside one another.
    private const int DeepestParentheses = 32;
    private const string Trailing = "?!.,:;_~'";

    private bool Open(int length, CodeKind kind)
    {
        var token = Take(length);
        (token.Kind, token.Place) = (kind, runs.Count);
        brackets.Add(token);
        return true;
    }

    private bool Close()
    {
        var open = brackets.Count > 0 ? brackets[^1] : null;
        var length = Destination(at + 1) - at;
        if (length > 0 && !IsLegal(length))
            length = 0;
        if (open is not null)
            brackets.RemoveAt(brackets.Count - 1);
        var isSpent = brackets.Count < spent;
        spent = Math.Min(spent, brackets.Count);
        if (open is not null && length > 0 && (!isSpent || open.Kind == CodeKind.Image))
        {
            Emphasis.Pair(runs, open.Place);
            var close = Take(length, CodeRole.Close, open.Kind);
            open.Become(CodeRole.Open, open.Kind);
            (open.Partner, close.Partner) = (close, open);
            if (open.Kind == CodeKind.Link)
                spent = brackets.Count;
            return true;
        }

        if (open is null && length > 0)
            Take(length, CodeRole.Single, CodeKind.Mark);
        else
            Take(1);
        return true;
    }

    // Where "(address "title")" that begins here ends; 0: there is none.
    private int Destination(int from)
    {
        if (from >= text.Length || text[from] != '(')
            return 0;
        var end = Spaces(from + 1);
        end = end < text.Length && text[end] == '<' ? Bracketed(end) : Plainly(end);
        if (end == 0)
            return 0;
        var gap = Spaces(end);
        if (gap > end && gap < text.Length && text[gap] is '"' or '\'' or '(')
            gap = Title(gap) is > 0 and var title ? Spaces(title) : text.Length;
        return gap < text.Length && text[gap] == ')' ? gap + 1 : 0;
    }

    private int Spaces(int from)
    {
        while (from < text.Length && text[from] is ' ' or '\n' or '\t')
            from++;
        return from;
    }

    private int Bracketed(int from)
    {
        for (var i = from + 1; i < text.Length && text[i] is not ('<' or '\n'); i++)
        {
            if (text[i] == '>')
                return i + 1;
            if (text[i] == '\\')
                i++;
        }

        return 0;
    }

    private int Plainly(int from)
    {
        var (i, depth) = (from, 0);
        for (; i < text.Length && text[i] > ' ' && text[i] != '\u007F'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] > ' ')
                i++;
            else if (text[i] == '(' && ++depth >= DeepestParentheses)
                return 0;
            else if (text[i] == ')' && --depth < 0)
                break;
        }

        return depth > 0 || i > text.Length ? 0 : i;
    }

    private int Title(int from)
    {
        var closing = text[from] == '(' ? ')' : text[from];
        for (var i = from + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == closing)
                return i + 1;
            else if (closing == ')' && text[i] == '(')
                return 0;
        }

        return 0;
    }

    // Of a bare address, punctuation at its end belongs to the sentence.
    private bool Address()
    {
        if (Bare.FirstLength(text.AsSpan(at)) is not (> 0 and var length))
            return false;
        var address = text.AsSpan(at, length);
        var surplus = address.Count(')') - address.Count('(');
        for (address = address.TrimEnd(Trailing); surplus > 0 && address.EndsWith(')'); surplus--)
            address = address[..^1].TrimEnd(Trailing);
        Take(address.Length, CodeRole.Single, CodeKind.Address);
        return true;
    }
}
