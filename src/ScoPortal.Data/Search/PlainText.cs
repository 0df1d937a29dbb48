using Markdig;
using ScoPortal.Core.Text;

namespace ScoPortal.Data.Search;

/// <summary>Markdown without its marks, for the index and its excerpts.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The text of the Markdown; the Markdown itself when it is nested deeper than Markdig follows, or has more marks than it follows in time.</summary>
    public static string Of(string markdown)
    {
        try
        {
            return MarkdownMarks.AreTooMany(markdown) ? markdown : Markdown.ToPlainText(markdown, Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            return markdown;
        }
    }
}
