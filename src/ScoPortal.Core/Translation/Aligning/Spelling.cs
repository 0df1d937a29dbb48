using System.Text;

namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Evens out how Latin and Cyrillic words of one origin are spelled: концерт, Konzert, concert, Tschechow, Chekhov.</summary>
internal static class Spelling
{
    private static readonly string[] Cyrillic =
        ["a", "b", "v", "g", "d", "e", "zh", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "s", "ch", "sh", "sh", "", "i", "", "e", "iu", "ia"];

    // In this order.
    private static readonly (string From, string To)[] Same =
        [("tsch", "!"), ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ts", "s"), ("tz", "s"), ("ce", "se"), ("ci", "si"),
            ("cy", "si"), ("ch", "!"), ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("z", "s"), ("j", "i"), ("x", "ks"), ("!", "ch")];

    /// <summary>The word in small Latin letters, no letter twice in a row; empty where it has others than Latin and Russian ones.</summary>
    /// <param name="word">Folded: small letters without accents.</param>
    public static string Even(string word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var c in word)
        {
            if (c is >= 'а' and <= 'я')
                latin.Append(Cyrillic[c - 'а']);
            else if (c is >= 'a' and <= 'z')
                latin.Append(c);
            else
                return "";
        }

        foreach (var (from, to) in Same)
            latin.Replace(from, to);
        var even = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
            if (i == 0 || latin[i] != latin[i - 1])
                even.Append(latin[i]);
        return even.ToString();
    }
}
