using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Pairing;

/// <summary>A text read for pairing: its profile, and where each clue stands, so that evidence can be told in words.</summary>
public sealed class PairReading
{
    /// <summary>Where a clue first stands.</summary>
    internal readonly record struct Place(int Start, int Length, bool InTitle)
    {
        /// <summary>What it is, where it does not stand in the text.</summary>
        public string? Text { get; init; }
    }

    private readonly PairDocument document;
    private readonly Place[] places;

    private PairReading(PairDocument document, PairProfile profile, Place[] places) => (this.document, Profile, this.places) = (document, profile, places);

    /// <summary>What the index keeps.</summary>
    public PairProfile Profile { get; }

    /// <summary>Reads a text; linear in its length, one or two milliseconds for a page.</summary>
    /// <param name="document">The text.</param>
    /// <param name="glossary">Terms of the newsroom, if they are to count; the profile depends on their numbers.</param>
    public static PairReading Of(PairDocument document, WordTable? glossary = null)
    {
        var (counts, first) = (new Dictionary<uint, int>(), new Dictionary<uint, Place>());
        foreach (var clue in ClueReader.Read(document.Title, document.Language, glossary))
            Count(clue, isTitle: true);
        foreach (var clue in ClueReader.Read(document.Text, document.Language, glossary))
            Count(clue, isTitle: false);
        foreach (var identifier in document.Identifiers ?? [])
            Count(new(ClueKind.Identifier, identifier, 0, 0), isTitle: false);

        var clues = counts.Count <= PairProfile.MostClues ? [.. counts.Keys]
            : counts.Keys.OrderByDescending(c => (counts[c] & PairProfile.InTitle) > 0).ThenBy(PairProfile.Rank).ThenBy(c => first[c].Start).Take(PairProfile.MostClues).ToArray();
        Array.Sort(clues);
        var profile = new PairProfile(document.Language, clues, Array.ConvertAll(clues, c => (byte)counts[c]))
        {
            Date = document.Date,
            Length = Width(document.Title) + Width(document.Text),
            Paragraphs = document.Text.AsSpan().Count("\n\n") + 1,
        };
        return new(document, profile, Array.ConvertAll(clues, c => first[c]));

        void Count(Clue clue, bool isTitle)
        {
            var key = PairProfile.Hash(clue);
            first.TryAdd(key, new(clue.Start, clue.Length, isTitle) { Text = clue.Length == 0 ? clue.Key : null });
            var before = counts.GetValueOrDefault(key);
            counts[key] = Math.Min((before & PairProfile.MostCount) + 1, PairProfile.MostCount) | (before & ~PairProfile.MostCount)
                | (isTitle ? PairProfile.InTitle : 0) | (clue.IsName ? PairProfile.AsName : 0);
        }
    }

    /// <summary>A clue of the profile as it is written in the text.</summary>
    internal string Written(int clue) => places[clue].Text ?? (places[clue].InTitle ? document.Title : document.Text).Substring(places[clue].Start, places[clue].Length);

    private static int Width(string text)
    {
        var width = 0;
        foreach (var c in text)
            width += char.IsWhiteSpace(c) ? 0 : c is >= '\u2E80' and <= '\uFFEF' ? 3 : 1;
        return width;
    }
}
