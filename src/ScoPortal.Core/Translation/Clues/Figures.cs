using System.Globalization;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>Finds numbers and dates as each language writes them, so that they can be compared between languages.</summary>
public static class Figures
{
    /// <summary>
    /// The figures of a text in reading order, none inside another. Linear in the length of the text. English, German, Russian, Chinese and
    /// French number words are read where they are certain ("two", "zweihundert", двух, 三十个); "one" alone, digits inside names (G20,
    /// COVID-19) and guesses (几十) are left out. Other languages: digits by general rules.
    /// </summary>
    /// <param name="text">Any text; Markdown marks do no harm.</param>
    /// <param name="language">Two-letter code.</param>
    public static IReadOnlyList<Figure> In(string text, string language)
    {
        var found = new List<Figure>();
        var next = 0;
        foreach (var date in FigureDates.In(text, language).OrderBy(d => d.Start))
        {
            if (date.Start < next)
                continue;
            Numbers(text, next, date.Start, language, found);
            found.Add(date);
            next = date.Start + date.Length;
        }

        Numbers(text, next, text.Length, language, found);
        return found;
    }

    internal static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or '〇';

    private static void Numbers(string text, int from, int to, string language, List<Figure> found)
    {
        for (var i = from; i < to;)
        {
            var figure = char.IsAsciiDigit(text[i]) ? FromDigits(text, i, language)
                : HanNumbers.IsNumeral(text[i]) ? FromHan(text, i)
                : char.IsLetter(text[i]) && !IsHan(text[i]) ? FromWords(text, i, language)
                : (default, i + 1);
            if (figure.Item1.Length > 0 && figure.Item2 <= to)
                found.Add(figure.Item1);
            i = Math.Max(figure.Item2, i + 1);
        }
    }

    private static (Figure, int) FromDigits(string text, int at, string language)
    {
        var (value, end) = Numeral.Read(text, at, language);
        if (IsInName(text, at) || (end < text.Length && char.IsAsciiLetterUpper(text[end])))
            return (default, NumberWords.Word(text, end).End);
        if (value is not { } number)
            return (new(at, end - at, FigureKind.Number, text[at..end]), end);

        (number, end) = FigureUnits.Multiply(text, end, number, language);
        var (kind, last) = FigureUnits.Kind(text, at, end, number, language);
        return (new(at, last - at, kind, Text(number)), last);
    }

    private static (Figure, int) FromHan(string text, int at)
    {
        var isOrdinal = at > 0 && text[at - 1] == '第';
        var isPercent = at >= 3 && string.CompareOrdinal(text, at - 3, "百分之", 0, 3) == 0;
        if (text[at] == '百' && string.CompareOrdinal(text, at, "百分之", 0, 3) == 0)
            return (default, at + 3);
        var (value, end) = HanNumbers.Read(text, at, isOrdinal || isPercent);
        return (value is not { } number || (isOrdinal && number == 1) ? default
            : new(at, end - at, isOrdinal ? FigureKind.Ordinal : isPercent ? FigureKind.Percent : FigureKind.Number, Text(number)), end);
    }

    private static (Figure, int) FromWords(string text, int at, string language)
    {
        var (value, isOrdinal, end) = NumberWords.Read(text, at, language);
        if (value == 0)
            return (default, NumberWords.Word(text, at).End);
        var (kind, last) = isOrdinal ? (FigureKind.Ordinal, end) : FigureUnits.Percent(text, end) is > 0 and var percent ? (FigureKind.Percent, percent) : (FigureKind.Number, end);
        return (new(at, last - at, kind, Text(value)), last);
    }

    // G20, A320, COVID-19, Су-35.
    private static bool IsInName(string text, int at)
    {
        if (at == 0)
            return false;
        if (char.IsLetter(text[at - 1]) && !IsHan(text[at - 1]))
            return true;
        return text[at - 1] is '-' or '‑' && at > 1 && char.IsUpper(text[at - 2]);
    }

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
