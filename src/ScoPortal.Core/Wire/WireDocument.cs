namespace ScoPortal.Core.Wire;

/// <summary>A text to read, with what the file around it says of it.</summary>
public sealed record WireDocument
{
    /// <summary>What is read; every span of the result refers to it.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// True when the text is Markdown, made from a format that has headings, lists, links and tables; false when it is plain
    /// and its signs mean themselves.
    /// </summary>
    public bool IsMarkdown { get; init; }

    /// <summary>What the file says in fields of its own; it fills what the text does not say.</summary>
    public WireKnown Known { get; init; } = WireKnown.Nothing;

    /// <summary>Lines of the file that were left out before reading; a start of -1 says that they are not in the text.</summary>
    public IReadOnlyList<WireLeftover> Removed { get; init; } = [];

    /// <summary>What was noticed before reading, such as a guessed encoding.</summary>
    public IReadOnlyList<WireWarning> Warnings { get; init; } = [];
}

/// <summary>Metadata of a file: nothing of it need stand in the text.</summary>
public sealed record WireKnown
{
    /// <summary>A file that says nothing of its text.</summary>
    public static readonly WireKnown Nothing = new();

    /// <summary>Name of the format, which becomes the rule of the fields taken from here: html, docx, rss, atom, newsml-g2, ninjs.</summary>
    public string Rule { get; init; } = "file";

    /// <summary>Headline, on one line.</summary>
    public string? Headline { get; init; }

    /// <summary>Subheadline, on one line.</summary>
    public string? Subheadline { get; init; }

    /// <summary>BCP 47; used only where the text itself does not tell its language.</summary>
    public string? Language { get; init; }

    /// <summary>Place of the dateline, without country.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>The body that the text comes from.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who passed it on.</summary>
    public string? Distributor { get; init; }

    /// <summary>"More information" address.</summary>
    public string? MoreInfoUrl { get; init; }

    /// <summary>Copyright or terms of use, in words.</summary>
    public string? Rights { get; init; }

    /// <summary>When it was posted.</summary>
    public WireTime? PostedAt { get; init; }

    /// <summary>Agencies that carried it.</summary>
    public IReadOnlyList<string> Wires { get; init; } = [];

    /// <summary>Its numbers at wires and sites.</summary>
    public IReadOnlyList<(string Scheme, string Value)> ExternalIds { get; init; } = [];

    /// <summary>Addresses of pictures, films and documents that go with it.</summary>
    public IReadOnlyList<string> MediaLinks { get; init; } = [];
}
