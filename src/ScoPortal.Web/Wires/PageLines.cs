using System.Text;
using AngleSharp.Dom;

namespace ScoPortal.Web.Wires;

/// <summary>A line that a page shows.</summary>
/// <param name="Text">Its words, white space made one space.</param>
/// <param name="Block">The block that holds it.</param>
/// <param name="Skipped">The part of the page that is left out and holds it; null for what stays.</param>
internal sealed record PageLine(string Text, IElement Block, IElement? Skipped);

/// <summary>All lines of a page in the order of its source.</summary>
internal static class PageLines
{
    public static List<PageLine> Of(IElement root, IReadOnlySet<IElement> skipped)
    {
        var (lines, words) = (new List<PageLine>(), new StringBuilder());
        Walk(root, root, null);
        Close(root, null);
        return lines;

        void Walk(IElement element, IElement block, IElement? left)
        {
            foreach (var node in element.ChildNodes)
            {
                if (node is IText text)
                    Append(words, text.Data);
                else if (node is IElement child && !HtmlMarkdown.IsSilent(child))
                    Enter(child, block, left);
            }
        }

        void Enter(IElement child, IElement block, IElement? left)
        {
            var isLeft = left is null && skipped.Contains(child);
            var breaks = isLeft || HtmlMarkdown.IsBlock(child) || child.LocalName is "br";
            if (breaks)
                Close(block, left);
            var inner = HtmlMarkdown.IsBlock(child) ? child : block;
            Walk(child, inner, isLeft ? child : left);
            if (breaks)
                Close(inner, isLeft ? child : left);
        }

        void Close(IElement block, IElement? left)
        {
            var line = words.ToString().Trim();
            words.Clear();
            if (line.Length > 0)
                lines.Add(new(line, block, left));
        }
    }

    private static void Append(StringBuilder words, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                words.Append(c);
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
    }
}
