namespace ScoPortal.Web;

/// <summary>A paragraph, heading, list, table or quotation of a Markdown text.</summary>
/// <param name="Source">Its Markdown.</param>
/// <param name="Length">Its length in UTF-16 units of plain text.</param>
/// <param name="IsHeading">It is a heading.</param>
public sealed record MarkdownBlock(string Source, int Length, bool IsHeading);
