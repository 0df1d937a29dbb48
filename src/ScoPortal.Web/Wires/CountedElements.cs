using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// Makes the elements of a page, up to a number: a parser repeats what is open of bold, links and the like in each paragraph
/// that follows, so that a few letters of HTML may become millions of elements.
/// </summary>
internal sealed class CountedElements : IElementFactory<Document, HtmlElement>
{
    private const int Most = 1_000_000;

    private static readonly IElementFactory<Document, HtmlElement> Maker = new BrowsingContext(Configuration.Default).GetService<IElementFactory<Document, HtmlElement>>()!;

    private int count;

    private CountedElements()
    {
    }

    /// <summary>Where one page is parsed; a new one for each page.</summary>
    public static IBrowsingContext Context() =>
        new BrowsingContext(Configuration.Default.WithOnly<IElementFactory<Document, HtmlElement>>(new CountedElements()));

    /// <exception cref="WireRefusedException">There are too many.</exception>
    public HtmlElement Create(Document document, string localName, string? prefix = null, NodeFlags flags = NodeFlags.None) =>
        ++count > Most ? throw new WireRefusedException(WireRefusal.Unsafe, $"it holds more than {Most} elements") : Maker.Create(document, localName, prefix, flags);
}
