using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ScoPortal.Core.Translation.Pairing;

namespace ScoPortal.Data.Translation;

/// <summary>Evidence of a suggested pair as <see cref="Core.Stories.Suggestion.Evidence"/> keeps it: <c>{"clues":[{"Kind","Newer","Older","Weight"}…]}</c>.</summary>
public static class PairEvidenceJson
{
    // Room is left for what a decision adds.
    private const int MostCharacters = 3900;
    private const int MostOfClue = 120;

    private static readonly JsonSerializerOptions Names = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<PairEvidenceKind>() },
    };

    private sealed record Clue(PairEvidenceKind Kind, string Newer, string Older, double Weight);

    /// <summary>As JSON of at most 3,900 characters: what says least is left out first.</summary>
    /// <param name="evidence">Of the newer release and the older one, in that order.</param>
    public static string Of(IEnumerable<PairEvidence> evidence)
    {
        var clues = evidence.Select(e => new Clue(e.Kind, Cut(e.A), Cut(e.B), Math.Round(e.Weight, 2))).ToList();
        while (true)
        {
            var json = JsonSerializer.Serialize(new Dictionary<string, List<Clue>> { ["clues"] = clues }, Names);
            if (json.Length <= MostCharacters)
                return json;
            clues.Remove(clues.MinBy(c => Math.Abs(c.Weight))!);
        }
    }

    /// <summary>What <see cref="Of"/> wrote, the newer release first; nothing of JSON that is something else.</summary>
    public static IReadOnlyList<PairEvidence> Read(string json) => JsonNode.Parse(json)?["clues"] is JsonArray clues
        ? [.. clues.Select(c => c.Deserialize<Clue>(Names)!).Select(c => new PairEvidence(c.Kind, c.Newer, c.Older, c.Weight))]
        : [];

    private static string Cut(string text)
    {
        if (text.Length <= MostOfClue)
            return text;
        var end = char.IsHighSurrogate(text[MostOfClue - 2]) ? MostOfClue - 2 : MostOfClue - 1;
        return text[..end] + "…";
    }
}
