namespace ScoPortal.Core.Translation.Clues;

/// <summary>German number words, which are written as one: zweihundertfünfzig, achtzehnte. Folded: fuenf and fünf are funf.</summary>
internal static class GermanNumbers
{
    private static readonly string[] Small =
        ["", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"];

    private static readonly string[] Tens = ["", "", "zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

    private static readonly string[] Endings = ["ten", "ter", "tes", "tem", "te"];

    /// <summary>The value of a whole number up to 999,999, or 0. The article "ein" alone is none, nor is "acht" with an ending that makes it a verb.</summary>
    public static int Cardinal(string word) => word is "ein" or "tausend" or "" ? 0 : Thousands(word);

    /// <summary>The value of an ordinal with its ending, or 0. "Erste" is none: it says too many other things.</summary>
    public static int Ordinal(string word)
    {
        if (word.StartsWith("dritte", StringComparison.Ordinal) && word.Length <= 7 && !word.EndsWith('l'))
            return 3;
        if (word.StartsWith("siebte", StringComparison.Ordinal) && word.Length <= 7)
            return 7;
        if (word is "achte" or "achter" or "achtes" or "achtem")
            return 8;
        foreach (var ending in Endings)
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                return Cardinal(stem) is > 0 and < 20 and var small ? small : stem.EndsWith('s') && Cardinal(stem[..^1]) is >= 20 and var large ? large : 0;
            }

        return 0;
    }

    private static int Thousands(string word)
    {
        var at = word.IndexOf("tausend", StringComparison.Ordinal);
        if (at < 0)
            return Hundreds(word);
        var (left, right) = (at == 0 ? 1 : Hundreds(word[..at]), word[(at + 7)..]);
        return left == 0 ? 0 : right.Length == 0 ? left * 1000 : Hundreds(right) is > 0 and var rest ? (left * 1000) + rest : 0;
    }

    private static int Hundreds(string word)
    {
        var at = word.IndexOf("hundert", StringComparison.Ordinal);
        if (at < 0)
            return Below100(word);
        var (left, right) = (at == 0 ? 1 : Array.IndexOf(Small, word[..at]), word[(at + 7)..]);
        if (right.StartsWith("und", StringComparison.Ordinal))
            right = right[3..];
        return left is <= 0 or > 9 ? 0 : right.Length == 0 ? left * 100 : Below100(right) is > 0 and var rest ? (left * 100) + rest : 0;
    }

    private static int Below100(string word)
    {
        if (Array.IndexOf(Small, word) is > 0 and var small)
            return small;
        if (Array.IndexOf(Tens, word) is > 0 and var tens)
            return tens * 10;
        var at = word.IndexOf("und", 1 < word.Length ? 1 : 0, StringComparison.Ordinal);
        return at > 0 && Array.IndexOf(Small, word[..at]) is > 0 and < 10 and var unit && Array.IndexOf(Tens, word[(at + 3)..]) is > 0 and var ten ? (ten * 10) + unit : 0;
    }
}
