namespace ScoPortal.Data.Newsroom;

/// <summary>What synthetic stories are put together from: names, and sentences with places for them, in each language.</summary>
internal sealed record SyntheticWords(
    Dictionary<string, string[]> Months, Dictionary<string, Dictionary<string, string>> Zones, SyntheticWords.Name[] Syllables, SyntheticWords.Name[] Surnames,
    Dictionary<string, string>[] Sectors, Dictionary<string, string>[] Cities, Dictionary<string, string>[] Goods, Dictionary<string, string> Facts,
    Dictionary<string, string> Company, Dictionary<string, string> Issuer, Dictionary<string, string> Correction, Dictionary<string, string> Withdrawal,
    SyntheticWords.Kind[] Kinds, Dictionary<string, string>[] Paragraphs, Dictionary<string, string> Added)
{
    private static readonly Lazy<SyntheticWords> Loaded = new(() => JsonContent.Read<SyntheticWords>("synthetic/words.json"));

    public static SyntheticWords All => Loaded.Value;

    /// <summary>A part of a name in three scripts; German and English share one.</summary>
    internal sealed record Name(string Latin, string Ru, string Zh)
    {
        public string In(string language) => language switch { "ru" => Ru, "zh" => Zh, _ => Latin };
    }

    /// <summary>What a story can be about; <paramref name="Weight"/> of a hundred stories are.</summary>
    internal sealed record Kind(
        int Weight, string[] Topics, Dictionary<string, string> Headline, Dictionary<string, string> Summary, Dictionary<string, string> Lead);
}
