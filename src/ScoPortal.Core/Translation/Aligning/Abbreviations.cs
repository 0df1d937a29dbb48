using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Aligning;

/// <summary>What a full stop behind a word means: read from Data/sentences.txt, rows "language kind|word;word;…", "*" for every language.</summary>
internal sealed class Abbreviations
{
    private static readonly Dictionary<string, HashSet<string>> Table = Read();
    private static readonly Abbreviations General = new("*");
    private static readonly Dictionary<string, Abbreviations> Known = Table.Keys.Select(k => k.Split(' ')[0]).Concat(Table["* ordinals"]).Distinct()
        .ToDictionary(l => l, l => new Abbreviations(l), StringComparer.Ordinal);

    private readonly HashSet<string> never;
    private readonly HashSet<string> number;
    private readonly HashSet<string> name;
    private readonly HashSet<string> starters;

    private Abbreviations(string language)
    {
        (never, number, name) = (Words(language, "never"), Words(language, "number"), Words(language, "name"));
        starters = Table.GetValueOrDefault(language + " starter", []);
        HasCapitalNames = Table["* names"].Contains(language);
        HasOrdinals = Table["* ordinals"].Contains(language);
    }

    /// <summary>A full stop behind a number makes it an ordinal.</summary>
    public bool HasOrdinals { get; }

    /// <summary>Capitals inside a sentence are names: no nouns as in German, no titles of persons as in English.</summary>
    public bool HasCapitalNames { get; }

    /// <summary>The rules of a language, or the general ones.</summary>
    public static Abbreviations Of(string language) => Known.GetValueOrDefault(language, General);

    /// <summary>A name or a noun always follows: "Dr.", "им.".</summary>
    public bool NeverEnds(string word) => Has(never, word);

    /// <summary>No sentence ends here when a number follows: "No. 5", "ст. 14".</summary>
    public bool TakesNumber(string word) => Has(number, word);

    /// <summary>It ends a sentence only before a word that begins one: "Inc.", "г.".</summary>
    public bool TakesName(string word) => Has(name, word);

    /// <summary>A word that, capitalised, begins a sentence: articles, prepositions, pronouns, conjunctions.</summary>
    public bool Begins(string word) => starters.Contains(word);

    private static HashSet<string> Words(string language, string kind) =>
        Table.GetValueOrDefault($"{language} {kind}") ?? Table[$"* {kind}"];

    // An abbreviation in capitals or at the head of a sentence is the same one; a capital one in small letters is another word (No, no).
    private static bool Has(HashSet<string> words, string word) =>
        words.Contains(word) || (word.Length > 1 && char.IsUpper(word[0]) && words.Contains(word.ToLowerInvariant()));

    private static Dictionary<string, HashSet<string>> Read() => Rows.File("sentences.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(row => row.Split('|'))
        .ToDictionary(r => r[0], r => r[1].Split(';').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
