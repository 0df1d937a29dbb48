using System.Globalization;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Clues;
using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>
/// Numbers and dates that only one side has. Figures are compared part by part (a date is a year, a month and a day), by value, and as a
/// set: saying a number twice is no trouble. What is written in words on one side and not there on the other is passed over, for
/// languages differ in "both", "a couple", "the two"; digits are not.
/// </summary>
internal static class FigureCheck
{
    private static readonly Pattern Digits = Pattern.Exact(@"[0-9]+(?:[.,:][0-9]+)*");

    private static readonly Pattern Code = Pattern.Exact(@"[A-Za-zА-Яа-я][-‑]?(?<n>[0-9]+)");

    private const string Units = "十百千万亿年月日时点分";

    private readonly record struct Part(string Value, TextSpan Span, bool IsDate, bool HasDigits);

    public static IEnumerable<CheckFinding> Of(string source, string sourceLanguage, string target, string targetLanguage)
    {
        var (there, here) = (Parts(source, sourceLanguage), Parts(target, targetLanguage));
        var (missing, extra) = (Only(there, here, target, targetLanguage), Only(here, there, source, sourceLanguage));
        var (lost, strange) = (Codes(source, target), Codes(target, source));
        if (lost.Count > 0 && strange.Count > 0)
            (missing, extra) = ([.. missing, .. lost], [.. extra, .. strange]);
        if (!missing.Concat(extra).Any(p => p.HasDigits))
            yield break;
        // Words count only beside digits: "two" and "3".
        if (!missing.Any(p => p.HasDigits))
            missing = [.. missing.Take(extra.Count)];
        if (!extra.Any(p => p.HasDigits))
            extra = [.. extra.Take(missing.Count)];
        var isConverted = missing.Count > 0 && extra.Count > 0 && (FigureWords.HasForeignMeasure(source) || FigureWords.HasForeignMeasure(target));
        yield return new(missing.Concat(extra).All(p => p.IsDate) ? "dates" : "numbers", isConverted ? CheckSeverity.Warning : CheckSeverity.Error,
            $"{Values(missing)}>{Values(extra)}", [Written(missing, source), Written(extra, target)],
            missing.Count > 0 ? missing[0].Span : null, extra.Count > 0 ? extra[0].Span : null);
    }

    // Digits inside names (Covid-19, G20, T-90M) that stand nowhere on the other side.
    private static List<Part> Codes(string text, string beside) => [.. Code.Matches(text).Select(m => m.Groups["n"])
        .Where(n => !Digits.Matches(beside).Any(m => m.Value == n.Value) && !Code.Matches(beside).Any(m => m.Groups["n"].Value == n.Value))
        .Select(n => new Part(n.Value, new(n.Index, n.Length), false, true))];

    private static string Values(List<Part> parts) => string.Join(',', parts.Select(p => p.Value).Distinct());

    private static string Written(List<Part> parts, string text) => string.Join(", ", parts.Select(p => p.Span.In(text)).Distinct());

    private static List<Part> Parts(string text, string language)
    {
        var parts = new List<Part>();
        foreach (var figure in Figures.In(language == "zh" ? Tight(text) : text, language))
        {
            if (figure.Start > 1 && text[figure.Start - 1] is '-' or '‑' && char.IsLetter(text[figure.Start - 2]))
                continue; // Covid-19
            var span = new TextSpan(figure.Start, figure.Length);
            var hasDigits = span.In(text).Any(char.IsDigit);
            List<string> values = figure.Kind switch
            {
                FigureKind.Date => [.. DateParts(figure.Value), .. Digits.Matches(span.In(text)).Select(m => m.Value).Where(d => d.Length == 4 && !figure.Value.Contains(d, StringComparison.Ordinal))],
                FigureKind.Time => [.. figure.Value.Split(':').Select(p => p.TrimStart('0')).Where(p => p.Length > 0)],
                _ => [figure.Value],
            };
            parts.AddRange(values.Select(v => new Part(v, span, figure.Kind is FigureKind.Date or FigureKind.Time, hasDigits && char.IsDigit(v[0]))));
        }

        return parts;
    }

    // "60 万" as "60万 ", "700多万" as "700万多", ２０ as 20; without 千瓦, which is a unit, and 6成, which is 60%: of the same length, and a figure.
    private static string Tight(string text)
    {
        var signs = text.ToCharArray();
        for (var i = 0; i < signs.Length; i++)
        {
            if (signs[i] is >= '０' and <= '９')
                signs[i] = (char)(signs[i] - '０' + '0');
            if (i + 1 < signs.Length && ((signs[i] == '千' && signs[i + 1] is '瓦' or '米' or '克' or '卡' or '伏') || signs[i + 1] == '成'))
                signs[i] = '　';
        }

        for (var i = 1; i + 1 < signs.Length; i++)
            if (signs[i] is ' ' or '\u00A0' or '多' or '余' && Units.Contains(signs[i + 1]) && (char.IsAsciiDigit(signs[i - 1]) || Units.Contains(signs[i - 1])))
                (signs[i], signs[i + 1]) = (signs[i + 1], signs[i]);
        return new(signs);
    }

    // 2021-06-18, --06-18, 2021-06, --06. A month is a name in one language and a digit in another: "m6".
    private static List<string> DateParts(string value)
    {
        var fields = value.StartsWith("--", StringComparison.Ordinal) ? ["", .. value[2..].Split('-')] : value.Split('-');
        return [.. fields.Select((field, i) => (Sign: i == 1 ? "m" : "", Digits: field.TrimStart('0'))).Where(f => f.Digits.Length > 0).Select(f => f.Sign + f.Digits)];
    }

    private static List<Part> Only(List<Part> of, List<Part> beside, string besideText, string besideLanguage)
    {
        var left = of.Where(p => p.Value is not ("1" or "0") && !beside.Any(b => Same(p, b))).DistinctBy(p => p.Value).ToList();
        if (left.Any(p => p.IsDate) && !beside.Any(IsYear) && beside.Any(b => b.IsDate && b.Value[0] == 'm'))
            left.RemoveAll(IsYear); // said with the day on one side, known on the other
        if (left.Count == 0)
            return left;
        var tolerated = FigureWords.In(besideText, besideLanguage);
        tolerated.UnionWith(Digits.Matches(besideText).SelectMany(m => m.Value.Split('.', ',', ':').Append(m.Value.Replace(',', '.'))).Select(d => d.TrimStart('0')));
        return [.. left.Where(p => !tolerated.Contains(p.Value) && !tolerated.Contains(p.Value.TrimStart('m')))];
    }

    private static bool IsYear(Part part) => part.IsDate && part.Value.Length == 4;

    private static bool Same(Part a, Part b) =>
        a.Value == b.Value || ((a.IsDate || b.IsDate) && HalfDays(a.Value, b.Value)) || Century(a.Value, b.Value) || Century(b.Value, a.Value);

    // 3 is 15 on another clock.
    private static bool HalfDays(string a, string b) =>
        int.TryParse(a, CultureInfo.InvariantCulture, out var x) && int.TryParse(b, CultureInfo.InvariantCulture, out var y) && x < 25 && y < 25 && Math.Abs(x - y) == 12;

    // '21, 2021; a decade: 90s, 1990s.
    private static bool Century(string year, string brief) => year.Length == 4 && brief.Length == 2 && year[0] is '1' or '2' && year.EndsWith(brief, StringComparison.Ordinal);
}
