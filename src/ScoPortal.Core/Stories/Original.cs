namespace ScoPortal.Core.Stories;

/// <summary>The number of a release at a wire or on a site, such as the PR Newswire number or a presseportal path.</summary>
public class ExternalId
{
    private ExternalId() => (Scheme, Value) = ("", "");

    internal ExternalId(string scheme, string value) => (Scheme, Value) = (scheme, value);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose number it is: prnewswire, presseportal, metinfo.</summary>
    public string Scheme { get; private set; }

    /// <summary>The number as that body writes it.</summary>
    public string Value { get; private set; }
}

/// <summary>A text as it came in, kept untouched beside the release made from it.</summary>
public class Original
{
    private Original() => (Text, FileName, Fingerprint) = ("", "", "");

    /// <param name="text">The text, not a character changed.</param>
    /// <param name="fileName">Name of the file, without its folder.</param>
    /// <param name="fingerprint">SHA-256 in hexadecimal over the text with white space collapsed: one text makes one release.</param>
    /// <param name="importedAt">When it came in, in UTC.</param>
    /// <param name="source">The untouched bytes where the text is not the whole of them.</param>
    /// <param name="sourceType">Their media type.</param>
    public Original(string text, string fileName, string fingerprint, DateTimeOffset importedAt, byte[]? source = null, string? sourceType = null) =>
        (Text, FileName, Fingerprint, ImportedAt, Source, SourceType) = (text, fileName, fingerprint, importedAt, source, sourceType);

    /// <summary>Key of the release.</summary>
    public int ReleaseId { get; private set; }

    /// <summary>The text, not a character changed.</summary>
    public string Text { get; private set; }

    /// <summary>Name of the file it was in.</summary>
    public string FileName { get; private set; }

    /// <summary>SHA-256 in hexadecimal over the text with white space collapsed; unique.</summary>
    public string Fingerprint { get; private set; }

    /// <summary>When it came in, in UTC.</summary>
    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>
    /// The untouched file, or item of a feed, where <see cref="Text"/> was taken out of it or its encoding guessed; null where the
    /// text is the whole of it.
    /// </summary>
    public byte[]? Source { get; private set; }

    /// <summary>Media type of <see cref="Source"/>, such as text/html.</summary>
    public string? SourceType { get; private set; }
}
