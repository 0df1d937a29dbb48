namespace ScoPortal.Core.Wire.Shapes;

/// <summary>
/// " date 2021-06-18 checkAd": what a page capture left before the text. What follows on its line is the text's own first
/// line: a headline, a whole paragraph, or the name of the issuer, which some sites print above the headline.
/// </summary>
internal static class CaptureLine
{
    private const int Longest = 40;

    private static readonly Pattern Stamp = Pattern.New(@"^date (?<date>\d{4}-\d{2}(-\d{2})?)\b\s*(?:checkAd\b)?\s*");

    private static readonly Pattern Body = Pattern.New(
        @"\b(?:area|zone|group|office|committee|government|university|company|center|centre|bureau|port|agency|institute|association|council|bank|ministry|inc|ltd|corp|holding|gmbh|ag|se|plc|llc|verein|verband|amt|ministerium|stadt)\b\.?$|(?:区|局|公司|委员会|集团|政府|大学|协会|中心|银行|部)$|^(?:Bundes|Landes|Kreis)?(?:polizei|feuerwehr|zollamt)\w*\b");

    /// <summary>Length of the artefact at the head of a line; 0 when there is none.</summary>
    public static int Length(string line) => line.StartsWith("date ", StringComparison.OrdinalIgnoreCase)
        ? Stamp.Match(line[..Math.Min(line.Length, Longest)]).Length : 0;

    public static void Mark(WireDraft draft)
    {
        if (draft.Lines.Count == 0 || draft.Lines[0] is not { Text.Length: <= Longest } line || Stamp.Match(line.Text) is not { Success: true } match
            || !PartialDate.TryParse(match.Groups["date"].Value, out var date))
            return;
        line.Take(LineRole.Noise, "capture-line");
        draft.CapturedAt = date;
        var span = match.Groups["date"];
        draft.Set("capturedAt", date.ToString(), line, span.Index, span.Length, "capture-line", 0.9);
        if (date.Precision == DatePrecision.Month)
            draft.Warn("date-month-only", $"The page is dated only to the month: {date}.", date.ToString());
        if (draft.Lines.Count > 2 && draft.Lines[1] is { Text.Length: < 80 } name && Body.IsMatch(name.Text) && draft.Lines[2].Text.Length < 300
            && (ChineseDateline.Read(draft.Lines[2].Text) ?? WesternDateline.Read(draft.Lines[2].Text)) is null)
        {
            name.Take(LineRole.Noise, "capture-line");
            draft.Set("issuerHint", name.Text, name, "capture-line", 0.6);
        }
    }
}
