namespace ScoPortal.Web.Wires;

/// <summary>Language tags as files write them: "en_US", "zh-TW", "zh-CN", "RU".</summary>
internal static class Tag
{
    /// <summary>The tag as the importer has it: the language alone, zh-Hant for traditional Chinese; null for none.</summary>
    public static string? Of(string? written)
    {
        var parts = written?.Trim().Replace('_', '-').Split('-') ?? [""];
        var language = parts[0].ToLowerInvariant();
        if (language.Length is < 2 or > 3 || !language.All(char.IsAsciiLetterLower) || language is "und" or "mul" or "zxx")
            return null;
        return language == "zh" && parts.Skip(1).Any(p => p.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO") ? "zh-Hant" : language;
    }
}
