using System.Xml.Linq;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>
/// XLIFF 2.1 (OASIS Standard, 13 February 2018) with its modules for matches and metadata: a sentence is a unit of one segment, a
/// code pc or ph with its mark in originalData. Read is 2.0 as well, sc and ec, and units that another tool has cut into segments.
/// </summary>
public static partial class Xliff21
{
    private static readonly string[] Segmented = ["segment", "ignorable"];

    internal static TranslationFile Read(XElement file, string sourceLanguage, string targetLanguage)
    {
        var meta = Values(file);
        return new()
        {
            SourceLanguage = sourceLanguage,
            TargetLanguage = targetLanguage,
            Release = ExchangeXml.Number(meta.GetValueOrDefault("release")) is > 0 and var release ? release
                : file.Attr("original") is ['r', 'e', 'l', 'e', 'a', 's', 'e', '-', .. var key] ? ExchangeXml.Number(key) : 0,
            SourceRelease = ExchangeXml.Number(meta.GetValueOrDefault("source-release")),
            SourceRevision = ExchangeXml.Number(meta.GetValueOrDefault("source-revision")),
            Story = ExchangeXml.Number(meta.GetValueOrDefault("story")),
            Title = meta.GetValueOrDefault("title", ""),
            Units = [.. file.Descendants().Where(e => e.Name.LocalName == "unit").Select(Unit)],
        };
    }

    private static Dictionary<string, string> Values(XElement element) => element.Named("metadata").Named("metaGroup")
        .Where(g => g.Attr("category") == "scoportal").Named("meta").DistinctBy(m => m.Attr("type") ?? "").ToDictionary(m => m.Attr("type") ?? "", m => m.Value);

    private static FileUnit Unit(XElement unit)
    {
        var segments = unit.Elements().Where(e => Segmented.Contains(e.Name.LocalName)).ToList();
        var parts = segments.FindAll(s => s.Name.LocalName == "segment");
        var data = Data(unit);
        // A unit is translated when each of its segments is; between them stands what the source has there.
        var isTranslated = parts.TrueForAll(s => s.Named("target").Any());
        var target = isTranslated ? Inline(InOrder(segments).Select(s => s.Named("target").FirstOrDefault() ?? s.Named("source").FirstOrDefault()), data) : null;
        var meta = Values(unit);
        var matches = unit.Named("matches").Named("match").ToLookup(m => m.Attr("subType") == "sco:earlier");
        return new FileUnit(unit.Attr("id") is ['u', .. var id] ? id : unit.Attr("id") ?? "", Inline(segments.SelectMany(s => s.Named("source")), data))
        {
            Target = target is { Parts.Count: > 0 } ? target : null,
            State = target is null or { Parts.Count: 0 } ? UnitState.Empty
                : parts.TrueForAll(s => s.Attr("state") is "reviewed" or "final") ? UnitState.Confirmed : UnitState.Draft,
            Fingerprint = unit.Attribute(ExchangeXml.Portal + "fingerprint")?.Value,
            TargetFingerprint = unit.Attribute(ExchangeXml.Portal + "target-fingerprint")?.Value,
            Field = meta.GetValueOrDefault("field", ""),
            Kind = meta.GetValueOrDefault("kind", ""),
            Earlier = matches[true].Select(Match).FirstOrDefault(),
            Notes = [.. unit.Named("notes").Named("note").Select(n => new FileNote(n.Attr("category") ?? "", n.Value))],
            Matches = [.. matches[false].Select(Match)],
            Language = parts.SelectMany(s => s.Named("target")).Select(t => t.Attribute(Lang)?.Value).FirstOrDefault(l => l is not null),
            IsDamaged = unit.Attr("id") is null || parts.Count == 0 || !parts.TrueForAll(s => s.Named("source").Any()),
        };
    }

    // The translation may have its segments in another order than the source.
    private static IEnumerable<XElement> InOrder(List<XElement> segments) => segments
        .Select((segment, place) => (segment, Order: ExchangeXml.Number(segment.Named("target").FirstOrDefault().Attr("order")) is > 0 and var order ? order : place + 1))
        .OrderBy(s => s.Order).Select(s => s.segment);

    private static FileMatch Match(XElement match)
    {
        var data = Data(match);
        return new(ExchangeXml.Percent(match.Attr("matchQuality") ?? match.Attr("similarity")), Inline(match.Named("source"), data), Inline(match.Named("target"), data), match.Attr("origin") ?? "");
    }

    private static Dictionary<string, string> Data(XElement unit) => unit.Named("originalData").Named("data")
        .DistinctBy(d => d.Attr("id") ?? "").ToDictionary(d => d.Attr("id") ?? "", d => Inline([d], []).ToString());

    private static CodedText Inline(IEnumerable<XElement?> elements, Dictionary<string, string> data)
    {
        var reading = new CodeReading();
        foreach (var element in elements.OfType<XElement>())
            Inline(element, data, reading);
        return reading.Text();
    }

    private static void Inline(XElement element, Dictionary<string, string> data, CodeReading into)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
                into.Text(text.Value);
            else if (node is XElement inner)
                Code(inner, data, into);
        }
    }

    private static void Code(XElement code, Dictionary<string, string> data, CodeReading into)
    {
        string Mark(string reference) => data.GetValueOrDefault(code.Attr(reference) ?? "", "");
        var (id, kind) = (code.Attr("id"), CodeNames.Of(code.Attr("subType")));
        switch (code.Name.LocalName)
        {
            case "pc":
                into.Open(id, null, Mark("dataRefStart"), kind);
                Inline(code, data, into);
                into.Close(id, null, Mark("dataRefEnd"));
                break;
            case "sc":
                into.Open(id, null, Mark("dataRef"), kind);
                break;
            case "ec":
                into.Close(code.Attr("startRef") ?? id, null, Mark("dataRef"));
                break;
            case "ph":
                into.Single(id, Mark("dataRef"), kind);
                break;
            case "cp":
                into.Text(CodeNames.Control("U+" + code.Attr("hex")));
                break;
            default:
                Inline(code, data, into);
                break;
        }
    }
}
