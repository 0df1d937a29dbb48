namespace ScoPortal.Core.Stories;

/// <summary>Where and when a text is dated, as its first line says: "LIANYUNGANG, China, June 18, 2021".</summary>
public sealed record Dateline
{
    /// <summary>The city in the release's own language.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-2 in upper case: CN.</summary>
    public string? Country { get; init; }

    /// <summary>The date, no more exact than the text.</summary>
    public PartialDate? Date { get; init; }
}

/// <summary>Everything of a release that an edit can change; a revision keeps one of these for ever.</summary>
public sealed record ReleaseContent
{
    /// <summary>Plain text, 1 to 300 characters; empty only while a draft that was imported or is being translated waits for one.</summary>
    public required string Headline { get; init; }

    /// <summary>Second headline of the wire, plain text.</summary>
    public string? Subheadline { get; init; }

    /// <summary>The standfirst: one or two sentences of plain text, also the description for search engines.</summary>
    public string? Summary { get; init; }

    /// <summary>Markdown without raw HTML.</summary>
    public string Body { get; init; } = "";

    /// <summary>Where and when the text is dated.</summary>
    public Dateline Dateline { get; init; } = new();

    /// <summary>The agencies that carried it, first the one nearest to the reader, separated by comma and space: "ots, PRNewswire".</summary>
    public string? Wires { get; init; }

    /// <summary>The body it comes from.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who passed it on.</summary>
    public string? Distributor { get; init; }

    /// <summary>http or https address the text points to for more.</summary>
    public string? MoreInfoUrl { get; init; }

    /// <summary>Where the portal has it from, for the credit line.</summary>
    public string? Source { get; init; }

    /// <summary>http or https address of that source.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The "at a glance" box: one "label = value" a line.</summary>
    public string? Facts { get; init; }

    /// <summary>What a version in another language begins with: what is the same in all of them, and nothing else.</summary>
    /// <param name="headline">Its headline; empty while a translator has not come to it.</param>
    public ReleaseContent InOtherWords(string headline) => new()
    {
        Headline = headline,
        Dateline = new Dateline { Country = Dateline.Country, Date = Dateline.Date },
        Wires = Wires,
        MoreInfoUrl = MoreInfoUrl,
    };

    /// <summary>The lines of <paramref name="facts"/>, in order; lines without "=" are left out.</summary>
    public static IEnumerable<(string Label, string Value)> FactList(string? facts) =>
        from line in (facts ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let at = line.IndexOf('=', StringComparison.Ordinal)
        where at > 0
        select (line[..at].TrimEnd(), line[(at + 1)..].TrimStart());

    /// <summary>The names in <see cref="Wires"/>.</summary>
    public string[] WireList() =>
        (Wires ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
