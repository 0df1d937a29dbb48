using System.Xml.Linq;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>The codes of one unit of XLIFF 2.1: elements in the text, and their marks in originalData.</summary>
/// <param name="space">Namespace of the format.</param>
internal sealed class CodeData(XNamespace space)
{
    // More would make a file that this and other tools refuse to read, and the tree of it needs a stack as deep.
    private const int MostInside = 32;

    private readonly Dictionary<string, string> ids = [];

    /// <summary>The marks; null where there are none.</summary>
    public XElement? Element() => ids.Count == 0 ? null : new XElement(space + "originalData", ids.Select(d => new XElement(space + "data", new XAttribute("id", d.Value), Marks(d.Key))));

    /// <summary>A sentence: pairs inside one another become pc, those inside too many of them sc and ec.</summary>
    public IEnumerable<XNode> Inline(CodedText text)
    {
        var (open, flat) = (new Stack<XElement>([new XElement(space + "text")]), 0);
        foreach (var part in text.Parts)
        {
            switch (part.Role)
            {
                case CodeRole.Open when open.Count > MostInside:
                    open.Peek().Add(Code("sc", "dataRef", part));
                    flat++;
                    break;
                case CodeRole.Close when flat > 0:
                    open.Peek().Add(new XElement(space + "ec", new XAttribute("startRef", part.Id), new XAttribute("canDelete", "no"), new XAttribute("canCopy", "no"), new XAttribute("dataRef", Id(part.Text))));
                    flat--;
                    break;
                case CodeRole.Open:
                    var pair = Code("pc", "dataRefStart", part);
                    open.Peek().Add(pair);
                    open.Push(pair);
                    break;
                case CodeRole.Close:
                    open.Pop().SetAttributeValue("dataRefEnd", Id(part.Text));
                    break;
                case CodeRole.Single:
                    open.Peek().Add(Code("ph", "dataRef", part));
                    break;
                default:
                    open.Peek().Add(new XText(part.Text));
                    break;
            }
        }

        return open.Last().Nodes();
    }

    private XElement Code(string name, string reference, CodedPart part)
    {
        var (type, subType) = CodeNames.Types(part.Kind);
        return new XElement(space + name, new XAttribute("id", part.Id), new XAttribute("type", type), new XAttribute("subType", subType),
            new XAttribute("canDelete", "no"), new XAttribute("canCopy", "no"), new XAttribute(reference, Id(part.Text)));
    }

    private string Id(string mark) => ids.TryGetValue(mark, out var id) ? id : ids[mark] = $"d{ids.Count + 1}";

    private IEnumerable<XNode> Marks(string mark) => CodedText.Plain(mark).Parts.Select(part => part.IsText
        ? (XNode)new XText(part.Text)
        : new XElement(space + "cp", new XAttribute("hex", CodeNames.Point(part.Text)[2..])));
}
