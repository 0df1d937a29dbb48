namespace ScoPortal.Core.Translation.Pairing;

/// <summary>A text as pairing looks at it.</summary>
/// <param name="Language">Two-letter code; a language without rules of its own is read by general ones.</param>
/// <param name="Title">Headline, or empty.</param>
/// <param name="Text">Paragraphs parted by an empty line, plain or Markdown.</param>
/// <param name="Date">When it was published or dated, where that is known.</param>
/// <param name="Identifiers">Numbers that wires and issuers gave it.</param>
public sealed record PairDocument(string Language, string Title, string Text, DateOnly? Date = null, IReadOnlyList<string>? Identifiers = null);
