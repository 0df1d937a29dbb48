namespace ScoPortal.Core.Translation.Exchange;

/// <summary>
/// The inline marks of one sentence by the rules of CommonMark 0.31 (spec.commonmark.org), raw HTML being text; what those rules
/// leave over because the other half stands in another sentence is a code as well. Takes time about linear in the text.
/// </summary>
internal sealed partial class InlineCodes(string text)
{
    private readonly List<InlineToken> tokens = [];
    private readonly List<InlineToken> brackets = [];
    private readonly List<InlineToken> runs = [];
    private readonly HashSet<int> noFence = [];
    // No link stands inside another: how many of the brackets, from the first, begin none any more; pictures they may begin.
    private int spent;
    private int at;

    private static readonly Wire.Pattern Angle = Wire.Pattern.Exact(@"^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255})>");
    private static readonly Wire.Pattern Bare = Wire.Pattern.Exact(@"^(https?://|www\.)[A-Za-z0-9][-A-Za-z0-9._~:/?#@!$&'()+,;=%]*");
    private static readonly Wire.Pattern Entity = Wire.Pattern.Exact("^&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static readonly Wire.Pattern Note = Wire.Pattern.Exact(@"^\[\^[^\]\s\[]{1,32}\]");

    public static IReadOnlyList<CodedPart> Plain(string text)
    {
        var codes = new InlineCodes(text);
        while (codes.at < text.Length)
        {
            if (!codes.Control())
                codes.Take(1);
        }

        return InlineToken.Numbered(codes.tokens, text);
    }

    public IReadOnlyList<CodedPart> Parts()
    {
        while (at < text.Length)
        {
            if (!(Control() || Step()))
                Take(1);
        }

        Emphasis.Pair(runs, 0);
        // A link that begins here and ends in a later sentence.
        var last = text.LastIndexOf(']');
        foreach (var open in brackets.Where(b => b.Start > last))
            open.Become(CodeRole.Single, CodeKind.Mark);
        return InlineToken.Numbered(tokens, text);
    }

    private bool Step() => text[at] switch
    {
        '\\' => Escape(),
        '\n' or ' ' => Break(),
        '`' => Fence(),
        '*' or '_' => Run(),
        '<' => Single(Angle, CodeKind.Address),
        '&' => Single(Entity, CodeKind.Entity),
        'h' or 'w' when at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]) => Address(),
        '[' => Single(Note, CodeKind.Mark) || Open(1, CodeKind.Link),
        '!' when Next(1) == '[' => Open(2, CodeKind.Image),
        ']' => Close(),
        _ => false,
    };

    private char Next(int steps) => at + steps < text.Length ? text[at + steps] : '\0';

    private InlineToken Take(int length, CodeRole role = CodeRole.None, CodeKind kind = CodeKind.None)
    {
        var token = new InlineToken(text[at], at, length) { Role = role, Kind = kind };
        tokens.Add(token);
        at += length;
        return token;
    }

    private bool Escape()
    {
        if (Next(1) == '\n')
            Take(2, CodeRole.Single, CodeKind.Break);
        else if (char.IsAscii(Next(1)) && (char.IsPunctuation(Next(1)) || char.IsSymbol(Next(1))))
            Take(2, CodeRole.Single, CodeKind.Escape);
        else
            return false;
        return true;
    }

    private bool Break()
    {
        var end = at;
        while (end < text.Length && text[end] == ' ')
            end++;
        if (end - at >= 2 && end < text.Length && text[end] == '\n')
            Take(end + 1 - at, CodeRole.Single, CodeKind.Break);
        else
            Take(Math.Max(1, end - at));
        return true;
    }

    private bool Fence()
    {
        var ticks = Ticks(at);
        if (!noFence.Contains(ticks))
        {
            var end = text.IndexOf('`', at + ticks);
            for (; end >= 0; end = text.IndexOf('`', end))
            {
                var closing = Ticks(end);
                end += closing;
                if (closing != ticks)
                    continue;
                if (!IsLegal(end - at))
                    break;
                Take(end - at, CodeRole.Single, CodeKind.Code);
                return true;
            }

            if (end < 0)
                noFence.Add(ticks);
        }

        Take(ticks);
        return true;
    }

    private int Ticks(int from) => text.AsSpan(from).IndexOfAnyExcept('`') is >= 0 and var length ? length : text.Length - from;

    private bool Single(Wire.Pattern pattern, CodeKind kind)
    {
        if (pattern.FirstLength(text.AsSpan(at)) is not (> 0 and var length) || !IsLegal(length))
            return false;
        Take(length, CodeRole.Single, kind);
        return true;
    }
}
