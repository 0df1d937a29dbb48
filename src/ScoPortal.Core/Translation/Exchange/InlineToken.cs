namespace ScoPortal.Core.Translation.Exchange;

/// <summary>A stretch of a sentence while its marks are being read.</summary>
internal sealed class InlineToken(char mark, int start, int length)
{
    public char Char => mark;

    public int Start => start;

    public int Length => length;

    public CodeRole Role { get; set; }

    public CodeKind Kind { get; set; }

    /// <summary>The other half of a pair.</summary>
    public InlineToken? Partner { get; set; }

    /// <summary>Of a bracket: how many runs stand before it.</summary>
    public int Place { get; set; }

    /// <summary>It is a run of asterisks or underscores, of which <see cref="Left"/> are without a partner yet.</summary>
    public bool IsRun { get; set; }

    public int Left { get; set; }

    /// <summary>Of a run: how many of its marks close, from its start.</summary>
    public int Closed { get; set; }

    public bool CanOpen { get; set; }

    public bool CanClose { get; set; }

    /// <summary>Of a run: halves that close, from its start; halves that open, from its end.</summary>
    public List<InlineToken> Closing { get; } = [];

    public List<InlineToken> Opening { get; } = [];

    public void Become(CodeRole role, CodeKind kind) => (Role, Kind) = (role, kind);

    /// <summary>The parts of the text, neighbouring text in one and codes numbered as they come.</summary>
    public static IReadOnlyList<CodedPart> Numbered(IEnumerable<InlineToken> tokens, string text)
    {
        var (parts, ids, last) = (new List<CodedPart>(), new Dictionary<InlineToken, int>(), 0);
        var (textFrom, end) = (0, 0);
        foreach (var token in tokens.SelectMany(t => t.Pieces()))
        {
            if (token.Role != CodeRole.None)
            {
                if (end > textFrom)
                    parts.Add(new(text[textFrom..end]));
                if (token.Partner is null || !ids.TryGetValue(token.Partner, out var id))
                    id = ++last;
                ids[token] = id;
                parts.Add(new(text.Substring(token.Start, token.Length), token.Role, id, token.Kind));
                textFrom = token.Start + token.Length;
            }

            end = token.Start + token.Length;
        }

        if (end > textFrom)
            parts.Add(new(text[textFrom..end]));
        return parts;
    }

    private IEnumerable<InlineToken> Pieces()
    {
        if (!IsRun)
            return [this];
        var rest = new InlineToken(mark, start + Closed, Left);
        if (Left > 0 && (CanOpen || CanClose))
            rest.Become(CodeRole.Single, CodeKind.Mark);
        return [.. Closing, .. Left > 0 ? [rest] : Array.Empty<InlineToken>(), .. Opening.AsEnumerable().Reverse()];
    }
}
