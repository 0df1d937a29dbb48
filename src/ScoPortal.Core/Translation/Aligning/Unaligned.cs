namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Texts that are too long to be aligned: sentences beside each other by their order within paragraphs beside each other by theirs.</summary>
internal static class Unaligned
{
    /// <summary>Beads with a score of 0, for nothing is known of them; every sentence is in exactly one. Both texts have sentences.</summary>
    public static List<SentenceBead> Beads(AlignText source, AlignText target)
    {
        var (a, b) = (Paragraphs(source), Paragraphs(target));
        return [.. Beside(a.Count - 1, b.Count - 1).SelectMany(p => Within(a[p.Source.Start], a[p.Source.End], b[p.Target.Start], b[p.Target.End]))];
    }

    private static IEnumerable<SentenceBead> Within(int i, int endOfSource, int j, int endOfTarget) => Beside(endOfSource - i, endOfTarget - j)
        .Select(s => new SentenceBead((i + s.Source.Start.Value)..(i + s.Source.End.Value), (j + s.Target.Start.Value)..(j + s.Target.End.Value), 0));

    // As many pairs as the shorter side has pieces.
    private static IEnumerable<(Range Source, Range Target)> Beside(int sources, int targets)
    {
        long pairs = Math.Min(sources, targets);
        for (var k = 0L; k < pairs; k++)
            yield return ((int)(k * sources / pairs)..(int)((k + 1) * sources / pairs), (int)(k * targets / pairs)..(int)((k + 1) * targets / pairs));
    }

    // Where each begins, and the end of the text.
    private static List<int> Paragraphs(AlignText text) =>
    [
        .. Enumerable.Range(0, text.Sentences.Count).Where(i => i == 0 || text.Sentences[i].Paragraph != text.Sentences[i - 1].Paragraph), text.Sentences.Count,
    ];
}
