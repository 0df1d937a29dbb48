using ScoPortal.Core.Translation.Memory;
using ScoPortal.Core.Wire.Data;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>
/// Words that look alike in two languages and mean something else, from FalseFriends.tsv (our own list). Told where the one stands in the source and the other
/// in the target, unless the target also has the word that is meant.
/// </summary>
internal static class FalseFriends
{
    private readonly record struct Friend(string Word, string Like, string[] Meant);

    private static readonly Dictionary<(string Source, string Target), Friend[]> All = Load();

    public static IEnumerable<CheckFinding> Of(TermText source, TermText target)
    {
        if (!All.TryGetValue((source.Language, target.Language), out var friends))
            return [];
        return friends.Select(f => (Friend: f, There: Find(source, f.Word), Here: Find(target, f.Like)))
            .Where(f => f is { There: not null, Here: not null } && !f.Friend.Meant.Any(m => Find(target, m) is not null))
            .Select(f => new CheckFinding("false-friend", CheckSeverity.Warning, f.Friend.Word,
                [f.There!.Value.Written, f.Here!.Value.Written, string.Join(", ", f.Friend.Meant)], new(f.There.Value.Start, f.There.Value.End - f.There.Value.Start),
                new(f.Here.Value.Start, f.Here.Value.End - f.Here.Value.Start)));
    }

    private static TermWord? Find(TermText text, string word)
    {
        var stem = SentenceWords.Forms(word, text.Language).Stem;
        foreach (var candidate in text.Words)
            if (candidate.Stem == stem)
                return candidate;
        return null;
    }

    // language, its word, other language, the word like it, what the first means in the other, what the second means in the first
    private static Dictionary<(string, string), Friend[]> Load() => Rows.File("FalseFriends.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t'))
        .SelectMany(c => new[] { (Pair: (c[0], c[2]), Friend: new Friend(c[1], c[3], c[4].Split(", "))), (Pair: (c[2], c[0]), Friend: new Friend(c[3], c[1], c[5].Split(", "))) })
        .GroupBy(row => row.Pair, row => row.Friend).ToDictionary(g => g.Key, g => g.ToArray());
}
