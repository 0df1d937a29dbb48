using System.Xml;
using System.Xml.Linq;

namespace ScoPortal.Core.Text;

/// <summary>How much XML from strangers may hold. What is more is refused before objects are made of it.</summary>
/// <param name="Node">Characters or bytes that may be read for one tag, text, or run of comments; some thousand more may pass.</param>
/// <param name="Depth">How many elements an element may stand in.</param>
/// <param name="Nodes">Elements, attributes and texts of the document, or of a part that begins with <see cref="BoundedXml.Begin"/>.</param>
/// <param name="Part">Characters or bytes of the same, about.</param>
public sealed record XmlBounds(int Node, int Depth, int Nodes, long Part)
{
    /// <summary>Most attributes of an element: looking one up takes time in their number.</summary>
    public const int Attributes = 256;

    internal static XmlBoundsException TooManyAttributes() => new($"an element has more than {Attributes} attributes");
}

/// <summary>The document holds more than <see cref="XmlBounds"/> allow.</summary>
/// <param name="message">What there is too much of.</param>
public sealed class XmlBoundsException(string message) : Exception(message);

/// <summary>
/// XML from strangers: nothing outside of it is opened, no entity of its own is known, comments and processing instructions are
/// passed over, and no part of it is larger than <see cref="XmlBounds"/> say. Damage is an <see cref="XmlException"/>.
/// </summary>
public sealed class BoundedXml : IDisposable
{
    private readonly XmlBounds bounds;
    private readonly XmlIntake intake;
    private readonly Func<XmlReader> open;
    private XmlReader? reader;
    private int nodes;

    /// <param name="stream">The document; its own declaration says its encoding. It stays open.</param>
    /// <param name="bounds">How much it may hold.</param>
    /// <param name="settings">What else to look to; entities and resolver are seen to.</param>
    public BoundedXml(Stream stream, XmlBounds bounds, XmlReaderSettings settings)
    {
        (this.bounds, intake) = (bounds, new XmlIntake(bounds));
        open = () => XmlReader.Create(new XmlIntake.Bytes(stream, intake), Safe(settings));
    }

    /// <param name="text">The document, decoded.</param>
    /// <param name="bounds">How much it may hold.</param>
    /// <param name="settings">What else to look to; entities and resolver are seen to.</param>
    /// <param name="context">Of a piece that was cut out of a document: its prefixes.</param>
    public BoundedXml(string text, XmlBounds bounds, XmlReaderSettings settings, XmlParserContext? context = null)
    {
        (this.bounds, intake) = (bounds, new XmlIntake(bounds));
        open = () => XmlReader.Create(new XmlIntake.Letters(text, intake), Safe(settings), context);
    }

    /// <summary>Where reading stands. Moved on by <see cref="Read"/> and <see cref="Element"/> alone.</summary>
    /// <remarks>The beginning of the document is read when it is asked for first, and may be refused then as later.</remarks>
    /// <exception cref="XmlBoundsException">There is too much of something at the beginning.</exception>
    public XmlReader Reader => reader ??= open();

    /// <summary>The line that is being read, from 1.</summary>
    public int Line => Math.Max(1, (reader as IXmlLineInfo)?.LineNumber ?? 1);

    /// <summary>Here begins a part that is read alone: it may hold as much as the bounds say.</summary>
    public void Begin()
    {
        nodes = 0;
        intake.Begin();
    }

    /// <summary>Goes to the next node; false at the end.</summary>
    /// <exception cref="XmlBoundsException">There is too much of something.</exception>
    public bool Read()
    {
        intake.Refill();
        if (!Reader.Read())
            return false;
        if (Reader.AttributeCount > XmlBounds.Attributes)
            throw XmlBounds.TooManyAttributes();
        if (Reader.Depth > bounds.Depth)
            throw new XmlBoundsException("it is nested too deeply");
        if (Reader.NodeType != XmlNodeType.EndElement && (nodes += 1 + Reader.AttributeCount) > bounds.Nodes)
            throw new XmlBoundsException($"it holds more than {bounds.Nodes} elements, attributes and texts");
        return true;
    }

    /// <summary>Goes to the first element; false where there is none.</summary>
    /// <exception cref="XmlBoundsException">There is too much of something.</exception>
    public bool ReadToRoot()
    {
        while (Reader.NodeType != XmlNodeType.Element)
        {
            if (!Read())
                return false;
        }

        return true;
    }

    /// <summary>The element on which reading stands, with all it holds and without its prefixes; reading stands on its end then.</summary>
    /// <exception cref="XmlBoundsException">There is too much of something.</exception>
    public XElement Element()
    {
        var root = new XElement("root");
        var parent = root;
        do
        {
            switch (Reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (element, isEmpty) = (new XElement(XName.Get(Reader.LocalName, Reader.NamespaceURI)), Reader.IsEmptyElement);
                    while (Reader.MoveToNextAttribute())
                    {
                        if (Reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                            element.SetAttributeValue(XName.Get(Reader.LocalName, Reader.NamespaceURI), Reader.Value);
                    }

                    Reader.MoveToElement();
                    parent.Add(element);
                    parent = isEmpty ? parent : element;
                    break;
                case XmlNodeType.EndElement:
                    parent = parent.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    parent.Add(new XText(Reader.Value));
                    break;
            }
        }
        while (parent != root && Read());
        var first = root.Elements().First();
        first.Remove();
        return first;
    }

    /// <inheritdoc/>
    public void Dispose() => reader?.Dispose();

    private static XmlReaderSettings Safe(XmlReaderSettings settings)
    {
        var safe = settings.Clone();
        (safe.XmlResolver, safe.MaxCharactersFromEntities, safe.CloseInput) = (null, 1, false);
        (safe.IgnoreComments, safe.IgnoreProcessingInstructions) = (true, true);
        return safe;
    }
}
