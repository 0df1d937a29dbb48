using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Finds the anchors of a sentence.</summary>
internal static class Anchors
{
    private const int Stem = 4;

    /// <summary>Each anchor once. Linear in the length of the text.</summary>
    public static HashSet<Anchor> In(string text, string language)
    {
        var anchors = new HashSet<Anchor>();
        foreach (var clue in ClueReader.Read(text, language))
            Add(anchors, clue);
        foreach (var c in text)
            if (Mark(c) is { } mark)
                anchors.Add(new(AnchorKind.Mark, mark));
        return anchors;
    }

    private static void Add(HashSet<Anchor> anchors, Clue clue)
    {
        var kind = clue.Kind switch
        {
            ClueKind.Number or ClueKind.Date or ClueKind.Link => AnchorKind.Figure,
            ClueKind.Place or ClueKind.Concept or ClueKind.Term => AnchorKind.Concept,
            ClueKind.Pinyin or ClueKind.Sound => AnchorKind.Sound,
            _ => AnchorKind.Word,
        };
        anchors.Add(new(kind, clue.Key));
        if (kind == AnchorKind.Word && clue.Key.Length >= Stem)
            anchors.Add(new(AnchorKind.Stem, clue.Key[..Stem]));
        if (clue.Kind != ClueKind.Date)
            return;
        // A day without its year answers the same day with it.
        if (clue.Key[0] != '-' && clue.Key.Length > 5)
        {
            anchors.Add(new(kind, clue.Key[..4]));
            anchors.Add(new(kind, "--" + clue.Key[5..]));
        }
    }

    private static string? Mark(char c) => c switch
    {
        '?' or '？' or '؟' => "?",
        '!' or '！' => "!",
        ':' or '：' => ":",
        '(' or '（' => "(",
        '"' or '“' or '”' or '„' or '«' or '»' or '「' or '『' => "\"",
        _ => null,
    };
}
