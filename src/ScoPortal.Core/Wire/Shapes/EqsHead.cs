namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// What EQS (before: DGAP) puts around a notice of a listed company: "EQS-Ad-hoc: Company / Key word(s): …" above the headline,
/// who passed it on, who answers for it; and news aktuell in Switzerland: "MEDIENMITTEILUNG - Redaktionelle Verantwortung X".
/// </summary>
internal static class EqsHead
{
    private const int Longest = 360;

    private static readonly Pattern Kind = Pattern.New(
        @"^(?:(?:DGAP|EQS)-[\p{L}-]{2,30}|original[- ]research)\s?:\s*(?<issuer>[^/]{2,120}?)\s*(?:/\s*(?:Schlagwort\(e\)|Key ?word\(s\)|Schlagworte|Keywords)\s*:.*)?$");

    private static readonly Pattern Notice = Pattern.New(
        @"^(?:.{0,220}(?:übermittelt durch|transmitted by|verbreitet durch)\s+(?<by>(?:die |the )?(?:DGAP|EQS)[^.]{0,60}).*"
        + @"|für den inhalt der mitteilung ist der emittent.*|the issuer(?: / publisher)? is solely responsible for the content.*"
        + @"|.{0,30}(?:die (?:DGAP|EQS) distributionsservices|the (?:DGAP|EQS) distribution services).*|(?:medienarchiv|archive?) (?:unter|at)\s.*)$");

    private static readonly Pattern Editorial = Pattern.New(
        @"^(?:medienmitteilung|communiqué de presse|comunicato stampa|press release)\s*[-–]\s*(?:redaktionelle verantwortung|responsabilité éditoriale|responsabilità editoriale|editorial responsibility)\s*[:：]?\s*(?<issuer>.{2,120})$");

    public static void Mark(WireDraft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (!line.IsText || line.Text.Length > Longest)
                continue;
            if ((Kind.Match(line.Text) is { Success: true } head ? head : Editorial.Match(line.Text)) is { Success: true } named)
            {
                line.Take(LineRole.Noise, "notice-head");
                var issuer = named.Groups["issuer"];
                draft.Set("issuer", issuer.Value, line, issuer.Index, issuer.Length, "notice-head", 0.85);
            }
            else if (Notice.Match(line.Text) is { Success: true } notice)
            {
                line.Take(LineRole.Noise, "notice-foot");
                if (notice.Groups["by"] is { Success: true } by)
                    draft.Set("distributor", by.Value.Trim(' ', '-'), line, by.Index, by.Length, "notice-foot", 0.8);
            }
        }
    }
}
