using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// XML from strangers: a document type may be named, as old NewsML and RSS do, and is never read; one with declarations of
/// its own is refused, and so is nesting without end. Nothing outside the file is ever opened.
/// </summary>
internal static class XmlText
{
    private const int Deepest = 200;

    public static XmlReader Open(string xml, XmlParserContext? context = null)
    {
        var doctype = xml.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (doctype >= 0 && xml.AsSpan(doctype).IndexOfAny('[', '>') is >= 0 and var end && xml[doctype + end] == '[')
            throw new WireRefusedException(WireRefusal.Unsafe, "it declares entities of its own");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            ConformanceLevel = context is null ? ConformanceLevel.Document : ConformanceLevel.Fragment,
        };
        return XmlReader.Create(new StringReader(xml), settings, context);
    }

    /// <summary>The whole document.</summary>
    /// <exception cref="WireRefusedException">It is damaged or unsafe.</exception>
    public static XElement Document(string xml)
    {
        try
        {
            using var reader = Open(new NamedLetters(xml).Text);
            reader.MoveToContent();
            return Element(reader);
        }
        catch (XmlException bad)
        {
            throw Damaged(bad);
        }
    }

    public static WireRefusedException Damaged(XmlException bad) => new(WireRefusal.Damaged, $"it is damaged XML: {bad.Message}");

    /// <summary>The element that the reader stands on, with all it holds; the reader stands on its end then.</summary>
    public static XElement Element(XmlReader reader)
    {
        var from = reader.Depth;
        XElement? root = null;
        var open = new Stack<XElement>();
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth - from > Deepest)
                        throw new WireRefusedException(WireRefusal.Unsafe, "it is nested too deeply");
                    var (element, isEmpty) = (new XElement(XName.Get(reader.LocalName, reader.NamespaceURI)), reader.IsEmptyElement);
                    while (reader.MoveToNextAttribute())
                    {
                        if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                            element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                    }

                    if (open.TryPeek(out var parent))
                        parent.Add(element);
                    root ??= element;
                    if (!isEmpty)
                        open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                    open.Peek().Add(new XText(reader.Value));
                    break;
            }
        }
        while (open.Count > 0 && reader.Read());
        reader.MoveToElement();
        return root ?? throw new WireRefusedException(WireRefusal.Damaged, "it has no content");
    }

    /// <summary>The first descendant by its name alone, whatever its namespace.</summary>
    public static XElement? First(this XElement? element, string name) => element?.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>The first child by its name alone.</summary>
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>The words of an element on one line; null where it has none.</summary>
    public static string? Words(this XElement? element) => element is null ? null : PageMetadata.OneLine(element.Value) is { Length: > 0 } words ? words : null;

    /// <summary>An attribute by its name alone.</summary>
    public static string? Attr(this XElement? element, string name) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The inside of an element as HTML: names without namespaces; <paramref name="rename"/> gives an element its name in HTML, or null to leave it out.</summary>
    public static string Html(this XElement element, Func<XElement, string?> rename)
    {
        var html = new StringBuilder();
        Write(element);
        return html.ToString();

        void Write(XElement parent)
        {
            foreach (var node in parent.Nodes())
            {
                if (node is XText text)
                {
                    html.Append(WebUtility.HtmlEncode(text.Value));
                }
                else if (node is XElement child && rename(child) is { } name)
                {
                    html.Append('<').Append(name);
                    foreach (var attribute in child.Attributes().Where(a => a.Name.LocalName is "href" or "src" or "colspan" or "start"))
                        html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
                    html.Append('>');
                    Write(child);
                    if (name is not ("br" or "img" or "hr"))
                        html.Append("</").Append(name).Append('>');
                }
            }
        }
    }
}
