namespace ScoPortal.Web;

/// <summary>A paragraph, heading, list, table or quotation of a Markdown text.</summary>
/// <param name="Source">Its Markdown.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
public sealed record MarkdownBlock(string Source, int Start)
{
    /// <summary>Where it ends, exclusively.</summary>
    public int End => Start + Source.Length;
}

/// <summary>A sentence of a Markdown text that is marked on the page.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusively.</param>
/// <param name="Attributes">HTML attributes of every part of it, encoded.</param>
/// <param name="FirstAttributes">HTML attributes of its first part in addition, encoded; empty for none.</param>
/// <param name="Lead">HTML in front of its first words; left out inside a link.</param>
public sealed record MarkedSentence(int Start, int End, string Attributes, string FirstAttributes, string Lead);
