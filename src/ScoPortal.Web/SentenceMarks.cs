using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace ScoPortal.Web;

/// <summary>Wraps the words of marked sentences in spans. A sentence with emphasis or links in it has several: spans never cross other elements.</summary>
internal sealed class SentenceMarks(string source, IReadOnlyList<MarkedSentence> sentences) : HtmlObjectRenderer<LiteralInline>
{
    private int sentence;
    private bool isBegun;

    protected override void Write(HtmlRenderer renderer, LiteralInline literal)
    {
        var text = literal.Content.ToString();
        // What a literal stands for may have more characters than it: a backslash, the white space in a cell.
        var start = literal.Span.Start < 0 || literal.Span.End >= source.Length ? 0
            : Math.Max(literal.Span.Start, source.IndexOf(text, literal.Span.Start, literal.Span.Length, StringComparison.Ordinal));
        for (var at = 0; at < text.Length;)
        {
            while (sentence < sentences.Count && sentences[sentence].End <= start + at)
                (sentence, isBegun) = (sentence + 1, false);
            var isInside = sentence < sentences.Count && sentences[sentence].Start <= start + at;
            var end = sentence == sentences.Count ? text.Length : (isInside ? sentences[sentence].End : sentences[sentence].Start) - start;
            end = Math.Clamp(end, at + 1, text.Length);
            if (isInside)
                Open(renderer, sentences[sentence], literal);
            renderer.WriteEscape(text.AsSpan(at, end - at));
            if (isInside)
                renderer.Write("</span>");
            at = end;
        }
    }

    private void Open(HtmlRenderer renderer, MarkedSentence marked, LiteralInline literal)
    {
        renderer.Write("<span ").Write(marked.Attributes);
        if (!isBegun && marked.FirstAttributes.Length > 0)
            renderer.Write(" ").Write(marked.FirstAttributes);
        renderer.Write(">");
        if (!isBegun && !IsInLink(literal))
            renderer.Write(marked.Lead);
        isBegun = true;
    }

    private static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline)
                return true;
        return false;
    }
}
