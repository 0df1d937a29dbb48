using ScoPortal.Core.Wire;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>Words that turn a sentence into its contrary.</summary>
internal static class Negations
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "never", "none", "neither", "nor", "nobody", "nothing", "nowhere", "without", "cannot",
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "keinerlei", "keineswegs", "keinesfalls", "nie", "niemals", "niemand", "niemanden", "niemandem",
        "nichts", "ohne", "weder", "nirgends", "nirgendwo",
        "не", "нет", "ни", "никогда", "никто", "никого", "никому", "ничего", "ничто", "нельзя", "без", "нигде", "никакой", "никаких", "никакого",
    };

    private static readonly Pattern Chinese = Pattern.Exact("[不没無无未非勿]");

    // These hold a character of negation and deny nothing.
    private static readonly Pattern Harmless = Pattern.Exact(
        "不断|不仅|不但|不同|不少|不久|不管|不论|不过|不愧|不乏|不锈|不动产|不时|不妨|不禁|不由|不已|不止|不只|不光|不料|不得不|非常|非洲|除非|无论|无疑|无线|无人机|无比|无穷|无锡|未来|没收|淹没|沉没|非遗");

    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "non", "dis", "miss", "nicht", "не", "без", "бес"];

    /// <summary>How many there are.</summary>
    public static int Count(string text, string language, IEnumerable<string> words) => language == "zh"
        ? Chinese.Count(Harmless.Replace(text, " "))
        : words.Count(w => Words.Contains(w) || (language == "en" && (w.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || w.EndsWith("n’t", StringComparison.OrdinalIgnoreCase))));

    /// <summary>One word is the other with a prefix that denies: legal, illegal; возможно, невозможно.</summary>
    public static bool AreContrary(string one, string other)
    {
        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        return shorter.Length > 3 && longer.EndsWith(shorter, StringComparison.Ordinal) && Prefixes.Contains(longer[..^shorter.Length]);
    }
}
