using System.Text;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>
/// Brings words of Latin and Cyrillic script to one spelling by sound, so that Норов is Norov, Зеленский Zelensky and Zelenskyj, президент
/// president. Coarser than any standard of transliteration (ISO 9, BGN/PCGN), for every newsroom has its own.
/// </summary>
internal static class Romanisation
{
    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўұүқғңөәһјљњћђџ";

    private static readonly string[] Latin =
        ["a", "b", "v", "g", "d", "e", "j", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "s", "c", "s", "s", "", "i", "", "e", "iu", "ia",
         "i", "i", "e", "g", "u", "u", "u", "k", "g", "n", "o", "a", "h", "i", "l", "n", "c", "j", "j"];

    // Longest first: what several letters say together.
    private static readonly (string Letters, string Sound)[] Together =
    [
        ("tsch", "c"), ("dsch", "j"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t"),
        ("gh", "g"), ("rh", "r"), ("ck", "k"), ("qu", "kv"), ("ts", "s"), ("tz", "s"), ("cz", "c"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ya", "ia"), ("ja", "ia"),
        ("yu", "iu"), ("ju", "iu"), ("ye", "e"), ("ey", "ei"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ];

    /// <summary>A folded word (lower case, no accents) by its sound: letters a to z without q, w, x, y, z; nothing doubled. Empty for other scripts.</summary>
    public static string Sound(ReadOnlySpan<char> word)
    {
        var sound = new StringBuilder(word.Length + 4);
        for (var i = 0; i < word.Length;)
        {
            var c = word[i];
            if (c is < 'a' or > 'z')
            {
                var at = Cyrillic.IndexOf(c, StringComparison.Ordinal);
                if (at < 0 && !char.IsAsciiDigit(c) && c != '\'')
                    return "";
                Append(sound, at < 0 ? "" : c == 'д' && i + 1 < word.Length && word[i + 1] == 'ж' ? "" : Latin[at]);
                i++;
                continue;
            }

            i += Letters(sound, word, i);
        }

        return sound.ToString();
    }

    private static int Letters(StringBuilder sound, ReadOnlySpan<char> word, int i)
    {
        foreach (var (letters, said) in Together)
            if (word[i] == letters[0] && word[i..].StartsWith(letters))
            {
                Append(sound, said);
                return letters is "ce" or "ci" or "cy" ? 1 + Skip(sound, said) : letters.Length;
            }

        var isSilent = word[i] == 'h' && i > 0 && !(IsVowel(word[i - 1]) && i + 1 < word.Length && IsVowel(word[i + 1]));
        Append(sound, isSilent ? "" : word[i] switch
        {
            'c' or 'q' => "k",
            'x' => "ks",
            'z' => "s",
            'w' => "v",
            'y' => "i",
            var same => same.ToString(),
        });
        return 1;
    }

    // The vowel that made the c soft is read by itself.
    private static int Skip(StringBuilder sound, string said)
    {
        if (sound.Length > 0 && sound[^1] == said[^1])
            sound.Length--;
        return 0;
    }

    private static void Append(StringBuilder sound, string said)
    {
        foreach (var c in said)
            if (sound.Length == 0 || sound[^1] != c)
                sound.Append(c);
    }

    /// <summary>One of the letters that a sound keeps as vowels.</summary>
    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>
    /// The consonants of a sound in six classes (P T K V S L, and N for all nasals), r before a consonant and h left out: as much as a
    /// transcription in Chinese characters keeps of a name. 特朗普 and Trump are TLNP.
    /// </summary>
    public static string Skeleton(ReadOnlySpan<char> sound)
    {
        Span<char> classes = stackalloc char[sound.Length];
        var n = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var beforeVowel = i + 1 < sound.Length && IsVowel(sound[i + 1]);
            var c = sound[i] switch
            {
                'b' or 'p' => 'P',
                'd' or 't' => 'T',
                'g' or 'k' => 'K',
                'f' => 'V',
                'v' when beforeVowel || i == 0 || (i + 1 == sound.Length) => 'V',
                's' or 'c' or 'j' => 'S',
                'l' => 'L',
                'r' when beforeVowel => 'L',
                'm' or 'n' => 'N',
                _ => default,
            };
            if (c != default && (n == 0 || classes[n - 1] != c))
                classes[n++] = c;
        }

        return new string(classes[..n]);
    }

    private static readonly string[] CaseEndings = ["ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ах", "ях", "ам", "ям", "ов", "ев", "ую", "юю", "ую", "ых", "их", "ая", "ое", "ые", "ие"];

    /// <summary>A Russian word without the ending of its case, or null where it has none that can be told.</summary>
    public static string? WithoutCase(string word)
    {
        foreach (var ending in CaseEndings)
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        return null;
    }
}
