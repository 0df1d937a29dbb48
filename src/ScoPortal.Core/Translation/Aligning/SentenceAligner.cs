namespace ScoPortal.Core.Translation.Aligning;

/// <summary>
/// Aligns the sentences of two texts that say the same: by lengths (Gale and Church 1993), sharpened with anchors weighed by how rare they are
/// in the two texts (cognates: Michel Simard, George F. Foster and Pierre Isabelle, "Using Cognates to Align Sentences in Bilingual Corpora",
/// TMI 1992), within paragraphs as far as the two texts have the same ones. Beads are 1-1, 1-2, 2-1, 2-2, 1-3, 3-1, 1-0 and 0-1.
/// </summary>
public static class SentenceAligner
{
    /// <summary>
    /// Beads in the order of the texts; every sentence is in exactly one. Time and space grow with the product of the two counts up to some
    /// hundred sentences, with the length of the texts and a band of at most some thousand sentences beyond.
    /// </summary>
    public static IReadOnlyList<SentenceBead> Align(AlignText source, AlignText target) =>
        new Lattice(new Likelihood(source, target), source.Sentences.Count, target.Sentences.Count).Best();
}
