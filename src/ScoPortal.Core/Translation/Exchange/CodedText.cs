namespace ScoPortal.Core.Translation.Exchange;

/// <summary>What a code does to the text around it.</summary>
public enum CodeRole
{
    /// <summary>It is no code but text.</summary>
    None = 0,

    /// <summary>Opens what the closing code of the same number ends.</summary>
    Open = 1,

    /// <summary>Closes what the opening code of the same number began.</summary>
    Close = 2,

    /// <summary>Stands alone.</summary>
    Single = 3,
}

/// <summary>What a code means.</summary>
public enum CodeKind
{
    /// <summary>It is text, or a code of another tool.</summary>
    None = 0,

    /// <summary>Two asterisks or underscores.</summary>
    Bold = 1,

    /// <summary>One asterisk or underscore.</summary>
    Italic = 2,

    /// <summary>The brackets of a link, with its address and title.</summary>
    Link = 3,

    /// <summary>The brackets of a picture, with its address; the text between them describes it.</summary>
    Image = 4,

    /// <summary>A span of code, whole.</summary>
    Code = 5,

    /// <summary>An address that stands for itself, whole.</summary>
    Address = 6,

    /// <summary>A hard line break.</summary>
    Break = 7,

    /// <summary>A character that a backslash makes plain text.</summary>
    Escape = 8,

    /// <summary>A character by its name or number, such as a no-break space.</summary>
    Entity = 9,

    /// <summary>A mark whose other half is in another sentence, or a note's number.</summary>
    Mark = 10,

    /// <summary>A character that XML cannot hold.</summary>
    Control = 11,
}

/// <summary>A stretch of text, or a code.</summary>
/// <param name="Text">The text; of a code its mark as Markdown has it, empty when another tool's file does not say.</param>
/// <param name="Role">None: it is text.</param>
/// <param name="Id">Number of the code in its sentence, from 1; both halves of a pair have the same. 0: text, -1: a code of another tool.</param>
/// <param name="Kind">What the code means.</param>
public readonly record struct CodedPart(string Text, CodeRole Role = CodeRole.None, int Id = 0, CodeKind Kind = CodeKind.None)
{
    /// <summary>It is text that a translator may change.</summary>
    public bool IsText => Role == CodeRole.None;
}

/// <summary>A sentence as translation tools see it: text, and codes that are carried over and not translated.</summary>
/// <param name="Parts">In order; joined they are the sentence.</param>
public sealed record CodedText(IReadOnlyList<CodedPart> Parts)
{
    /// <summary>A sentence of inline Markdown. <see cref="ToString"/> gives it back, character by character.</summary>
    public static CodedText Of(string markdown) => new(new InlineCodes(markdown).Parts());

    /// <summary>A sentence of plain text; only what XML cannot hold becomes a code.</summary>
    public static CodedText Plain(string text) => new(InlineCodes.Plain(text));

    /// <summary>The codes, in order.</summary>
    public IEnumerable<CodedPart> Codes => Parts.Where(p => !p.IsText);

    /// <summary>The text without its codes.</summary>
    public string Words => string.Concat(Parts.Where(p => p.IsText).Select(p => p.Text));

    /// <summary>
    /// The same sentence with its codes numbered as in another: codes with the same mark have the same number, the others follow.
    /// </summary>
    /// <param name="source">The sentence that this one translates.</param>
    public CodedText NumberedAs(CodedText source)
    {
        var closing = source.Parts.Where(p => p.Role == CodeRole.Close).ToDictionary(p => p.Id, p => p.Text);
        var free = source.Parts.Where(p => p.Role is CodeRole.Open or CodeRole.Single)
            .GroupBy(p => (p.Role, p.Text, closing.GetValueOrDefault(p.Id)))
            .ToDictionary(g => g.Key, g => new Queue<int>(g.Select(p => p.Id)));
        var mine = Parts.Where(p => p.Role == CodeRole.Close).ToDictionary(p => p.Id, p => p.Text);
        var (next, numbers) = (source.Parts.Select(p => p.Id).DefaultIfEmpty().Max() + 1, new Dictionary<int, int>());
        foreach (var part in Parts.Where(p => p.Role is CodeRole.Open or CodeRole.Single))
            numbers[part.Id] = free.TryGetValue((part.Role, part.Text, mine.GetValueOrDefault(part.Id)), out var ids) && ids.TryDequeue(out var id) ? id : next++;
        return new([.. Parts.Select(p => p.IsText ? p : p with { Id = numbers[p.Id] })]);
    }

    /// <summary>Same parts in the same order.</summary>
    public bool Equals(CodedText? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The sentence as Markdown.</summary>
    public override string ToString() => string.Concat(Parts.Select(p => p.Text));
}
