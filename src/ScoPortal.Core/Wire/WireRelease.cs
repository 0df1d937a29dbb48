namespace ScoPortal.Core.Wire;

/// <summary>
/// One recognised value and where it came from.
/// </summary>
/// <param name="Name">Name of the field as in the JSON line ("headline", "place", "postedAt").</param>
/// <param name="Value">The value as recognised, which may be normalised (a country code, an ISO date).</param>
/// <param name="Start">Offset in the text, in UTF-16 units; 0 for a value that the file gives beside its text.</param>
/// <param name="Length">Length in the text, in UTF-16 units; 0 for a value that the file gives beside its text.</param>
/// <param name="Rule">Stable name of the rule that found it.</param>
/// <param name="Confidence">How sure the rule is, 0 to 1.</param>
public sealed record WireField(string Name, string Value, int Start, int Length, string Rule, double Confidence);

/// <summary>Something an editor should look at.</summary>
/// <param name="Code">Stable code, for example <c>no-headline</c>.</param>
/// <param name="Text">An English sentence.</param>
/// <param name="Value">What the sentence names: a year, a number, a name as it is written; null when it names nothing.</param>
public sealed record WireWarning(string Code, string Text, string? Value = null);

/// <summary>A line, or a part of one, that was kept out of the story.</summary>
/// <param name="Text">The text as it stood, trimmed.</param>
/// <param name="Start">Offset in the text, in UTF-16 units; -1 for a line of the file that is not in the text.</param>
/// <param name="Length">Length in the text, in UTF-16 units.</param>
/// <param name="Rule">Stable name of the rule that removed it.</param>
public sealed record WireLeftover(string Text, int Start, int Length, string Rule);

/// <summary>
/// Raw agency or zone-site text read into fields. Nothing is invented: a field that the text does not give is null or
/// empty. Four dates are kept apart: the event in the body, the dateline, the posting, and the capture of the page.
/// </summary>
public sealed record WireRelease
{
    /// <summary>Code of the warning that the dateline's year is not in the text.</summary>
    public const string DatelineYearInferred = "dateline-year-inferred";

    /// <summary>Code of the warning that the event's year is not in the text.</summary>
    public const string EventYearInferred = "event-year-inferred";

    private const string ExternalId = "externalId:";

    /// <summary>BCP 47 tag recognised from the text (en, de, ru, zh, zh-Hant, fr, es), null when undecided.</summary>
    public string? Language { get; init; }

    /// <summary>The paragraphs are Markdown; false when they are plain and their signs mean themselves.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>Headline on one line.</summary>
    public string? Headline { get; init; }

    /// <summary>First subheadline on one line.</summary>
    public string? Subheadline { get; init; }

    /// <summary>Dateline place in the language of the text, without country; capitals are put back to title case.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the dateline country, from the text or from the city.</summary>
    public string? Country { get; init; }

    /// <summary>Date in the dateline; without a year when no metadata near that day gives one.</summary>
    public PartialDate? DatelineDate { get; init; }

    /// <summary>When the page or feed says it was posted.</summary>
    public WireTime? PostedAt { get; init; }

    /// <summary>When the page was captured, from a "date 2021-06" artefact.</summary>
    public PartialDate? CapturedAt { get; init; }

    /// <summary>First date named in the lead; a missing year is inferred from the other dates and warned about.</summary>
    public PartialDate? EventDate { get; init; }

    /// <summary>Normalised names of the agencies that carried the text, in the order of the text.</summary>
    public IReadOnlyList<string> Wires { get; init; } = [];

    /// <summary>The body that the text comes from.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who passed the text on.</summary>
    public string? Distributor { get; init; }

    /// <summary>"More information" address as written; may lack the scheme.</summary>
    public string? MoreInfoUrl { get; init; }

    /// <summary>The story alone, white space repaired.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Paragraphs of "About X" and legal sections after the story.</summary>
    public IReadOnlyList<string> Boilerplate { get; init; } = [];

    /// <summary>Lines of contact blocks.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>Addresses of pictures, films and documents that go with the text.</summary>
    public IReadOnlyList<string> MediaLinks { get; init; } = [];

    /// <summary>Copyright or terms of use, in the words of the text.</summary>
    public string? Rights { get; init; }

    /// <summary>Lines that belong to the page or the feed, and neither to the story nor to a field above.</summary>
    public IReadOnlyList<WireLeftover> Noise { get; init; } = [];

    /// <summary>Every recognised field with its span, rule and confidence.</summary>
    public IReadOnlyList<WireField> Fields { get; init; } = [];

    /// <summary>What an editor should look at, in a stable order.</summary>
    public IReadOnlyList<WireWarning> Warnings { get; init; } = [];

    /// <summary>SHA-256 (hex) of the original with white space collapsed, in Unicode form C: equal texts, equal fingerprints.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Its numbers at wires and sites.</summary>
    public IEnumerable<(string Scheme, string Value)> ExternalIds =>
        (from found in Fields
         where found.Name.StartsWith(ExternalId, StringComparison.Ordinal)
         select (found.Name[ExternalId.Length..], found.Value)).Distinct();

    /// <summary>The best date known for the document: dateline with a year, else posted, else captured.</summary>
    public PartialDate? BestDate =>
        DatelineDate is { YearValue: not null } ? DatelineDate
        : PostedAt is { } posted ? PartialDate.Day(posted.Date)
        : CapturedAt ?? DatelineDate;
}
