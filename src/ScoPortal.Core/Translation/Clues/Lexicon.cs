using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Clues;

/// <summary>
/// The portal's own lexicon of press, trade and transport words and its names of places, in en, de, ru, zh and fr: tables beside this code,
/// a concept a row. Rows with the same first English form are one concept.
/// </summary>
public static class Lexicon
{
    private static readonly string[] Order = ["en", "de", "ru", "zh", "fr"];

    private static readonly List<string> Names = [];

    private static readonly HashSet<int> PlaceConcepts = [];

    private static readonly WordTable Table = Load();

    /// <summary>How many concepts there are.</summary>
    public static int Count => Names.Count;

    /// <summary>The concepts of the words of a text, inflection tolerated; a word with several senses gives them all.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Two-letter code; other languages than the lexicon's have no words.</param>
    public static IReadOnlyList<WordHit> In(string text, string language) => Table.In(text, language);

    /// <summary>The English name of a concept.</summary>
    public static string Name(int concept) => Names[concept];

    /// <summary>Whether the concept is a country, region or city.</summary>
    public static bool IsPlace(int concept) => PlaceConcepts.Contains(concept);

    internal static List<WordHit> In(string text, string language, IReadOnlyList<Search.Token> tokens) => Table.In(text, language, tokens);

    private static WordTable Load()
    {
        var table = new WordTable();
        var concepts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var files = typeof(Lexicon).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("lexicon-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        foreach (var file in files.Prepend("Places.tsv"))
            foreach (var line in Rows.File(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
                Add(table, concepts, line.TrimEnd('\r').Split('\t'), file[0] == 'P');
        return table;
    }

    private static void Add(WordTable table, Dictionary<string, int> concepts, string[] cells, bool isPlace)
    {
        var name = cells[0].Split('|')[0].Trim();
        if (name.Length == 0)
            return;
        if (!concepts.TryGetValue(name, out var concept))
        {
            concepts[name] = concept = Names.Count;
            Names.Add(name);
            if (isPlace)
                PlaceConcepts.Add(concept);
        }

        for (var i = 0; i < Math.Min(cells.Length, Order.Length); i++)
            foreach (var form in cells[i].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                table.Add(Order[i], form, concept);
    }
}
