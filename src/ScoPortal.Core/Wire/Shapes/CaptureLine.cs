using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire.Shapes;

/// <summary>" date 2021-06-18 checkAd" or " date 2021-04 Issuer": what a page capture left before the text.</summary>
internal static class CaptureLine
{
    private static readonly Regex Line = Patterns.New(@"^date (?<date>\d{4}-\d{2}(-\d{2})?)\s*(?<ad>checkAd)?\s*(?<rest>.*)$");

    public static void Mark(WireDraft draft)
    {
        foreach (var line in draft.Lines.Take(3))
        {
            if (line.Text.Length > 300 || Line.Match(line.Text) is not { Success: true } match
                || !PartialDate.TryParse(match.Groups["date"].Value, out var date))
                continue;
            line.Take(LineRole.Noise, "capture-line");
            draft.CapturedAt = date;
            var span = match.Groups["date"];
            draft.Set("capturedAt", date.ToString(), line, span.Index, span.Length, "capture-line", 0.9);
            if (date.Precision == DatePrecision.Month)
                draft.Warn("date-month-only", $"The page is dated only to the month: {date}.", date.ToString());
            if (match.Groups["rest"] is { Length: > 0 } rest)
                draft.Set("issuerHint", rest.Value, line, rest.Index, rest.Length, "capture-line", 0.6);
            return;
        }
    }
}
