using System.Globalization;
using System.Text.RegularExpressions;
using ScoPortal.Core.Wire;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>Dates, months and times of day in a text.</summary>
internal static class FigureDates
{
    private static readonly string[] RussianStems = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    // The wires' table has the two cases that stand beside a day; a month alone has all of them.
    private static readonly string RussianMonth = $"(?:{string.Join('|', RussianStems)})(?:ь|я|е|ю|ем|а|у|ом|й)";

    private static readonly Pattern Dates = Pattern.New(
        $@"(?:\b{WireDates.Named}|{WireDates.Figures}"
        + $@"|\b(?<m6>{Months.Pattern}|{RussianMonth})\b\.?(?:,?\s+(?:of\s+|de\s+)?(?<y6>\d{{4}})\b)?"
        + @"|(?:(?<y7>\d{4})\s?年\s?)?(?<m7>\d{1,2})\s?月"
        + @"|\b(?<a8>\d{1,2})/(?<b8>\d{1,2})/(?<y8>\d{4}))");

    private static readonly Pattern Times = TimesWith(@"Uhr\b");

    // "Am" is a word in German.
    private static readonly Pattern EnglishTimes = TimesWith(@"[ap]\.?m\b\.?|Uhr\b");

    /// <summary>Every date and time, in reading order, none inside another.</summary>
    public static IEnumerable<Figure> In(string text, string language)
    {
        foreach (var match in Dates.Matches(text))
            if (Date(match, language) is { } value)
                yield return new(match.Index, match.Length - Trailing(match.Value), FigureKind.Date, value);
        foreach (var match in (language == "en" ? EnglishTimes : Times).Matches(text))
            if (!GoesOn(text, match.Index) && Time(match) is { } value)
                yield return new(match.Index, match.Length, FigureKind.Time, value);
    }

    private static Pattern TimesWith(string words) => Pattern.New(
        $@"(?:\b(?<h1>\d{{1,2}})[:.](?<n1>\d{{2}})\s?(?<p1>{words})|\b(?<h2>\d{{1,2}}):(?<n2>\d{{2}})\b|\b(?<h3>\d{{1,2}})\s?(?<p3>{words})"
        + @"|(?<p4>上午|下午|晚上?|凌晨|早上|中午)?(?<h4>\d{1,2})[时時点點](?:(?<n4>\d{1,2})分)?)");

    // 3012点 and 0.5点 are points of an index.
    private static bool GoesOn(string text, int at) =>
        at > 0 && char.IsDigit(text[at]) && (char.IsDigit(text[at - 1]) || (at > 1 && text[at - 1] is '.' or ',' && char.IsDigit(text[at - 2])));

    // A full stop behind "June" may be the sentence's.
    private static int Trailing(string match) => match[^1] == '.' && !char.IsAsciiDigit(match[^2]) ? 1 : 0;

    private static string? Date(Match match, string language)
    {
        var month = match.Groups["m6"];
        if (month.Success)
        {
            var isName = char.IsUpper(month.Value[0]) || language is not ("en" or "de" or "zh");
            var isWhole = month.Length > 3 || month.Value.Equals("may", StringComparison.OrdinalIgnoreCase) || month.Value.Equals("mai", StringComparison.OrdinalIgnoreCase) || language == "ru";
            return isName && isWhole && MonthOf(month.Value) is { } number ? MonthText(match.Groups["y6"].Value, number) : null;
        }

        if (match.Groups["m7"].Success)
            return MonthText(match.Groups["y7"].Value, WireDates.Number(match.Groups["m7"].Value));
        if (match.Groups["y8"].Success)
            return Slashes(WireDates.Number(match.Groups["a8"].Value), WireDates.Number(match.Groups["b8"].Value), WireDates.Number(match.Groups["y8"].Value), language);
        return match.Groups["m1"] is { Success: true } name && language is "en" or "de" && char.IsLower(match.Groups["m1"].Value[0]) ? null : WireDates.Read(match)?.ToString();
    }

    private static int? MonthOf(string name)
    {
        var folded = name.ToLowerInvariant();
        var stem = Array.FindIndex(RussianStems, s => folded.StartsWith(s, StringComparison.Ordinal) && (s.Length > 2 || folded.Length <= 4));
        if (folded.StartsWith("мар", StringComparison.Ordinal))
            stem = 2;
        return stem >= 0 ? stem + 1 : folded[0] < 'а' ? Months.Number(name) : null;
    }

    private static string? MonthText(string year, int month) => month is < 1 or > 12 ? null
        : year.Length == 4 && WireDates.Number(year) is >= 1900 and < 2200 and var known ? PartialDate.Month(known, month).ToString()
        : string.Create(CultureInfo.InvariantCulture, $"--{month:00}");

    // 18/06/2021 says which is which; 06/07/2021 follows the language.
    private static string? Slashes(int a, int b, int year, string language) =>
        (a > 12 || (b <= 12 && language != "en") ? WireDates.Make(year, b, a) : WireDates.Make(year, a, b))?.ToString();

    private static string? Time(Match match)
    {
        for (var form = 1; form <= 4; form++)
        {
            if (match.Groups[$"h{form}"] is not { Success: true } hours)
                continue;
            var (hour, minute) = (WireDates.Number(hours.Value), match.Groups[$"n{form}"] is { Success: true } minutes ? WireDates.Number(minutes.Value) : 0);
            var half = match.Groups[$"p{form}"].Value;
            if (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) || half is "下午" or "晚" or "晚上")
                hour += hour < 12 ? 12 : 0;
            else if (half.StartsWith("a", StringComparison.OrdinalIgnoreCase) && hour == 12)
                hour = 0;
            return hour < 25 && minute < 60 ? string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}") : null;
        }

        return null;
    }
}
