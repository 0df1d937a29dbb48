using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>Aligns two releases field by field.</summary>
public static class SegmentAlignment
{
    /// <summary>Beads over both lists, in order; every segment is in exactly one, and none crosses fields.</summary>
    /// <param name="source">The sentences of the one release.</param>
    /// <param name="sourceLanguage">Its language, BCP 47.</param>
    /// <param name="target">The sentences of the other.</param>
    /// <param name="targetLanguage">Its language.</param>
    public static IReadOnlyList<SentenceBead> Of(
        IReadOnlyList<Segment> source, string sourceLanguage, IReadOnlyList<Segment> target, string targetLanguage)
    {
        var beads = new List<SentenceBead>();
        foreach (var field in Segmentation.Fields)
        {
            var (a, b) = (Part(source, field), Part(target, field));
            var found = SentenceAligner.Align(
                new AlignText(sourceLanguage, [.. Texts(source, a)]), new AlignText(targetLanguage, [.. Texts(target, b)]));
            beads.AddRange(found.Select(bead => new SentenceBead(Shift(bead.Source, a), Shift(bead.Target, b), bead.Score)));
        }

        return beads;
    }

    private static (int Start, int Count) Part(IReadOnlyList<Segment> segments, SegmentField field) =>
        (segments.Count(s => s.Field < field), segments.Count(s => s.Field == field));

    private static IEnumerable<AlignSentence> Texts(IReadOnlyList<Segment> segments, (int Start, int Count) part) =>
        segments.Skip(part.Start).Take(part.Count).Select(s => new AlignSentence(s.Text, s.Block, s.Kind == SegmentKind.Heading));

    private static Range Shift(Range range, (int Start, int Count) part)
    {
        var (start, length) = range.GetOffsetAndLength(part.Count);
        return (part.Start + start)..(part.Start + start + length);
    }
}
