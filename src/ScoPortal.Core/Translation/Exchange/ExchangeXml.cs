using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScoPortal.Core.Text;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>XML of translation tools: nothing outside a file is opened, no entity declared, and nothing nested without end.</summary>
internal static class ExchangeXml
{
    /// <summary>Namespace of the attributes that the portal adds.</summary>
    public static readonly XNamespace Portal = "urn:scoportal:exchange:1";

    /// <summary>A file of releases.</summary>
    public static readonly XmlBounds File = new(1_000_000, Deepest, 1_000_000, Xliff.Longest);

    /// <summary>A file of the memory; each unit is a part that is read alone.</summary>
    public static readonly XmlBounds Memory = new(250_000, Deepest, 20_000, Tmx.LongestUnit);

    private const int Deepest = 64;

    /// <summary>Opens a file.</summary>
    /// <param name="stream">The file; its own declaration says its encoding.</param>
    /// <param name="longest">Most characters it may have.</param>
    /// <param name="dtd">Ignore: it may name a document type, which is never read; what it declares stays unknown.</param>
    /// <param name="bounds">How much it may hold.</param>
    public static BoundedXml Open(Stream stream, long longest, DtdProcessing dtd, XmlBounds bounds) =>
        new(stream, bounds, new XmlReaderSettings { DtdProcessing = dtd, MaxCharactersInDocument = longest });

    /// <summary>Writes a document in UTF-8, a line for each element outside of texts.</summary>
    /// <param name="root">The document.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="texts">Names of elements in which white space counts.</param>
    public static void Write(XElement root, Stream stream, params IReadOnlyCollection<string> texts)
    {
        Indent(root, "\n", texts);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        root.Save(xml);
    }

    /// <summary>The text with what XML cannot hold left out.</summary>
    public static string Legal(string text) => CodedText.Plain(text).Words;

    /// <summary>The number that an attribute has, or 0.</summary>
    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The number of a match, as "92" or "92.00%", within 0 to 100.</summary>
    public static int Percent(string? text) =>
        double.TryParse(text?.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, 0, 100) : 0;

    /// <summary>An attribute without a namespace.</summary>
    public static string? Attr(this XElement? element, string name) => element?.Attribute(name)?.Value;

    /// <summary>Children by their name, whatever the namespace.</summary>
    public static IEnumerable<XElement> Named(this XElement? element, string name) => element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>Children of all of them.</summary>
    public static IEnumerable<XElement> Named(this IEnumerable<XElement> elements, string name) => elements.SelectMany(e => e.Named(name));

    private static void Indent(XElement element, string line, IReadOnlyCollection<string> texts)
    {
        if (texts.Contains(element.Name.LocalName) || !element.HasElements)
            return;
        foreach (var child in element.Elements())
            Indent(child, line + "  ", texts);
        // All at once: to put one before another looks through all before it.
        element.ReplaceNodes(element.Elements().SelectMany(child => new XNode[] { new XText(line + "  "), child }).Append(new XText(line)).ToList());
    }
}
