using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScoPortal.Core.Text;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>
/// Reads TMX 1.1 to 1.4b (LISA), unit by unit, so that its size does not matter. Of the portal's own files codes give their marks
/// back; the codes of other tools mean nothing here and are left out, their text stays.
/// </summary>
public static class Tmx
{
    /// <summary>Most characters of a file: a thousand million.</summary>
    public const long Longest = 1_000_000_000;

    /// <summary>Most units of a file.</summary>
    public const int MostUnits = 1_000_000;

    /// <summary>Most characters of a unit with all its languages and codes.</summary>
    public const int LongestUnit = 1_000_000;

    /// <summary>Most characters of a sentence.</summary>
    public const int LongestSentence = 4_000;

    private static readonly string[] Own = ["bpt", "ept", "ph"];
    private static readonly XName Lang = XNamespace.Xml + "lang";

    /// <summary>Reads a file. What is behind damage is not read: the last reading says so, with number 0.</summary>
    /// <param name="stream">The file; a document type that it names is not read.</param>
    public static IEnumerable<TmxReading> Read(Stream stream)
    {
        using var xml = ExchangeXml.Open(stream, Longest, DtdProcessing.Ignore, ExchangeXml.Memory);
        var (isFirst, isOwn, units) = (true, false, 0);
        while (true)
        {
            var (element, line, fault) = Next(xml, isFirst);
            isFirst = false;
            if (element is null)
            {
                if ((fault ?? (units == 0 ? ExchangeFault.Nothing : null)) is { } bad)
                    yield return new(0, line, null, bad);
                yield break;
            }

            if (element.Name.LocalName == "header")
            {
                isOwn = element.Attr("datatype") == TmxWriter.DataType && element.Attr("creationtool") == "ScoPortal";
                continue;
            }

            if (++units > MostUnits)
            {
                yield return new(0, line, null, ExchangeFault.TooLarge);
                yield break;
            }

            var unit = Unit(element, isOwn);
            yield return Fault(unit) is { } refused ? new(units, line, null, refused) : new(units, line, unit);
        }
    }

    // The next header or unit; none at the end, and none with a fault where it cannot be read.
    private static (XElement? Element, int Line, ExchangeFault? Fault) Next(BoundedXml xml, bool isFirst)
    {
        try
        {
            if (isFirst && !(xml.ReadToRoot() && xml.Reader.LocalName == "tmx"))
                return (null, xml.Line, ExchangeFault.NotKnown);
            for (xml.Begin(); xml.Read();)
            {
                if (xml.Reader is { NodeType: XmlNodeType.Element, LocalName: "header" or "tu" })
                    return (xml.Element(), xml.Line, null);
            }

            return (null, xml.Line, null);
        }
        catch (XmlBoundsException)
        {
            return (null, xml.Line, ExchangeFault.TooLarge);
        }
        catch (XmlException bad)
        {
            return (null, bad.LineNumber, ExchangeFault.NotXml);
        }
    }

    private static ExchangeFault? Fault(TmxUnit unit) =>
        unit.Texts.Count == 0 || unit.Texts.Any(t => t.Language.Length == 0) ? ExchangeFault.Damaged
        : unit.Texts.Any(t => t.Text.Length == 0) ? ExchangeFault.Empty
        : unit.Texts.Any(t => t.Text.Length > LongestSentence) ? ExchangeFault.TooLong : null;

    private static TmxUnit Unit(XElement unit, bool isOwn) => new([.. unit.Named("tuv").Select(tuv => new TmxText(
        (tuv.Attribute(Lang)?.Value ?? tuv.Attr("lang") ?? "").Trim(), Sentence(tuv.Named("seg").FirstOrDefault(), isOwn)))])
    {
        Changed = Date(unit.Attr("changedate") ?? unit.Attr("creationdate")),
        ChangedBy = unit.Attr("changeid") ?? unit.Attr("creationid"),
        Origin = unit.Named("prop").FirstOrDefault(p => p.Attr("type") == "x-origin")?.Value,
    };

    private static string Sentence(XElement? segment, bool isOwn)
    {
        var text = new StringBuilder();
        if (segment is not null)
            Append(segment, isOwn, text);
        // What is refused for its length need not be looked through for marks.
        return isOwn || text.Length > LongestSentence ? text.ToString()
            : ReturnedText.Markdown(ReturnedText.OneLine(CodedText.Plain(text.ToString())), startsBlock: false, inCell: false);
    }

    private static void Append(XElement element, bool isOwn, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(words.Value);
            else if (node is XElement { Name.LocalName: "hi" } highlighted)
                Append(highlighted, isOwn, text);
            else if (node is XElement code && isOwn && Own.Contains(code.Name.LocalName))
                text.Append(code.Attr("type") is ['x', '-', 'c', 'o', 'n', 't', 'r', 'o', 'l', '-', .. var point] ? CodeNames.Control(point) : code.Value);
            else if (node is XElement { Name.LocalName: "ph" } lone && lone.Attr("type") == "lb")
                text.Append(' ');
        }
    }

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
