using Markdig;

namespace ScoPortal.Data.Search;

/// <summary>Markdown without its marks, for the index and its excerpts.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The text of the Markdown; the Markdown itself when it is nested deeper than Markdig follows.</summary>
    public static string Of(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown, Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            return markdown;
        }
    }
}
