namespace ScoPortal.Core.Languages;

/// <summary>
/// Cardinal plural categories after Unicode CLDR 48, supplemental/plurals, for the languages the portal speaks.
/// </summary>
public static class Plural
{
    /// <summary>The category of <paramref name="count"/>: one, few, many or other.</summary>
    /// <param name="language">BCP 47; an unknown language has the rule of English.</param>
    /// <param name="count">A whole number, 0 or more.</param>
    public static string Category(string language, long count) => language switch
    {
        "zh" => "other",
        "ru" => (count % 10, count % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, < 12 or > 14) => "few",
            _ => "many",
        },
        "fa" => count is 0 or 1 ? "one" : "other",
        _ => count == 1 ? "one" : "other",
    };
}
