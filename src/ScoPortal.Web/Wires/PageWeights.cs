using AngleSharp.Dom;

namespace ScoPortal.Web.Wires;

/// <summary>How many words an element shows, how many of them are links, and how many stand in sentences.</summary>
/// <param name="Text">Letters outside links; a Han character counts as three.</param>
/// <param name="Links">Letters in links.</param>
/// <param name="Prose">Letters in blocks that look like paragraphs.</param>
/// <param name="LinkCount">Number of links.</param>
internal readonly record struct PageWeight(int Text, int Links, int Prose, int LinkCount)
{
    public double LinkShare => Links == 0 ? 0 : (double)Links / (Text + Links);

    public static PageWeight operator +(PageWeight a, PageWeight b) => new(a.Text + b.Text, a.Links + b.Links, a.Prose + b.Prose, a.LinkCount + b.LinkCount);
}

/// <summary>The weight of every element of a page, without those that are left out.</summary>
internal sealed class PageWeights
{
    private const int ShortestParagraph = 60;

    private readonly Dictionary<IElement, PageWeight> weights = [];
    private readonly IReadOnlySet<IElement> skipped;

    public PageWeights(IElement root, IReadOnlySet<IElement> skipped)
    {
        this.skipped = skipped;
        Weigh(root, isLink: false);
    }

    public PageWeight this[IElement element] => weights.GetValueOrDefault(element);

    private (PageWeight All, PageWeight Own, int Marks) Weigh(IElement element, bool isLink)
    {
        if (HtmlMarkdown.IsSilent(element) || skipped.Contains(element))
            return default;
        isLink |= element.LocalName == "a";
        // What stands in the element itself and in its inline parts makes its line; blocks in it have lines of their own.
        var (all, own, marks) = (default(PageWeight), new PageWeight(0, 0, 0, element.LocalName == "a" ? 1 : 0), 0);
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                var (letters, stops) = Count(text.Data);
                own += isLink ? new(0, letters, 0, 0) : new(letters, 0, 0, 0);
                marks += stops;
            }
            else if (node is IElement child)
            {
                var inner = Weigh(child, isLink);
                all += inner.All;
                own += inner.Own;
                marks += inner.Marks;
            }
        }

        if (!HtmlMarkdown.IsBlock(element))
        {
            weights[element] = all + own;
            return (all, own, marks);
        }

        var isProse = marks > 0 && own.Text >= ShortestParagraph && own.LinkShare < 0.5 && element.LocalName is not ("h1" or "h2" or "h3" or "h4" or "figcaption");
        all += own with { Prose = isProse ? own.Text : 0 };
        weights[element] = all;
        return (all, default, 0);
    }

    private static (int Letters, int Stops) Count(string text)
    {
        int letters = 0, stops = 0;
        foreach (var c in text)
        {
            letters += c is >= '\u3400' and <= '\u9fff' ? 3 : char.IsWhiteSpace(c) ? 0 : 1;
            stops += c is '.' or ',' or '。' or '，' or '、' or '！' or '？' or ';' or '；' or '!' or '?' or ':' or '：' ? 1 : 0;
        }

        return (letters, stops);
    }
}
