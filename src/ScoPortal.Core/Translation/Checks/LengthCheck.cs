namespace ScoPortal.Core.Translation.Checks;

/// <summary>
/// A translation much shorter or longer than translations between these languages are: William A. Gale and Kenneth W. Church, "A
/// Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, whose measure
/// (l2 − c·l1) / sqrt(s²·l1) is taken here with c and s² of each pair, so that short sentences may differ more.
/// </summary>
internal static class LengthCheck
{
    // How many standard deviations are too many.
    private const double Most = 4;

    // Shorter sources, in letters of an alphabet, say nothing.
    private const double Fewest = 30;

    // Characters that a thought of 100 English characters has.
    private static readonly Dictionary<string, double> Sizes = new(StringComparer.Ordinal) { ["en"] = 100, ["de"] = 112, ["ru"] = 106, ["zh"] = 31 };

    // Variance per character, of the target's length: Gale and Church have 6.8 for pairs of alphabets.
    private const double Variance = 6.8;

    public static IEnumerable<CheckFinding> Of(string source, string sourceLanguage, string target, string targetLanguage)
    {
        if (!Sizes.TryGetValue(sourceLanguage, out var from) || !Sizes.TryGetValue(targetLanguage, out var to))
            yield break;
        var (wanted, found) = (source.Length * 100 / from, target.Length * 100 / to);
        if (wanted >= Fewest && Math.Abs(found - wanted) / Math.Sqrt(Variance * (wanted + found) / 2) is var deviation && deviation > Most)
            yield return new("length", CheckSeverity.Warning, found < wanted ? "short" : "long",
                [found < wanted ? "short" : "long", Math.Round(100 * found / wanted).ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    }
}
