namespace ScoPortal.Core.Translation.Clues;

/// <summary>Numbers in Chinese characters: 三十, 二〇二一, 一千二百二十五万, 两.</summary>
internal static class HanNumbers
{
    // What is written larger is no amount of anything, and soon more than a decimal holds.
    internal const decimal Limit = 1_000_000_000_000_000m;

    // Before a character that counts things, even one digit is a number.
    private const string Counters = "个個位名人年国國家次项項种種场場座条條件辆輛架艘只隻台臺所部支批届屆周岁歲倍度层層吨噸米处處间間组組类類代枚口艇集期轮輪门門句幅册天日月点點";

    private const string NotExact = "几幾数數上好成多近";

    /// <summary>A digit or a unit of ten to a trillion.</summary>
    public static bool IsNumeral(char c) => Digit(c) >= 0 || Unit(c) > 0;

    /// <summary>10 to 1,000,000,000,000, or 0: what 百, 千, 万, 亿 multiply by.</summary>
    public static decimal Unit(char c) => c switch
    {
        '十' => 10m,
        '百' => 100m,
        '千' => 1000m,
        '万' or '萬' => 10_000m,
        '亿' or '億' => 100_000_000m,
        '兆' => 1_000_000_000_000m,
        _ => 0,
    };

    /// <summary>
    /// Reads the numeral that starts here. Null where it is no certain number: 一 alone, 十分, 万一, a round guess as in 几十, or one with
    /// units that come to a quadrillion or more.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="at">Its first character.</param>
    /// <param name="isCertain">It follows 第 or 百分之: one digit is enough.</param>
    /// <returns>Value and the place behind the run of numerals.</returns>
    public static (decimal? Value, int End) Read(string text, int at, bool isCertain)
    {
        var end = at;
        while (end < text.Length && IsNumeral(text[end]) && end - at < 24)
            end++;
        if (at > 0 && NotExact.Contains(text[at - 1], StringComparison.Ordinal))
            return (null, end);
        var run = text.AsSpan(at, end - at);
        var value = run.IndexOfAny("十百千万萬亿億兆") < 0 ? Digits(run) : Units(run);
        if (isCertain)
            return (value, end);
        var next = end < text.Length ? text[end] : default;
        var counts = Counters.Contains(next, StringComparison.Ordinal);
        if (next is '几' or '幾' or '分')
            return (null, end);
        return (run.Length switch
        {
            1 => counts && run[0] is not ('一' or '百' or '千' or '万' or '萬' or '亿' or '億') && !(run[0] == '十' && next == '点') ? value : null,
            2 when run[0] == '一' || Unit(run[0]) > 10 => counts && Unit(run[0]) == 0 ? value : null,
            _ => value,
        }, end);
    }

    // 二〇二一: one digit after another; 三四 is "three or four".
    private static decimal? Digits(ReadOnlySpan<char> run)
    {
        if (run.Length is 2 or 3 && run.IndexOfAny("〇零") < 0)
            return null;
        var value = 0m;
        foreach (var c in run)
            value = (value * 10) + Digit(c);
        return value;
    }

    private static decimal? Units(ReadOnlySpan<char> run)
    {
        decimal total = 0, section = 0, digit = 0;
        var isFirst = true;
        foreach (var c in run)
        {
            if (Unit(c) is var unit and > 0)
            {
                if (unit < 10_000)
                    section += (digit == 0 ? isFirst || unit == 10 ? 1 : 0 : digit) * unit;
                else if (unit == 100_000_000m && total > 0)
                    (total, section) = ((total + section + digit) * unit, 0);
                else
                    (total, section) = (total + (Math.Max(section + digit, isFirst ? 1 : 0) * unit), 0);
                digit = 0;
                if (total + section >= Limit)
                    return null;
            }
            else
            {
                digit = Digit(c);
            }

            isFirst = false;
        }

        return total + section + digit;
    }

    private static int Digit(char c) => c switch
    {
        '〇' or '零' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
