using System.Xml.Linq;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

public static partial class Xliff12
{
    private static readonly XNamespace Space = "urn:oasis:names:tc:xliff:document:1.2";
    private static readonly XName Preserve = XNamespace.Xml + "space", Lang = XNamespace.Xml + "lang";

    /// <summary>Writes releases into one file, in UTF-8.</summary>
    /// <param name="files">The releases; their languages may differ.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Write(IEnumerable<TranslationFile> files, Stream stream)
    {
        var root = new XElement(Space + "xliff", new XAttribute("version", "1.2"), new XAttribute(XNamespace.Xmlns + "sco", ExchangeXml.Portal.NamespaceName), files.Select(File));
        ExchangeXml.Write(root, stream, "source", "target", "note");
    }

    private static XElement File(TranslationFile file) => new(Space + "file",
        new XAttribute("original", $"release-{file.Release}"),
        new XAttribute("source-language", file.SourceLanguage),
        new XAttribute("target-language", file.TargetLanguage),
        new XAttribute("datatype", "x-markdown"),
        new XAttribute(ExchangeXml.Portal + "release", file.Release),
        new XAttribute(ExchangeXml.Portal + "source-release", file.SourceRelease),
        new XAttribute(ExchangeXml.Portal + "source-revision", file.SourceRevision),
        new XAttribute(ExchangeXml.Portal + "story", file.Story),
        new XElement(Space + "header", new XElement(Space + "note", new XAttribute("from", "title"), ExchangeXml.Legal(file.Title))),
        new XElement(Space + "body", file.Units.Select(u => Unit(file, u))));

    private static XElement Unit(TranslationFile file, FileUnit unit) => new(Space + "trans-unit",
        new XAttribute("id", unit.Id),
        new XAttribute(Preserve, "preserve"),
        unit.State == UnitState.Confirmed ? new XAttribute("approved", "yes") : null,
        new XAttribute("restype", "x-" + unit.Field),
        new XAttribute(ExchangeXml.Portal + "kind", unit.Kind),
        new XAttribute(ExchangeXml.Portal + "fingerprint", unit.Fingerprint ?? FileUnit.FingerprintOf(unit.Source.ToString())),
        unit.TargetFingerprint is { } made ? new XAttribute(ExchangeXml.Portal + "target-fingerprint", made) : null,
        new XElement(Space + "source", new XAttribute(Lang, file.SourceLanguage), Inline(unit.Source)),
        new XElement(Space + "target", new XAttribute(Lang, unit.Language ?? file.TargetLanguage), new XAttribute("state", State(unit)), Inline(unit.Target)),
        unit.Notes.Select(n => new XElement(Space + "note", new XAttribute("from", n.Category), new XAttribute("annotates", "target"), ExchangeXml.Legal(n.Text))),
        unit.Earlier is { } earlier ? Match(earlier, new XAttribute("alttranstype", "previous-version")) : null,
        unit.Matches.Select(m => Match(m, new XAttribute("match-quality", $"{m.Percent}%"))));

    private static XElement Match(FileMatch match, XAttribute how) => new(Space + "alt-trans",
        how,
        new XAttribute("origin", ExchangeXml.Legal(match.Origin)),
        new XAttribute(Preserve, "preserve"),
        new XElement(Space + "source", Inline(match.Source)),
        new XElement(Space + "target", Inline(match.Target)));

    private static string State(FileUnit unit) => unit.State switch
    {
        UnitState.Confirmed => "final",
        UnitState.Draft => "translated",
        _ => unit.Earlier is null ? "new" : "needs-translation",
    };

    private static IEnumerable<XNode> Inline(CodedText? text) => text?.Parts.Select(part => part.Role switch
    {
        CodeRole.Open => Code("bpt", part),
        CodeRole.Close => Code("ept", part),
        CodeRole.Single => Code("ph", part),
        _ => (XNode)new XText(part.Text),
    }) ?? [];

    private static XElement Code(string name, CodedPart part) => new(Space + name,
        new XAttribute("id", part.Id),
        part.Role != CodeRole.Close ? new XAttribute("ctype", CodeNames.Name(part.Kind)) : null,
        part.Kind == CodeKind.Control ? new XAttribute("equiv-text", CodeNames.Point(part.Text)) : part.Text);
}
