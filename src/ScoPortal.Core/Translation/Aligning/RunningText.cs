namespace ScoPortal.Core.Translation.Aligning;

/// <summary>Two running texts, split into sentences and aligned.</summary>
/// <param name="Source">The one text.</param>
/// <param name="Target">The other.</param>
/// <param name="Beads">Which sentences of them belong together.</param>
public sealed record RunningText(AlignText Source, AlignText Target, IReadOnlyList<SentenceBead> Beads)
{
    /// <summary>
    /// Splits plain texts into paragraphs at empty lines and into sentences, and aligns them. A title without its line break is cut off
    /// where the language shows it or the other text has it apart.
    /// </summary>
    /// <param name="source">Any text; the sentences hold every character of it that is not white space.</param>
    /// <param name="sourceLanguage">Two-letter code.</param>
    /// <param name="target">Any text.</param>
    /// <param name="targetLanguage">Two-letter code.</param>
    public static RunningText Align(string source, string sourceLanguage, string target, string targetLanguage)
    {
        var (a, b) = (Split(source, sourceLanguage), Split(target, targetLanguage));
        if (SentenceAligner.IsTooLong(a, b))
            return new RunningText(a, b, SentenceAligner.Align(a, b));
        var likelihood = new Likelihood(a, b);
        var beads = new Lattice(likelihood, a.Sentences.Count, b.Sentences.Count).Best();
        var (cutA, cutB) = new TitleCuts(a, b, likelihood).Of(beads);
        return cutA.Sentences.Count == a.Sentences.Count && cutB.Sentences.Count == b.Sentences.Count
            ? new RunningText(a, b, beads)
            : new RunningText(cutA, cutB, SentenceAligner.Align(cutA, cutB));
    }

    private static AlignText Split(string text, string language)
    {
        var (sentences, paragraph, end) = (new List<AlignSentence>(), 0, 0);
        foreach (var span in Sentences.Split(text, language))
        {
            paragraph += text.AsSpan(end..span.Start).Count('\n') > 1 ? 1 : 0;
            sentences.Add(new AlignSentence(span.In(text), paragraph));
            end = span.End;
        }

        return new AlignText(language, sentences);
    }
}
