using System.Globalization;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>Numbers in words: "two hundred and fifty thousand", двадцать пять. "One" counts only inside longer ones, for it is an article too.</summary>
internal static class NumberWords
{
    private readonly record struct Entry(decimal Value, bool Multiplies, bool IsOrdinal);

    private const string Adjective = "ый ой ая ое ого ому ую ым ом ые ых ыми";

    private static readonly Dictionary<(string Language, string Word), Entry> Words = Load();

    private static readonly HashSet<string> Links = ["and", "und", "et"];

    /// <summary>What a word after digits multiplies them by ("Mio.", "тыс.", "billion"), or 0.</summary>
    public static decimal Multiplier(string word, string language) =>
        Words.TryGetValue((language, word), out var entry) && entry.Multiplies ? entry.Value : 0;

    /// <summary>Reads the number whose first word starts here.</summary>
    /// <returns>Value and the place behind the last word; value 0 where it is none.</returns>
    public static (decimal Value, bool IsOrdinal, int End) Read(string text, int at, string language)
    {
        var (total, current, count, end) = (0m, 0m, 0, at);
        for (var (from, linked) = (at, false); from < text.Length;)
        {
            var (word, wordEnd) = Word(text, from);
            if (word.Length == 0)
                break;
            if (!linked && count > 0 && Links.Contains(word) && current % 100 == 0)
            {
                linked = true;
            }
            else if (Find(word, language) is not { } entry || !Fits(entry, count, current))
            {
                break;
            }
            else
            {
                (count, end, linked) = (count + 1, wordEnd, false);
                if (!entry.Multiplies)
                    current += entry.Value;
                else if (entry.Value == 100)
                    current *= 100;
                else
                    (total, current) = (total + (current * entry.Value), 0);
                if (entry.IsOrdinal)
                    return (total + current is > 1 and var place ? place : 0, true, end);
            }

            if (wordEnd + 1 >= text.Length || text[wordEnd] is not (' ' or '-' or '\u00A0') || !char.IsLetter(text[wordEnd + 1]))
                break;
            from = wordEnd + 1;
        }

        return (total + current is > 1 and var value ? value : 0, false, end);
    }

    /// <summary>The folded word that starts here: lower case, ё as е, German umlauts without dots.</summary>
    public static (string Word, int End) Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]) && !Figures.IsHan(text[end]))
            end++;
        return end - at is 0 or > 40 ? ("", end) : (Fold(text[at..end]), end);
    }

    private static string Fold(string word) => word.ToLowerInvariant().Replace('ё', 'е').Replace('ü', 'u').Replace('ö', 'o').Replace("ß", "ss", StringComparison.Ordinal)
        .Replace("fuenf", "funf", StringComparison.Ordinal).Replace("zwoelf", "zwolf", StringComparison.Ordinal);

    private static Entry? Find(string word, string language)
    {
        if (Words.TryGetValue((language, word), out var entry))
            return entry;
        if (language != "de" || word.Length > 38)
            return null;
        return GermanNumbers.Cardinal(word) is > 0 and var cardinal ? new Entry(cardinal, false, false)
            : GermanNumbers.Ordinal(word) is > 0 and var ordinal ? new Entry(ordinal, false, true) : null;
    }

    // Tens take a unit, hundreds take what is below them; a multiplier needs something to multiply.
    private static bool Fits(Entry entry, int count, decimal current) => entry.Multiplies
        ? current > 0 && (entry.Value > 100 || current < 10)
        : current == 0 || (current % 100 == 0 && entry.Value < 100) || (current % 100 is >= 20 and < 100 && current % 10 == 0 && entry.Value < 10 && count > 0);

    private static Dictionary<(string Language, string Word), Entry> Load()
    {
        var words = new Dictionary<(string Language, string Word), Entry>();
        foreach (var line in Rows.File("NumberWords.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            var (multiplies, isOrdinal) = (cells[1][0] == 'x', cells[1][^1] == '.');
            var entry = new Entry(decimal.Parse(cells[1].Trim('x', '.'), CultureInfo.InvariantCulture), multiplies, isOrdinal);
            foreach (var form in cells[2].Split(' '))
                foreach (var word in form.EndsWith('~') ? Adjective.Split(' ').Select(ending => form[..^1] + ending) : [form])
                    words.TryAdd((cells[0], word), entry);
        }

        return words;
    }
}
