using System.Xml;
using System.Xml.Linq;
using ScoPortal.Core.Text;

namespace ScoPortal.Web.Wires;

/// <summary>What a feed says of all its items, and the reading of one after the other.</summary>
internal sealed class FeedChannel
{
    public bool IsAtom { get; private set; }

    public string? Title { get; private set; }

    public string? Language { get; private set; }

    public string? Rights { get; private set; }

    /// <summary>The prefixes of the feed, for a piece that is read without its beginning; null before its first element.</summary>
    public XmlParserContext? Context { get; private set; }

    /// <summary>True when no item is being read.</summary>
    public bool IsBetween { get; private set; } = true;

    /// <summary>Line and column of the names in the first tag of the last item, and in its last one.</summary>
    public ((int Line, int Column) First, (int Line, int Column) Last) Place { get; private set; }

    /// <summary>The next item; null at the end.</summary>
    public XElement? Next(BoundedXml intake)
    {
        IsBetween = true;
        var reader = intake.Reader;
        while (intake.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;

            switch (reader.LocalName)
            {
                case "feed" or "rss" or "RDF" or "channel":
                    Remember(reader);
                    break;
                case "item" or "entry":
                    IsBetween = false;
                    var first = At(reader);
                    var item = intake.Element();
                    Place = (first, At(reader));
                    return item;
                case "title":
                    Title ??= Composed.OneLine(intake.Element().Value);
                    break;
                case "language":
                    Language ??= intake.Element().Words();
                    break;
                case "copyright" or "rights":
                    Rights ??= intake.Element().Words();
                    break;
                default:
                    intake.Element();
                    break;
            }
        }

        return null;
    }

    private static (int, int) At(XmlReader reader) => reader is IXmlLineInfo place ? (place.LineNumber, place.LinePosition) : default;

    private void Remember(XmlReader reader)
    {
        IsAtom |= reader.LocalName == "feed";
        Language ??= reader.GetAttribute("xml:lang");
        var names = Context?.NamespaceManager ?? new XmlNamespaceManager(new NameTable());
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns")
                names.AddNamespace(reader.LocalName, reader.Value);
            else if (reader.Name == "xmlns")
                names.AddNamespace("", reader.Value);
        }

        reader.MoveToElement();
        Context = new XmlParserContext(null, names, null, XmlSpace.Default);
    }
}
