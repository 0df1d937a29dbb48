namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// Aligns the sentences of two texts that say the same: by lengths (Gale and Church 1993), sharpened with anchors weighed by how rare they are
/// in the two texts (cognates: Michel Simard, George F. Foster and Pierre Isabelle, "Using Cognates to Align Sentences in Bilingual Corpora",
/// TMI 1992), within paragraphs as far as the two texts have the same ones. Beads are 1-1, 1-2, 2-1, 2-2, 1-3, 3-1, 1-0 and 0-1.
/// </summary>
public static class SentenceAligner
{
    // With more sentences in one of them, texts are not aligned, only put beside each other.
    private const int Most = 20_000;

    /// <summary>
    /// Beads in the order of the texts; every sentence is in exactly one. Time and space grow with the product of the two counts up to some
    /// hundred sentences and not much beyond; texts of more than 20,000 sentences stand beside each other by order, paragraph by paragraph, with
    /// a score of 0.
    /// </summary>
    public static IReadOnlyList<SentenceBead> Align(AlignText source, AlignText target) =>
        IsTooLong(source, target) ? Unaligned.Beads(source, target)
            : new Lattice(new Likelihood(source, target), source.Sentences.Count, target.Sentences.Count).Best();

    internal static bool IsTooLong(AlignText source, AlignText target) =>
        source.Sentences.Count > 0 && target.Sentences.Count > 0 && Math.Max(source.Sentences.Count, target.Sentences.Count) > Most;
}
