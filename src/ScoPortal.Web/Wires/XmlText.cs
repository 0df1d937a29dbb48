using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScoPortal.Core.Text;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>
/// XML from strangers: a document type may be named, as old NewsML and RSS do, and is never read; one with declarations of
/// its own is refused, and so is what nests or repeats without end. Nothing outside the file is ever opened.
/// </summary>
internal static class XmlText
{
    // A whole story with its pictures inside may stand in one text.
    private static readonly XmlBounds Bounds = new(4 * 1024 * 1024, 200, 1_000_000, long.MaxValue);

    /// <exception cref="WireRefusedException">It declares entities of its own.</exception>
    public static BoundedXml Open(string xml, XmlParserContext? context = null)
    {
        var doctype = xml.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (doctype >= 0 && xml.AsSpan(doctype).IndexOfAny('[', '>') is >= 0 and var end && xml[doctype + end] == '[')
            throw new WireRefusedException(WireRefusal.Unsafe, "it declares entities of its own");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            CheckCharacters = false,
            ConformanceLevel = context is null ? ConformanceLevel.Document : ConformanceLevel.Fragment,
        };
        return new BoundedXml(xml, Bounds, settings, context);
    }

    /// <summary>The whole document.</summary>
    /// <exception cref="WireRefusedException">It is damaged or unsafe.</exception>
    public static XElement Document(string xml)
    {
        try
        {
            using var intake = Open(new NamedLetters(xml).Text);
            return intake.ReadToRoot() ? intake.Element() : throw new WireRefusedException(WireRefusal.Damaged, "it has no content");
        }
        catch (XmlException bad)
        {
            throw Damaged(bad);
        }
        catch (XmlBoundsException bad)
        {
            throw Unsafe(bad);
        }
    }

    public static WireRefusedException Damaged(XmlException bad) => new(WireRefusal.Damaged, $"it is damaged XML: {bad.Message}");

    public static WireRefusedException Unsafe(XmlBoundsException bad) => new(WireRefusal.Unsafe, bad.Message);

    /// <summary>The first descendant by its name alone, whatever its namespace.</summary>
    public static XElement? First(this XElement? element, string name) => element?.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>The element as XML, with the characters that XML does not allow as they came.</summary>
    public static string Source(this XElement element)
    {
        var xml = new StringBuilder();
        using (var writer = XmlWriter.Create(xml, new XmlWriterSettings { CheckCharacters = false, OmitXmlDeclaration = true, Indent = true }))
            element.WriteTo(writer);
        return xml.ToString();
    }

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
