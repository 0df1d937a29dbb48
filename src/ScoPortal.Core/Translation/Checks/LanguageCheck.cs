namespace ScoPortal.Core.Translation.Checks;

/// <summary>A sentence that was not translated: it equals its source, or is in the letters or the language of another.</summary>
internal static class LanguageCheck
{
    // Shorter ones may be a name, or say nothing about their language.
    private const int FewestLetters = 12;

    private static readonly HashSet<string> English = [.. "the of and to for that with is on at from has have are it this be by were which their not but".Split(' ')];

    private static readonly HashSet<string> German = [.. "der die das und den zu mit für auf ist dem des ein eine einen nicht auch sich wurde nach bei aus zum zur im von".Split(' ')];

    public static IEnumerable<CheckFinding> Of(string source, string sourceLanguage, string target, string targetLanguage)
    {
        if (sourceLanguage == targetLanguage || target.Length == 0)
            yield break;
        var (latin, cyrillic, han) = Letters(target);
        var all = latin + cyrillic + (3 * han);
        var own = targetLanguage switch { "zh" => 3 * han, "ru" => cyrillic, "en" or "de" => latin, _ => all };
        var isCopy = target.Trim() == source.Trim() && (all > 2 * FewestLetters || (target.Contains(' ') && target.Any(char.IsLower))) && HasWords(target);
        if (isCopy || (all >= FewestLetters && own * 3 < all) || IsOther(target, sourceLanguage, targetLanguage))
            yield return new("untranslated", CheckSeverity.Warning, isCopy ? "copy" : "language", []);
    }

    // A list of names stays as it is; a small word says that it is a sentence.
    private static bool HasWords(string text) => text.Split(' ').Count(w => w.Length > 2 && w.All(char.IsLower)) > 1 || Letters(text).Han > 6;

    private static bool IsOther(string target, string sourceLanguage, string targetLanguage) =>
        targetLanguage is "en" or "de" && sourceLanguage is "en" or "de" && Common(target, sourceLanguage) is > 2 and var foreign && foreign > 3 * Common(target, targetLanguage);

    private static int Common(string text, string language) =>
        text.ToLowerInvariant().Split(' ', ',', '.', '"', '“', '”').Count(w => (language == "en" ? English : German).Contains(w));

    private static (int Latin, int Cyrillic, int Han) Letters(string text)
    {
        var (latin, cyrillic, han) = (0, 0, 0);
        foreach (var c in text)
            _ = c switch
            {
                (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') => latin++,
                >= '\u0400' and <= '\u04FF' => cyrillic++,
                >= '\u3400' and <= '\u9FFF' => han++,
                _ => 0,
            };
        return (latin, cyrillic, han);
    }
}
