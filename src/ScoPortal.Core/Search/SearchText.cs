namespace ScoPortal.Core.Search;

/// <summary>The form of a text that a full-text index stores.</summary>
public static class SearchText
{
    /// <summary>
    /// The tokens joined by spaces. Every token is lower-case letters, digits and marks without ASCII punctuation, so the FTS5
    /// tokenizer "ascii" (every character above U+007F belongs to a word) reads back exactly these tokens, whatever
    /// Unicode version SQLite was built with; "unicode61 remove_diacritics 0" does so for all but recent or Indic scripts.
    /// </summary>
    public static string IndexForm(string text, string language) =>
        string.Join(' ', TextAnalyzer.Analyze(text, language).Select(token => token.Text));
}
