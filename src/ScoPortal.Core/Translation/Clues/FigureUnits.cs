namespace ScoPortal.Core.Translation.Clues;

/// <summary>What stands beside digits and says what they are: "Mio.", 万, %, "-й", 第.</summary>
internal static class FigureUnits
{
    private static readonly HashSet<string> PercentWords = ["percent", "prozent", "процент", "процента", "процентов", "процентам", "процентами", "процентах", "pourcent"];

    // A German ordinal in digits looks like the end of a sentence; one of these before it says which.
    private static readonly HashSet<string> GermanArticles =
        ["der", "die", "das", "dem", "den", "des", "am", "im", "zum", "zur", "vom", "beim", "ihr", "ihre", "ihren", "ihrem", "sein", "seine", "seinen", "seinem", "jeder", "jede", "jedes"];

    private static readonly HashSet<string> RussianEndings = ["й", "я", "е", "го", "му", "м", "ю", "ый", "ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую"];

    /// <summary>The number times the words or characters behind it, and the place behind those.</summary>
    public static (decimal Value, int End) Multiply(string text, int at, decimal number, string language)
    {
        if (at < text.Length && HanNumbers.Unit(text[at]) > 0)
            return MultiplyHan(text, at, number, language);
        var from = at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' or '-' ? at + 1 : at;
        var (word, end) = NumberWords.Word(text, from);
        if (word.Length == 0 || NumberWords.Multiplier(word, language) is 0 or > 1_000_000_000_000m || number > 1_000_000_000)
            return (number, at);
        var isShort = end < text.Length && text[end] == '.' && word is "mio" or "mrd" or "tsd" or "bio" or "mill" or "тыс" or "млн" or "млрд" or "трлн";
        var value = number * NumberWords.Multiplier(word, language);
        return (value, isShort ? end + 1 : end);
    }

    /// <summary>Percent, ordinal or number, and the place behind the sign that says so.</summary>
    public static (FigureKind Kind, int End) Kind(string text, int at, int end, decimal number, string language)
    {
        if (Percent(text, end) is > 0 and var percent)
            return (FigureKind.Percent, percent);
        if (at > 0 && text[at - 1] == '第')
            return (FigureKind.Ordinal, end);
        if (end >= text.Length || number != decimal.Truncate(number))
            return (FigureKind.Number, end);
        if (text[end] == '日' || (text[end] is '届' or '屆') || (text[end] == '世' && end + 1 < text.Length && text[end + 1] is '纪' or '紀'))
            return (FigureKind.Ordinal, end);
        var (suffix, last) = NumberWords.Word(text, text[end] is '-' or '‑' ? end + 1 : end);
        var isOrdinal = language switch
        {
            "en" => suffix is "st" or "nd" or "rd" or "th" && text[end] != '-',
            "ru" => last > end && text[end] is '-' or '‑' && RussianEndings.Contains(suffix) && number < 1000,
            "fr" => suffix is "er" or "re" or "e" or "ème" or "eme" && text[end] != '-',
            _ => false,
        };
        if (isOrdinal)
            return (FigureKind.Ordinal, last);
        return language == "de" && text[end] == '.' && number is > 0 and < 100 && FollowsArticle(text, at, end) ? (FigureKind.Ordinal, end + 1) : (FigureKind.Number, end);
    }

    /// <summary>The place behind a percent sign or word that stands here or behind a space, else 0.</summary>
    public static int Percent(string text, int at)
    {
        var from = at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' or '-' ? at + 1 : at;
        if (from < text.Length && text[from] is '%' or '％')
            return from + 1;
        var (word, end) = NumberWords.Word(text, from);
        if (PercentWords.Contains(word))
            return end;
        return word is "per" or "pour" && end + 5 <= text.Length && text.AsSpan(end + 1).StartsWith("cent") ? end + 5 : 0;
    }

    private static bool FollowsArticle(string text, int at, int end)
    {
        if (at < 3 || text[at - 1] is not (' ' or '\u00A0') || end + 2 >= text.Length || text[end + 1] is not (' ' or '\u00A0') || !char.IsLetter(text[end + 2]))
            return false;
        var start = at - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return GermanArticles.Contains(text[start..(at - 1)].ToLowerInvariant());
    }

    // 15万, 1.5万亿, 1亿2000万.
    private static (decimal Value, int End) MultiplyHan(string text, int at, decimal number, string language)
    {
        var (total, last) = (0m, decimal.MaxValue);
        while (true)
        {
            var unit = 1m;
            for (; at < text.Length && HanNumbers.Unit(text[at]) is > 0 and var next && number <= 1_000_000_000 && number * unit * next < HanNumbers.Limit; at++)
                unit *= next;
            if (unit >= last || number > 1_000_000_000)
                return (total + number, at);
            (total, last) = (total + (number * unit), unit);
            if (at >= text.Length || !char.IsAsciiDigit(text[at]) || Numeral.Read(text, at, language) is not ({ } more, var end) || end >= text.Length || HanNumbers.Unit(text[end]) is 0 || HanNumbers.Unit(text[end]) >= unit)
                return (total, at);
            (number, at) = (more, end);
        }
    }
}
