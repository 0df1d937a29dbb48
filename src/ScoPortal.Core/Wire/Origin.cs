using System.Text.RegularExpressions;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire;

/// <summary>Who the text comes from, when no credit line says it: the agency that wrote it, the newspaper, the page's hint.</summary>
internal static class Origin
{
    private static readonly Regex Company = Patterns.New(@"\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|Corp|Corporation|Company|Co|Group|GmbH|AG|SE|S\.A|N\.V|B\.V)\.?$");

    public static void Complete(WireDraft draft)
    {
        if (draft["newspaper"] is { } paper && draft.Wires.Count == 0 && draft["dateline"] is ['本', '报' or '報', ..])
            draft.Wires.AddRange(WireNames.Resolve(paper).Select(n => (n.Name, n.Kind, paper)));
        if (draft["issuer"] is not null)
            return;

        if (draft.Wires.Exists(w => w.Kind == WireKind.Agency))
            Copy(draft, draft["newspaper"] is not null && draft["dateline"]![0] == '本' ? "newspaper" : "wires", Name(draft.Wires[0]), "agency-is-issuer", 0.8);
        else if (draft["agencyLine"] is { } line)
            Copy(draft, "agencyLine", line, "agency-line", 0.6);
        else if (AfterBusinessWireLink(draft) is { } company)
            draft.Set("issuer", company.Text, company, "contact-of-business-wire", 0.6);
        else if (draft["issuerHint"] is { } hint)
            Copy(draft, "issuerHint", hint, "capture-line", 0.6);
    }

    /// <summary>Business Wire closes with its link and then the company's name over the contact.</summary>
    private static WireLine? AfterBusinessWireLink(WireDraft draft) => draft.Lines
        .SkipWhile(l => l.Role != LineRole.Noise || !l.Text.Contains("businesswire.com/news", StringComparison.Ordinal))
        .FirstOrDefault(l => l is { Role: LineRole.Contact, Text.Length: < 80 } && Company.IsMatch(l.Text));

    /// <summary>As the text writes it, but without the correspondent.</summary>
    private static string Name((string Name, WireKind Kind, string Written) wire) =>
        wire.Written.StartsWith("Корр.", StringComparison.OrdinalIgnoreCase) ? wire.Name : wire.Written;

    private static void Copy(WireDraft draft, string from, string value, string rule, double confidence)
    {
        var source = draft.Fields.Find(f => f.Name == from);
        var line = source is null ? null : draft.Lines.LastOrDefault(l => l.Start <= source.Start);
        if (line is not null)
            draft.Set("issuer", value, line, source!.Start - line.Start, source.Length, rule, confidence);
    }
}
