using System.Xml;
using ScoPortal.Core.Text;

namespace ScoPortal.Core.Terms;

/// <summary>
/// The glossary as TermBase eXchange: writes ISO 30042:2019, dialect TBX-Basic in DCA style; reads that, its DCT style, and
/// the older martif files of TBX v2. What else a file holds is passed over.
/// </summary>
public static partial class GlossaryTbx
{
    private static readonly XmlBounds Bounds = new(250_000, 64, 1_000_000, GlossaryFile.MaxLength);

    // Where an element stands in: a term's section first, then a language, then the concept.
    private static readonly string[] TermSections = ["termSec", "tig", "ntig"];

    /// <summary>Reads concepts one after the other, as far as the file is well formed. No DTD is read and no entity resolved.</summary>
    public static GlossaryFile Read(string text)
    {
        var (read, concept) = (new List<object>(), default(TbxConcept));
        // Files of martif name a document type; it is passed over.
        using var intake = new BoundedXml(text, Bounds, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var root = false;
        try
        {
            for (var xml = intake.Reader; intake.Read();)
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
        catch (XmlBoundsException)
        {
            read.Add(new GlossaryRefusal(intake.Line, "Rule.GlossaryTooMuch"));
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

    private static int LineOf(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;
}
