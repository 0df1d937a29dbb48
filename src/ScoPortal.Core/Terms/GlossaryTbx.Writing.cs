using System.Globalization;
using System.Text;
using System.Xml;

namespace ScoPortal.Core.Terms;

public static partial class GlossaryTbx
{
    /// <summary>What the portal says of its files.</summary>
    private const string Description = "Glossary of a ScoPortal newsroom";

    /// <summary>Namespace of TBX v3.</summary>
    private const string Space = "urn:iso:std:iso:30042:ed-2";

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

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
