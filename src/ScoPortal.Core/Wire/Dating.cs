namespace ScoPortal.Core.Wire;

/// <summary>Gives the dateline and the event a year from the other dates of the text, and says so.</summary>
internal static class Dating
{
    private const int NearDateline = 60;

    private const int NearEvent = 183;

    public static void Complete(WireDraft draft, IReadOnlyList<string> paragraphs, int storyStart)
    {
        if (draft.DatelineDate is { Precision: DatePrecision.DayWithoutYear } yearless)
            CompleteDateline(draft, yearless);
        FindEvent(draft, paragraphs, storyStart);
    }

    private static void CompleteDateline(WireDraft draft, PartialDate yearless)
    {
        foreach (var known in Known(draft).Concat(InNoise(draft)))
        {
            if (WireDates.WithYear(yearless, known, NearDateline) is not { } dated)
                continue;
            draft.DatelineDate = dated;
            draft.Warn(WireRelease.DatelineYearInferred, $"The dateline gives no year; {dated.YearValue} comes from the page around it.", WireDates.Text(dated.YearValue!.Value));
            return;
        }

        draft.Warn("dateline-without-year", "The dateline gives no year, and nothing around it does.");
    }

    private static void FindEvent(WireDraft draft, IReadOnlyList<string> paragraphs, int storyStart)
    {
        if (paragraphs.Count == 0)
            return;
        var line = draft.Lines.Skip(storyStart).FirstOrDefault(l => l.IsText && l.BodyEnd > l.BodyStart);
        if (line is null || WireDates.First(line.Text[line.BodyStart..line.BodyEnd], within: 500) is not { } found)
            return;

        var date = found.Date;
        if (date.Precision == DatePrecision.DayWithoutYear)
        {
            var known = Known(draft);
            if (draft.DatelineDate?.Date is { } dateline)
                known = known.Prepend(dateline);
            if (known.Select(k => WireDates.WithYear(date, k, NearEvent)).FirstOrDefault(d => d is not null) is { } dated)
            {
                date = dated;
                draft.Warn(WireRelease.EventYearInferred, $"The story names the day without its year; {dated.YearValue} is inferred.", WireDates.Text(dated.YearValue!.Value));
            }
        }

        draft.EventDate = date;
        draft.Set("eventDate", date.ToString(), line, line.BodyStart + found.Start, found.Length, "first-date-of-lead", 0.7);
    }

    private static IEnumerable<DateOnly> Known(WireDraft draft)
    {
        if (draft.PostedAt is { } posted)
            yield return posted.Date;
        if (draft.CapturedAt is { Precision: DatePrecision.Day } day)
            yield return day.Date!.Value;
        else if (draft.CapturedAt is { Precision: DatePrecision.Month } month)
            yield return new DateOnly(month.YearValue!.Value, month.MonthValue!.Value, 15);
    }

    /// <summary>Whole dates in captions and page lines: metadata that the page carries in words.</summary>
    private static IEnumerable<DateOnly> InNoise(WireDraft draft) => draft.Lines
        .Where(l => l.Role == LineRole.Noise && l.Rule is "caption" or "newspaper-page" or "posted-line" or "rights" or "editor-credit")
        .Take(20)
        .Select(l => WireDates.First(l.Text)?.Date.Date)
        .OfType<DateOnly>();
}
