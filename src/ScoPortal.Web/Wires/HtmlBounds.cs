using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// Parses HTML of strangers, up to a number of elements and of those that are open at once. A parser looks through all open elements for a
/// tag, so that depth costs time squared, and repeats what is open of bold, links and the like in each paragraph that follows, so that a
/// few letters may become millions of elements. Only the parser knows what is open, whatever the tags say; so it is asked while it works.
/// </summary>
internal sealed class HtmlBounds : IElementFactory<Document, HtmlElement>
{
    private const int MostElements = 1_000_000, Deepest = 256;

    // What would stand deeper than the deepest level becomes a sibling there, and stays open all the same.
    private const int MostBelow = 100;

    // An end tag is looked for among all open elements: a page of 8 MiB with 30 of them open at each tag takes a tenth of it.
    private const long MostSteps = 100_000_000;

    private static readonly IElementFactory<Document, HtmlElement> Maker = new BrowsingContext(Configuration.Default).GetService<IElementFactory<Document, HtmlElement>>()!;

    private int count, depth, below;
    private long steps;
    private IElement? last;

    private HtmlBounds()
    {
    }

    /// <summary>Parses a page or a part of one. No script runs and nothing is fetched.</summary>
    /// <exception cref="WireRefusedException">It is too much.</exception>
    public static IHtmlDocument Parse(string html)
    {
        var bounds = new HtmlBounds();
        var options = new HtmlParserOptions { IsScripting = false, MaximumDepth = Deepest, SkipComments = true, OnCreated = bounds.Created, OnToken = bounds.Met };
        var context = new BrowsingContext(Configuration.Default.WithOnly<IElementFactory<Document, HtmlElement>>(bounds));
        return new HtmlParser(options, context).ParseDocument(html);
    }

    /// <summary>Makes an element of HTML: one that is written, or a repetition.</summary>
    public HtmlElement Create(Document document, string localName, string? prefix = null, NodeFlags flags = NodeFlags.None)
    {
        Count();
        return Maker.Create(document, localName, prefix, flags);
    }

    // Told of each element that is written before it has a place: the one before has one by now.
    private void Created(IElement element, TextPosition place)
    {
        depth = 0;
        for (INode? at = last; at is not null && depth < Deepest; at = at.Parent)
            depth++;
        if (depth >= Deepest - 1 && ++below > MostBelow)
            throw new WireRefusedException(WireRefusal.Unsafe, "it is nested too deeply");
        if (element is not HtmlElement)
            Count();
        last = element;
    }

    private void Met(HtmlToken token, TextRange place)
    {
        if (token.Type == HtmlTokenType.EndTag && (steps += depth) > MostSteps)
            throw new WireRefusedException(WireRefusal.Unsafe, "too many tags end in it");
    }

    private void Count()
    {
        if (++count > MostElements)
            throw new WireRefusedException(WireRefusal.Unsafe, $"it holds more than {MostElements} elements");
    }
}
