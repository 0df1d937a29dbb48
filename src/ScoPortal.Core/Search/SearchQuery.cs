using System.Collections.Concurrent;
using System.Text;

namespace ScoPortal.Core.Search;

/// <summary>
/// What a reader typed, made safe. Words are all required; text in quotation marks of any script is a phrase; a word that
/// yields several tokens (COVID-19, 青岛港, 2025年) is a phrase too. A quotation mark that is never closed and all
/// operators are punctuation; AND, OR and NOT in capitals between words are left out.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>UTF-16 units that are read; the rest of a longer input is ignored.</summary>
    public const int MaxLength = 500;

    /// <summary>Tokens that are used, over all clauses; the rest is ignored.</summary>
    public const int MaxTokens = 32;

    private const string QuotationMarks = "\"“”„«»「」『』＂";

    private readonly ConcurrentDictionary<string, IReadOnlyList<SearchClause>> clauses = new(StringComparer.Ordinal);

    private SearchQuery(string text) => Text = text;

    /// <summary>The input without control characters and lone surrogates, trimmed and cut: fit to be shown again.</summary>
    public string Text { get; }

    /// <summary>Nothing to search for: no letter or digit in the input.</summary>
    public bool IsEmpty => In("").Count == 0;

    /// <summary>Reads any input, null included; never throws for its content.</summary>
    public static SearchQuery Parse(string? raw) => new(Clean(raw ?? ""));

    /// <summary>
    /// What a text in this language must contain. The language of the words themselves is unknown, so a search in several
    /// languages asks each text for what its own language makes of the words.
    /// </summary>
    public IReadOnlyList<SearchClause> In(string language) => clauses.GetOrAdd(language, code => [.. ClausesOf(Text, code)]);

    private static string Clean(string raw)
    {
        var text = new StringBuilder();
        foreach (var rune in raw.AsSpan(0, Math.Min(raw.Length, MaxLength)).EnumerateRunes())
            text.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        return text.ToString().Trim();
    }

    private static IEnumerable<SearchClause> ClausesOf(string text, string language)
    {
        var found = new List<SearchClause>();
        var left = MaxTokens;
        foreach (var (part, quoted) in Parts(text))
        {
            if (!quoted && found.Count > 0 && part is "AND" or "OR" or "NOT")
                continue;
            var tokens = TextAnalyzer.Analyze(part, language);
            if (tokens.Count > 1 && tokens[^1].Kind == TokenKind.CjkTail)
                tokens = [.. tokens.SkipLast(1)];
            if (tokens.Count > left)
                tokens = [.. tokens.Take(left)];
            left -= tokens.Count;
            if (tokens.Count > 0)
                found.Add(Clause(tokens, language, quoted));
        }
        return found.DistinctBy(clause => clause.ToString());
    }

    private static SearchClause Clause(IReadOnlyList<Token> tokens, string language, bool quoted)
    {
        string[] forms = [.. tokens.Select(token => token.Text)];
        var last = tokens[^1];
        if (last.Kind == TokenKind.CjkSingle)
            return new SearchClause(forms, IsPrefix: true);
        if (language != "de" || quoted || forms.Length > 1 || !last.Text.All(char.IsAsciiLetter))
            return new SearchClause(forms);
        if (last.Text.Length >= 5 || (last.Text.Length == 4 && last.Surface == last.Text))
            return new SearchClause(forms, IsPrefix: true);
        return new SearchClause(forms, CompoundStart: last.Surface.Length >= 4 ? last.Surface : null);
    }

    private static IEnumerable<(string Part, bool Quoted)> Parts(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.AsSpan(at).IndexOfAny(QuotationMarks);
            var close = open < 0 ? -1 : text.AsSpan(at + open + 1).IndexOfAny(QuotationMarks);
            var outside = close < 0 ? text[at..] : text.Substring(at, open);
            foreach (var word in outside.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                yield return (word, false);
            if (close < 0)
                yield break;
            yield return (text.Substring(at + open + 1, close), true);
            at += open + close + 2;
        }
    }
}
