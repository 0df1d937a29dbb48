using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Wire;

/// <summary>Who the text comes from, when no credit line says it: the agency that wrote it, the newspaper, the page's hint.</summary>
internal static class Origin
{
    private static readonly Pattern Company = Pattern.New(@"\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|Corp|Corporation|Company|Co|Group|GmbH|AG|SE|S\.A|N\.V|B\.V)\.?$");

    private static readonly Pattern OwnName = Pattern.New(@"^(?<paper>\p{IsCJKUnifiedIdeographs}{2,8})\s?[:：]");

    public static void Complete(WireDraft draft)
    {
        // 本报, "this newspaper": its name stands under the text, or before the headline.
        var isOwnReport = draft["dateline"] is ['本', '报' or '報', ..];
        if (isOwnReport && draft["newspaper"] is null && OwnName.Match(draft["headline"] ?? "") is { Success: true } own && WireNames.Resolve(own.Groups["paper"].Value).Count > 0)
            Copy(draft, "headline", "newspaper", own.Groups["paper"].Value, "newspaper-in-headline", 0.7);
        if (isOwnReport && draft["newspaper"] is { } paper && draft.Wires.Count == 0)
            draft.Wires.AddRange(WireNames.Resolve(paper).Select(n => (n.Name, n.Kind, paper)));
        if (draft["issuer"] is not null)
            return;

        if (draft.Wires.Exists(w => w.Kind == WireKind.Agency))
            Copy(draft, draft["newspaper"] is not null && isOwnReport ? "newspaper" : "wires", "issuer", Name(draft.Wires[0]), "agency-is-issuer", 0.8);
        else if (draft["agencyLine"] is { } line)
            Copy(draft, "agencyLine", "issuer", line, "agency-line", 0.6);
        else if (BeforeOtsNotice(draft) is { } sender)
            draft.Set("issuer", sender.Text, sender, "sender-of-ots", 0.8);
        else if (AfterBusinessWireLink(draft) is { } company)
            draft.Set("issuer", company.Text, company, "contact-of-business-wire", 0.6);
        else if (draft["issuerHint"] is { } hint)
            Copy(draft, "issuerHint", "issuer", hint, "capture-line", 0.6);
    }

    /// <summary>APA-OTS prints the sender between the contact and its notice.</summary>
    private static WireLine? BeforeOtsNotice(WireDraft draft)
    {
        const int longest = 90;
        var notice = draft.Lines.ToList().FindLastIndex(l => l.Text.StartsWith("OTS-ORIGINALTEXT PRESSE", StringComparison.Ordinal));
        return notice > 0 && draft.Lines[notice - 1] is { Role: LineRole.Contact, Text.Length: < longest } line && !line.Text.Any(c => char.IsDigit(c) || c is '@' or ':') ? line : null;
    }

    /// <summary>Business Wire closes with its link and then the company's name over the contact.</summary>
    private static WireLine? AfterBusinessWireLink(WireDraft draft) => draft.Lines
        .SkipWhile(l => l.Role != LineRole.Noise || !l.Text.Contains("businesswire.com/news", StringComparison.Ordinal))
        .FirstOrDefault(l => l is { Role: LineRole.Contact, Text.Length: < 80 } && Company.IsMatch(l.Text));

    /// <summary>As the text writes it, but without the correspondent and the regional service.</summary>
    private static string Name((string Name, WireKind Kind, string Written) wire)
    {
        if (wire.Written.StartsWith("Корр.", StringComparison.OrdinalIgnoreCase))
            return wire.Name;
        var end = wire.Written.IndexOf(',', StringComparison.Ordinal);
        if (end < 0 && wire.Written.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && wire.Written[(slash + 1)..].All(char.IsAsciiLetterLower))
            end = slash;
        return end > 0 ? wire.Written[..end].TrimEnd() : wire.Written;
    }

    private static void Copy(WireDraft draft, string from, string to, string value, string rule, double confidence)
    {
        var source = draft.Fields.Find(f => f.Name == from);
        var line = source is null ? null : draft.Lines.LastOrDefault(l => l.Start <= source.Start);
        if (line is not null)
            draft.Set(to, value, line, source!.Start - line.Start, source.Length, rule, confidence);
    }
}
