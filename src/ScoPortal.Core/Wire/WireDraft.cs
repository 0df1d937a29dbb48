namespace ScoPortal.Core.Wire;

/// <summary>What a line turned out to be.</summary>
internal enum LineRole
{
    Text,
    Noise,
    Field,
    Headline,
    Subheadline,
    Contact,
    Boilerplate,
}

/// <summary>One non-blank line of the original, trimmed, with its place in it.</summary>
internal sealed class WireLine(int start, string text, bool afterBlank, bool continues = false, int indent = 0)
{
    /// <summary>Offset of <see cref="Text"/> in the original.</summary>
    public int Start { get; } = start;

    /// <summary>The line without white space at its ends.</summary>
    public string Text { get; } = text;

    /// <summary>Characters of white space before <see cref="Text"/> in its line: how deep an item of a list stands.</summary>
    public int Indent { get; } = indent;

    /// <summary>True when the line goes on with the sentence of the line before: it was cut off for something in between.</summary>
    public bool Continues { get; } = continues;

    /// <summary>True for the first line and for a line after a blank one.</summary>
    public bool AfterBlank { get; } = afterBlank;

    public LineRole Role { get; private set; }

    /// <summary>The rule that gave the role, null while the line is plain text.</summary>
    public string? Rule { get; private set; }

    /// <summary>Where the story begins in <see cref="Text"/>: after the dateline, else 0.</summary>
    public int BodyStart { get; set; }

    /// <summary>Where the story ends in <see cref="Text"/>: before a credit at the end of the line, else its length.</summary>
    public int BodyEnd { get; set; } = text.Length;

    public bool IsText => Role == LineRole.Text;

    public void Take(LineRole role, string rule)
    {
        Role = role;
        Rule = rule;
    }
}

/// <summary>The release while it is being read: lines that rules mark, and fields found so far.</summary>
internal sealed class WireDraft(WireDocument document, IReadOnlyList<WireLine> lines)
{
    private readonly Dictionary<string, WireField> first = new(StringComparer.Ordinal);

    public WireDocument Document { get; } = document;

    public bool IsMarkdown => Document.IsMarkdown;

    public IReadOnlyList<WireLine> Lines { get; } = lines;

    public List<WireField> Fields { get; } = [];

    public List<WireLeftover> Leftovers { get; } = [];

    public List<WireWarning> Warnings { get; } = [];

    public string? Language { get; set; }

    /// <summary>The line that closes the page's title with the name of the site, null when there is none.</summary>
    public WireLine? TitleEnd { get; set; }

    /// <summary>Index of the line that holds the dateline, -1 when there is none.</summary>
    public int DatelineIndex { get; set; } = -1;

    /// <summary>The text is a page of kremlin.ru, whose foot is known.</summary>
    public bool IsKremlinPage { get; set; }

    /// <summary>How many line ends within sentences were undone.</summary>
    public int WrapsJoined { get; set; }

    public PartialDate? DatelineDate { get; set; }

    public PartialDate? CapturedAt { get; set; }

    public PartialDate? EventDate { get; set; }

    public WireTime? PostedAt { get; set; }

    public List<(string Name, Data.WireKind Kind, string Written)> Wires { get; } = [];

    public string? this[string field] => first.GetValueOrDefault(field)?.Value;

    /// <summary>Records a field found in a line; of several with one name, the first is the value of the release.</summary>
    public void Set(string name, string value, WireLine line, int offset, int length, string rule, double confidence)
    {
        Add(new(name, IsMarkdown ? Prose.Unescape(value) : value, line.Start + offset, length, rule, confidence));
    }

    /// <summary>As above, with the whole line as span.</summary>
    public void Set(string name, string value, WireLine line, string rule, double confidence) =>
        Set(name, value, line, 0, line.Text.Length, rule, confidence);

    /// <summary>Records what the file says beside the text, unless the text has said it.</summary>
    public void Know(string name, string? value, bool isOneOfSeveral = false)
    {
        if (!string.IsNullOrWhiteSpace(value) && (isOneOfSeveral || !first.ContainsKey(name)))
            Add(new(name, value.Trim(), 0, 0, Document.Known.Rule, 1));
    }

    private void Add(WireField field)
    {
        first.TryAdd(field.Name, field);
        Fields.Add(field);
    }

    /// <summary>Cuts a part of a line off the story and lists it as noise.</summary>
    public void CutEnd(WireLine line, int from, string rule)
    {
        line.BodyEnd = from;
        var text = line.Text[from..].Trim();
        if (text.Length > 0)
            Leftovers.Add(new(text, line.Start + line.Text.IndexOf(text, from, StringComparison.Ordinal), text.Length, rule));
    }

    public void Warn(string code, string text, string? value = null)
    {
        if (!Warnings.Exists(w => w.Code == code))
            Warnings.Add(new(code, text, value));
    }
}
