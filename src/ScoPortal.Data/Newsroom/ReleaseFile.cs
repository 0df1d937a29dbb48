using System.Globalization;
using ScoPortal.Core;
using ScoPortal.Core.Stories;

namespace ScoPortal.Data.Newsroom;

/// <summary>One revision of a sample release: fields between two lines of "---", then the Markdown body.</summary>
internal sealed class ReleaseFile
{
    private static readonly HashSet<string> Known =
    [
        "headline", "subheadline", "summary", "place", "country", "date", "wires", "issuer", "distributor", "moreInfo",
        "source", "sourceUrl", "facts", "author", "state", "publishAt", "translatedFrom", "translatedFromRevision",
        "revisionNote", "minor", "correction", "correctedAt", "withdrawn", "withdrawnAt",
    ];

    private readonly Dictionary<string, string> fields = [];
    private readonly string path;

    /// <exception cref="InvalidDataException">The text is no such file; the message names file and reason.</exception>
    public ReleaseFile(string path, string text)
    {
        this.path = path;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
            throw Malformed("the fields must stand between two lines of ---");

        foreach (var line in lines[1..end])
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || line[(colon + 2)..].Trim() is not { Length: > 0 } value)
                throw Malformed($"'{line}' is no 'field: value'");
            if (!Known.Contains(line[..colon]) || !fields.TryAdd(line[..colon], value))
                throw Malformed($"the field '{line[..colon]}' is unknown or there twice");
        }

        Content = ReadContent(string.Join('\n', lines[(end + 1)..]).Trim());
    }

    public ReleaseContent Content { get; }

    public string Author => Required("author");

    public bool Minor => this["minor"] switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Malformed("'minor' is true or false"),
    };

    public ReleaseState State => Enum.TryParse<ReleaseState>(Required("state"), ignoreCase: true, out var state)
        ? state
        : throw Malformed($"there is no state '{this["state"]}'");

    public string? this[string field] => fields.GetValueOrDefault(field);

    public string Required(string field) => this[field] ?? throw Malformed($"the field '{field}' is missing");

    public int? Number(string field) => this[field] switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Malformed($"'{field}' is no number"),
    };

    /// <summary>An instant such as 2021-06-19T07:30Z, or +30d for thirty days from <paramref name="now"/>.</summary>
    public DateTimeOffset Instant(string field, DateTimeOffset now)
    {
        var text = Required(field);
        if (text is ['+', .., 'd'] && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return now.AddDays(days);
        return DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw Malformed($"'{field}' is no instant of the form 2021-06-19T07:30Z or +30d");
    }

    public InvalidDataException Malformed(string reason, Exception? cause = null) => new($"{path}: {reason}.", cause);

    private ReleaseContent ReadContent(string body) => new()
    {
        Headline = Required("headline"),
        Subheadline = this["subheadline"],
        Summary = this["summary"],
        Body = body.Length > 0 ? body : throw Malformed("there is no text below the fields"),
        Dateline = new Dateline { Place = this["place"], Country = this["country"], Date = Date() },
        Wires = this["wires"],
        Issuer = this["issuer"],
        Distributor = this["distributor"],
        MoreInfoUrl = this["moreInfo"],
        Source = Required("source"),
        SourceUrl = this["sourceUrl"],
        Facts = Facts(),
    };

    private PartialDate? Date() => this["date"] switch
    {
        null => null,
        var text when PartialDate.TryParse(text, out var date) => date,
        var text => throw Malformed($"'{text}' is no date"),
    };

    private string? Facts()
    {
        if (this["facts"] is not { } text)
            return null;

        var facts = text.Split('|', StringSplitOptions.TrimEntries);
        return facts.All(fact => fact.IndexOf('=', StringComparison.Ordinal) > 0)
            ? string.Join('\n', facts)
            : throw Malformed("'facts' are written A = B | C = D");
    }
}
