using System.Xml.Linq;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

public static partial class Xliff21
{
    private static readonly XNamespace Space = "urn:oasis:names:tc:xliff:document:2.0";
    private static readonly XNamespace Matches = "urn:oasis:names:tc:xliff:matches:2.0";
    private static readonly XNamespace Metadata = "urn:oasis:names:tc:xliff:metadata:2.0";
    private static readonly XName Preserve = XNamespace.Xml + "space", Lang = XNamespace.Xml + "lang";

    /// <summary>Writes a release in UTF-8.</summary>
    /// <param name="file">The release: a document of this format has one pair of languages.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Write(TranslationFile file, Stream stream)
    {
        var root = new XElement(Space + "xliff",
            new XAttribute("version", "2.1"),
            new XAttribute("srcLang", file.SourceLanguage),
            new XAttribute("trgLang", file.TargetLanguage),
            new XAttribute(XNamespace.Xmlns + "mtc", Matches.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "mda", Metadata.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "sco", ExchangeXml.Portal.NamespaceName),
            new XElement(Space + "file",
                new XAttribute("id", $"r{file.Release}"),
                new XAttribute("original", $"release-{file.Release}"),
                Meta(("title", ExchangeXml.Legal(file.Title)), ("release", $"{file.Release}"), ("source-release", $"{file.SourceRelease}"),
                    ("source-revision", $"{file.SourceRevision}"), ("story", $"{file.Story}")),
                file.Units.Select(u => Unit(file, u))));
        ExchangeXml.Write(root, stream, "source", "target", "data", "note", "meta");
    }

    private static XElement Unit(TranslationFile file, FileUnit unit)
    {
        var data = new CodeData(Space);
        var matches = (unit.Earlier is { } earlier ? [Match(earlier, isEarlier: true)] : Array.Empty<XElement>()).Concat(unit.Matches.Select(m => Match(m, isEarlier: false))).ToList();
        var segment = new XElement(Space + "segment",
            new XAttribute("id", "s1"),
            new XAttribute("state", unit.State switch { UnitState.Confirmed => "final", UnitState.Draft => "translated", _ => "initial" }),
            new XElement(Space + "source", new XAttribute(Preserve, "preserve"), data.Inline(unit.Source)),
            unit.Target is null ? null : new XElement(Space + "target", new XAttribute(Preserve, "preserve"), unit.Language is { } language ? new XAttribute(Lang, language) : null, data.Inline(unit.Target)));
        return new XElement(Space + "unit",
            new XAttribute("id", "u" + unit.Id),
            new XAttribute(ExchangeXml.Portal + "fingerprint", unit.Fingerprint ?? FileUnit.FingerprintOf(unit.Source.ToString())),
            unit.TargetFingerprint is { } made ? new XAttribute(ExchangeXml.Portal + "target-fingerprint", made) : null,
            Meta(("field", unit.Field), ("kind", unit.Kind)),
            matches.Count > 0 ? new XElement(Matches + "matches", matches) : null,
            unit.Notes.Count > 0 ? new XElement(Space + "notes", unit.Notes.Select(Note)) : null,
            data.Element(),
            segment);
    }

    private static XElement Note(FileNote note) => new(Space + "note", new XAttribute("category", note.Category), new XAttribute("appliesTo", "target"), ExchangeXml.Legal(note.Text));

    private static XElement Match(FileMatch match, bool isEarlier)
    {
        var data = new CodeData(Space);
        var texts = new[] { new XElement(Space + "source", data.Inline(match.Source)), new XElement(Space + "target", data.Inline(match.Target)) };
        foreach (var text in texts)
            text.SetAttributeValue(Preserve, "preserve");
        return new XElement(Matches + "match",
            new XAttribute("ref", "#s1"),
            isEarlier ? [new XAttribute("type", "other"), new XAttribute("subType", "sco:earlier")] : new[] { new XAttribute("type", "tm"), new XAttribute("matchQuality", match.Percent) },
            new XAttribute("origin", ExchangeXml.Legal(match.Origin)),
            data.Element(),
            texts);
    }

    private static XElement Meta(params IEnumerable<(string Type, string Value)> values) => new(Metadata + "metadata",
        new XElement(Metadata + "metaGroup",
            new XAttribute("category", "scoportal"),
            values.Select(v => new XElement(Metadata + "meta", new XAttribute("type", v.Type), v.Value))));
}
