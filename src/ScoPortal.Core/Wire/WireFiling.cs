using ScoPortal.Core.Search;

namespace ScoPortal.Core.Wire;

/// <summary>Where a text may belong: it is asked for the names of zones and topics.</summary>
/// <param name="read">What was read.</param>
public sealed class WireFiling(WireRelease read)
{
    // A text of megabytes says what it is about at its beginning.
    private const int Enough = 20_000;

    private readonly string language = read.Language ?? "";
    private readonly HashSet<string> words = [.. TextAnalyzer.Analyze(Beginning(read), read.Language ?? "").Select(t => t.Text)];

    /// <summary>Every word of <paramref name="name"/> occurs in the text, whatever its ending.</summary>
    public bool Mentions(string name) =>
        TextAnalyzer.Analyze(name, language).Where(t => t.Kind != TokenKind.CjkTail).Select(t => t.Text).ToList() is { Count: > 0 } wanted
        && wanted.TrueForAll(words.Contains);

    private static string Beginning(WireRelease read)
    {
        var text = string.Join('\n', [read.Headline, read.Subheadline, read.Place, read.Issuer, .. read.Paragraphs]);
        return text.Length <= Enough ? text : text[..Enough];
    }
}
