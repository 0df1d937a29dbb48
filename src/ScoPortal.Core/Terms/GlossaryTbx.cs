using System.Globalization;
using System.Text;
using System.Xml;

namespace ScoPortal.Core.Terms;

/// <summary>
/// The glossary as TermBase eXchange: writes ISO 30042:2019, dialect TBX-Basic in DCA style; reads that, its DCT style, and
/// the older martif files of TBX v2. What else a file holds is passed over.
/// </summary>
public static class GlossaryTbx
{
    /// <summary>What the portal says of its files.</summary>
    private const string Description = "Glossary of a ScoPortal newsroom";

    /// <summary>Namespace of TBX v3.</summary>
    private const string Space = "urn:iso:std:iso:30042:ed-2";

    // Where an element stands in: a term's section first, then a language, then the concept.
    private static readonly string[] TermSections = ["termSec", "tig", "ntig"];

    /// <summary>Writes terms. A concept without a form has no place in the format, so such a term is left out.</summary>
    /// <param name="terms">Their languages are written as they are.</param>
    public static string Write(IEnumerable<Term> terms)
    {
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CheckCharacters = true }))
        {
            xml.WriteStartElement("tbx", Space);
            xml.WriteAttributeString("style", "dca");
            xml.WriteAttributeString("type", "TBX-Basic");
            xml.WriteAttributeString("xml", "lang", null, "en");
            Nested(xml, Description, "tbxHeader", "fileDesc", "sourceDesc", "p");
            xml.WriteStartElement("text", Space);
            xml.WriteStartElement("body", Space);
            foreach (var term in terms.Where(t => t.Forms.Count > 0))
                Concept(xml, term);
        }

        return text.ToString();
    }

    /// <summary>Reads concepts one after the other, as far as the file is well formed. No DTD is read and no entity resolved.</summary>
    public static GlossaryFile Read(string text)
    {
        var (read, concept) = (new List<object>(), default(TbxConcept));
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, // martif files name one; it is passed over
            XmlResolver = null,
            MaxCharactersInDocument = GlossaryFile.MaxLength,
        };
        using var xml = XmlReader.Create(new StringReader(text), settings);
        var root = false;
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && !root && !(root = xml.LocalName is "tbx" or "martif" or "TBX"))
                    return new([], [new(LineOf(xml), "Rule.GlossaryNotTbx", xml.LocalName)]);
                concept = Follow(xml, concept, read);
            }
        }
        catch (XmlException broken)
        {
            read.Add(new GlossaryRefusal(Math.Max(1, broken.LineNumber), "Rule.GlossaryNotXml"));
        }

        return GlossaryFile.Of(read);
    }

    private static TbxConcept? Follow(XmlReader xml, TbxConcept? concept, List<object> read)
    {
        var isConcept = xml.LocalName is "conceptEntry" or "termEntry";
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when isConcept && xml.IsEmptyElement:
                return null;
            case XmlNodeType.Element when isConcept:
                return new TbxConcept(xml.GetAttribute("id"), LineOf(xml));
            case XmlNodeType.Element:
                concept?.Open(xml, TermSections.Contains(xml.LocalName), LineOf(xml));
                return concept;
            case XmlNodeType.EndElement when isConcept:
                read.AddRange(concept?.Lines() ?? []);
                return null;
            case XmlNodeType.EndElement:
                concept?.Close(xml.LocalName);
                return concept;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                concept?.Append(xml.Value);
                return concept;
            default:
                return concept;
        }
    }

    private static void Concept(XmlWriter xml, Term term)
    {
        xml.WriteStartElement("conceptEntry", Space);
        xml.WriteAttributeString("id", char.IsAsciiDigit(term.Key[0]) ? "_" + term.Key : term.Key);
        if (term.Note is not null)
            xml.WriteElementString("note", Space, GlossaryFile.Clean(term.Note));
        foreach (var language in GlossaryCsv.InOrder(term).GroupBy(f => f.Language))
        {
            xml.WriteStartElement("langSec", Space);
            xml.WriteAttributeString("xml", "lang", null, language.Key);
            foreach (var form in language)
                Form(xml, form);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Form(XmlWriter xml, TermForm form)
    {
        xml.WriteStartElement("termSec", Space);
        xml.WriteElementString("term", Space, GlossaryFile.Clean(form.Text));
        Typed(xml, "termNote", "administrativeStatus", form.Status switch
        {
            TermStatus.Preferred => "preferredTerm-admn-sts",
            TermStatus.Allowed => "admittedTerm-admn-sts",
            _ => "deprecatedTerm-admn-sts",
        });
        if (form.Source is not null)
            Typed(xml, "admin", "source", GlossaryFile.Clean(form.Source));
        xml.WriteEndElement();
    }

    private static void Typed(XmlWriter xml, string name, string type, string value)
    {
        xml.WriteStartElement(name, Space);
        xml.WriteAttributeString("type", type);
        xml.WriteString(value);
        xml.WriteEndElement();
    }

    private static void Nested(XmlWriter xml, string value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            xml.WriteStartElement(name, Space);
        xml.WriteString(value);
        foreach (var _ in names)
            xml.WriteEndElement();
    }

    private static int LineOf(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
