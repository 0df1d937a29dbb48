using ScoPortal.Core.Search;
using ScoPortal.Core.Translation.Clues;

namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Finds the anchors of a sentence.</summary>
internal static class Anchors
{
    private const int ShortestWord = 3;
    private const int Stem = 4;
    private const int LongStem = 6;

    /// <summary>Each anchor once. Linear in the length of the text.</summary>
    public static HashSet<Anchor> In(string text, string language)
    {
        var anchors = new HashSet<Anchor>();
        foreach (var figure in Figures.In(text, language))
            Add(anchors, figure);
        foreach (var token in TextAnalyzer.Analyze(text, language))
            AddWord(anchors, token.Surface);
        foreach (var c in text)
            if (Mark(c) is { } mark)
                anchors.Add(new(AnchorKind.Mark, mark));
        return anchors;
    }

    // A day without its year answers the same day with it.
    private static void Add(HashSet<Anchor> anchors, Figure figure)
    {
        anchors.Add(new(AnchorKind.Figure, figure.Value));
        if (figure.Kind != FigureKind.Date)
            return;
        if (figure.Value.Length >= 4 && figure.Value[0] != '-')
            anchors.Add(new(AnchorKind.Figure, figure.Value[..4]));
        if (figure.Value.Length > 4)
            anchors.Add(new(AnchorKind.Figure, "--" + figure.Value[(figure.Value[0] == '-' ? 2 : 5)..]));
    }

    private static void AddWord(HashSet<Anchor> anchors, string word)
    {
        var even = Spelling.Even(word);
        if (even.Length < ShortestWord)
            return;
        anchors.Add(new(AnchorKind.Word, even));
        if (even.Length >= Stem)
            anchors.Add(new(AnchorKind.Stem, even[..Stem]));
        if (even.Length >= LongStem)
            anchors.Add(new(AnchorKind.LongStem, even[..LongStem]));
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
