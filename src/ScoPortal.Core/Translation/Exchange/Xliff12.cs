using System.Xml.Linq;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>
/// XLIFF 1.2 (OASIS Standard, 1 February 2008): a sentence is a trans-unit, a code bpt, ept or ph with its mark inside. Read are
/// g, x, bx, ex and it as well, segments in mrk, and states as other tools set them.
/// </summary>
public static partial class Xliff12
{
    private static readonly string[] Final = ["final", "signed-off"];

    internal static TranslationFile Read(XElement file) => new()
    {
        SourceLanguage = file.Attr("source-language") ?? "",
        TargetLanguage = file.Attr("target-language") ?? "",
        Release = Number(file, "release"),
        SourceRelease = Number(file, "source-release"),
        SourceRevision = Number(file, "source-revision"),
        Story = Number(file, "story"),
        Title = file.Named("header").Named("note").FirstOrDefault(n => n.Attr("from") == "title")?.Value ?? "",
        Units = [.. file.Descendants().Where(e => e.Name.LocalName == "trans-unit").Select(Unit)],
    };

    // The attribute of ours, or what the name of the original says.
    private static int Number(XElement file, string name) =>
        file.Attribute(ExchangeXml.Portal + name) is { } own ? ExchangeXml.Number(own.Value)
        : name == "release" && file.Attr("original") is ['r', 'e', 'l', 'e', 'a', 's', 'e', '-', .. var key] ? ExchangeXml.Number(key) : 0;

    private static FileUnit Unit(XElement unit)
    {
        var (source, target) = (unit.Named("source").FirstOrDefault(), unit.Named("target").FirstOrDefault());
        var text = target is null ? null : Inline(target);
        var alternatives = unit.Named("alt-trans").ToLookup(a => a.Attr("alttranstype") == "previous-version");
        return new FileUnit(unit.Attr("id") ?? "", Inline(source))
        {
            Target = text is { Parts.Count: > 0 } ? text : null,
            State = State(unit, target, text),
            Fingerprint = unit.Attribute(ExchangeXml.Portal + "fingerprint")?.Value,
            TargetFingerprint = unit.Attribute(ExchangeXml.Portal + "target-fingerprint")?.Value,
            Field = unit.Attr("restype") is ['x', '-', .. var field] ? field : "",
            Kind = unit.Attribute(ExchangeXml.Portal + "kind")?.Value ?? "",
            Earlier = alternatives[true].Select(Match).FirstOrDefault(),
            Notes = [.. unit.Named("note").Select(n => new FileNote(n.Attr("from") ?? "", n.Value))],
            Matches = [.. alternatives[false].Where(a => a.Attr("alttranstype") is null or "proposal").Select(Match)],
            Language = target?.Attribute(Lang)?.Value,
            IsDamaged = source is null || unit.Attr("id") is null,
        };
    }

    private static UnitState State(XElement unit, XElement? target, CodedText? text) =>
        text is null or { Parts.Count: 0 } ? UnitState.Empty
        : unit.Attr("approved") == "yes" || Final.Contains(target.Attr("state")) ? UnitState.Confirmed : UnitState.Draft;

    private static FileMatch Match(XElement match) => new(
        ExchangeXml.Percent(match.Attr("match-quality")),
        Inline(match.Named("source").FirstOrDefault()),
        Inline(match.Named("target").FirstOrDefault()),
        match.Attr("origin") ?? "");

    private static CodedText Inline(XElement? element)
    {
        var reading = new CodeReading();
        if (element is not null)
            Inline(element, reading);
        return reading.Text();
    }

    private static void Inline(XElement element, CodeReading into)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
                into.Text(text.Value);
            else if (node is XElement inner)
                Code(inner, into);
        }
    }

    private static void Code(XElement code, CodeReading into)
    {
        var kind = CodeNames.Of(code.Attr("ctype"));
        var mark = kind == CodeKind.Control ? CodeNames.Control(code.Attr("equiv-text")) : code.Value;
        switch (code.Name.LocalName)
        {
            case "g":
                into.Open(code.Attr("id"), null, "", kind);
                Inline(code, into);
                into.Close(code.Attr("id"), null, "");
                break;
            case "bpt" or "bx":
                into.Open(code.Attr("id"), code.Attr("rid"), mark, kind);
                break;
            case "ept" or "ex":
                into.Close(code.Attr("id"), code.Attr("rid"), mark);
                break;
            case "ph" or "x" or "it":
                into.Single(code.Attr("id"), mark, kind);
                break;
            default:
                Inline(code, into);
                break;
        }
    }
}
