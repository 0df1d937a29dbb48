namespace ScoPortal.Core.Translation.Aligning;

/// <summary>A text to be aligned.</summary>
/// <param name="Language">BCP 47, such as "de".</param>
/// <param name="Sentences">In the order of the text.</param>
public sealed record AlignText(string Language, IReadOnlyList<AlignSentence> Sentences);

/// <summary>A sentence of a text to be aligned.</summary>
/// <param name="Text">Plain text or Markdown.</param>
/// <param name="Paragraph">Number of the paragraph it is in: it rises with the text, from any number and with gaps.</param>
/// <param name="IsHeading">Headings answer headings.</param>
public readonly record struct AlignSentence(string Text, int Paragraph, bool IsHeading = false);

/// <summary>Sentences of one text and the sentences of the other that say the same.</summary>
/// <param name="Source">Which sentences of the first text; empty where those of the second have no counterpart.</param>
/// <param name="Target">Which sentences of the second text; empty where those of the first have no counterpart.</param>
/// <param name="Score">How probable it is that exactly these belong together, by the aligner's own model: 0 to 1. 1 where a person said so.</param>
public readonly record struct SentenceBead(Range Source, Range Target, double Score);
