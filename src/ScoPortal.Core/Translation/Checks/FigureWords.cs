using System.Globalization;
using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>Numbers that hide in words, abbreviations, Roman digits and units, so that digits on the other side are no surprise.</summary>
internal static class FigureWords
{
    private static readonly Pattern Roman = Pattern.Exact(@"\b[IVXL]{1,7}\b");

    private static readonly Pattern Short = Pattern.New(@"(?<n>\d+(?:[.,]\d+)*)[ \u00A0]?(?<u>m|mn|mln|million|bn|billion|k|tln|tn|trillion|lakh|crore|min)\b");

    private static readonly Pattern Tenths = Pattern.Exact("(?<n>[1-9一二三四五六七八九两])成");

    private static readonly Pattern FiveYears = Pattern.Exact("十(?<n>[一二三四五])五");

    // Measures that translators convert.
    private static readonly Pattern Measures = Pattern.New(@"\b(?:acres?|feet|foot|ft|miles?|mph|pounds?|lbs?|inch(?:es)?|ounces?|degrees|gallons?|yards?|fahrenheit)\b|[里亩斤℉]|华氏");

    private static readonly Dictionary<string, decimal> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 1e3m,
        ["lakh"] = 1e5m,
        ["m"] = 1e6m,
        ["mn"] = 1e6m,
        ["mln"] = 1e6m,
        ["min"] = 1e6m,
        ["million"] = 1e6m,
        ["crore"] = 1e7m,
        ["bn"] = 1e9m,
        ["billion"] = 1e9m,
        ["tn"] = 1e12m,
        ["tln"] = 1e12m,
        ["trillion"] = 1e12m,
    };

    private static readonly (Pattern Word, string[] Values)[] Words =
    [
        (Pattern.New(@"\bhalf\b|\bhalb|\bhälfte|половин|\bпол|半"), ["50", "0.5", "30", "1.5", "2.5"]),
        (Pattern.New(@"\bquarter|viertel|четверт|квартал|刻"), ["25", "0.25", "15", "4"]),
        (Pattern.New(@"\bdozen|dutzend|дюжин"), ["12"]),
        (Pattern.New(@"\bnoon\b|mittag|полдень|полдня|中午|正午|\bcent(?:ury|uries)\b|jahrhundert|\bвек"), ["12", "100"]),
        (Pattern.New(@"midnight|mitternacht|полноч|午夜|零时|сутк|суток|\bday\b|\btag\b|round the clock|昼夜|rund um die uhr"), ["24"]),
        (Pattern.New(@"\bdecade|jahrzehnt|десятилети"), ["10"]),
        (Pattern.New(@"\byears?\b|\bjahr|\bгод|年"), ["12"]),
        (Pattern.New(@"\b(?:double|twice|twofold|pair|couple|both)|doppel|zweimal|\bbeide|paar|вдвое|дважды|двой|\bпар[ауы]\b|\bоб[ае]\b|两|双|倍"), ["2", "100"]),
        (Pattern.New(@"\b(?:triple|trio|threefold)|dreifach|втрое|тройк|三"), ["3"]),
    ];

    // Beginnings of words such as vierjährig, двухдневный.
    private static readonly (Pattern Start, string Value)[] Starts =
    [
        .. "zwei|двух|2;drei|тр[её]х|3;vier|четыр[её]х|4;fünf|пяти|5;sechs|шести|6;sieben|семи|7;acht|восьми|8;neun|девяти|9;zehn|десяти|10;zwölf|двенадцати|12;zwanzig|двадцати|20;dreißig|тридцати|30"
            .Split(';').Select(row => row.Split('|')).Select(c => (Pattern.New($@"\b(?:{c[0]}|{c[1]})\p{{L}}"), c[2])),
    ];

    /// <summary>Values, as figures have them, that the text may mean though no figure says so.</summary>
    public static HashSet<string> In(string text, string language)
    {
        HashSet<string> values =
        [
            .. Roman.Matches(text).Select(m => Text(Arabic(m.Value))),
            .. Short.Matches(text).Select(m => decimal.TryParse(m.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var n) && n < 1e12m ? Text(n * Units[m.Groups["u"].Value]) : ""),
            .. Words.Where(w => w.Word.IsMatch(text)).SelectMany(w => w.Values),
        ];
        if (language is "de" or "ru")
            values.UnionWith(Starts.Where(s => s.Start.IsMatch(text)).Select(s => s.Value));
        if (language != "zh")
            return values;
        values.UnionWith(Tenths.Matches(text).Select(m => Text(10 * Digit(m.Groups["n"].Value[0]))));
        values.UnionWith(FiveYears.Matches(text).SelectMany(m => new[] { Text(10 + Digit(m.Groups["n"].Value[0])), "5" }));
        values.UnionWith("十百千万亿".Where(text.Contains).Select(c => c switch { '十' => "10", '百' => "100", '千' => "1000", '万' => "10000", _ => "100000000" }));
        return values;
    }

    /// <summary>It has a measure that other countries do not use, so that its numbers may be converted.</summary>
    public static bool HasForeignMeasure(string text) => Measures.IsMatch(text);

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    private static int Digit(char c) => c == '两' ? 2 : c is >= '1' and <= '9' ? c - '0' : "一二三四五六七八九".IndexOf(c) + 1;

    private static int Arabic(string roman)
    {
        var (sum, last) = (0, 0);
        foreach (var c in roman.Reverse())
        {
            var value = c switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 50 };
            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return sum;
    }
}
