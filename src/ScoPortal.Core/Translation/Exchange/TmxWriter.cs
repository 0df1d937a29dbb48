using System.Globalization;
using System.Text;
using System.Xml;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>
/// Writes a translation memory as TMX 1.4b (LISA, 26 April 2005), unit by unit, so that its size does not matter. The marks of
/// Markdown stand in bpt, ept and ph; codes with one number in x are the same in each language.
/// </summary>
public sealed class TmxWriter : IDisposable
{
    /// <summary>Name of the kind of text in which codes hold Markdown.</summary>
    internal const string DataType = "x-markdown";

    private readonly XmlWriter xml;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to, in UTF-8; it stays open.</param>
    /// <param name="sourceLanguage">BCP 47; null: every language may be the source.</param>
    /// <param name="at">When, in UTC.</param>
    public TmxWriter(Stream stream, string? sourceLanguage, DateTimeOffset at)
    {
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartElement("tmx");
        xml.WriteAttributeString("version", "1.4");
        Line("  ");
        xml.WriteStartElement("header");
        foreach (var (name, value) in new[]
        {
            ("creationtool", "ScoPortal"), ("creationtoolversion", "1"), ("segtype", "sentence"), ("o-tmf", "ScoPortal"), ("adminlang", "en"),
            ("srclang", sourceLanguage ?? "*all*"), ("datatype", DataType), ("creationdate", Date(at)),
        })
            xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
        Line("  ");
        xml.WriteStartElement("body");
    }

    /// <summary>Writes a unit: the codes of its later texts are numbered as in the first.</summary>
    public void Add(TmxUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        Line("    ");
        xml.WriteStartElement("tu");
        if (unit.Changed is { } at)
            xml.WriteAttributeString("changedate", Date(at));
        if (unit.ChangedBy is { } by)
            xml.WriteAttributeString("changeid", ExchangeXml.Legal(by));
        if (unit.Origin is { } origin)
        {
            xml.WriteStartElement("prop");
            xml.WriteAttributeString("type", "x-origin");
            xml.WriteString(ExchangeXml.Legal(origin));
            xml.WriteEndElement();
        }

        var first = unit.Texts.Count > 0 ? CodedText.Of(unit.Texts[0].Text) : null;
        foreach (var text in unit.Texts)
        {
            Line("      ");
            xml.WriteStartElement("tuv");
            xml.WriteAttributeString("xml", "lang", null, text.Language);
            xml.WriteStartElement("seg");
            foreach (var part in CodedText.Of(text.Text).NumberedAs(first!).Parts)
                Write(part);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        Line("    ");
        xml.WriteEndElement();
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => xml.Dispose();

    private void Write(CodedPart part)
    {
        if (part.IsText)
        {
            xml.WriteString(part.Text);
            return;
        }

        var id = part.Id.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(part.Role switch { CodeRole.Open => "bpt", CodeRole.Close => "ept", _ => "ph" });
        if (part.Role != CodeRole.Single)
            xml.WriteAttributeString("i", id);
        if (part.Role != CodeRole.Close)
        {
            xml.WriteAttributeString("x", id);
            xml.WriteAttributeString("type", part.Kind == CodeKind.Control ? $"{CodeNames.Name(part.Kind)}-{CodeNames.Point(part.Text)}" : CodeNames.Name(part.Kind));
        }

        if (part.Kind != CodeKind.Control)
            xml.WriteString(part.Text);
        xml.WriteEndElement();
    }

    private void Line(string indent) => xml.WriteWhitespace("\n" + indent);

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
