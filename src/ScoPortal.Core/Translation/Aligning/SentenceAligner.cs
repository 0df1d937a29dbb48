namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Aligns two texts sentence by sentence.</summary>
public static class SentenceAligner
{
    /// <summary>Beads in the order of the texts; every sentence is in exactly one.</summary>
    public static IReadOnlyList<SentenceBead> Align(AlignText source, AlignText target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return [.. BlockAligner.Align([.. source.Sentences.Select(Measure)], [.. target.Sentences.Select(Measure)]).Select(b => new SentenceBead(b.Source, b.Target, 1))];
    }

    private static Block Measure(AlignSentence sentence) => new(sentence.Text.Length, sentence.IsHeading);
}
