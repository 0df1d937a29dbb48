namespace ScoPortal.Core.Translation.Aligning;

/// <summary>A text to align.</summary>
/// <param name="Language">Its language, BCP 47.</param>
/// <param name="Sentences">Its sentences, in order.</param>
public sealed record AlignText(string Language, IReadOnlyList<AlignSentence> Sentences);

/// <summary>A sentence of it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Paragraph">Number of its paragraph; rises with the text, from any number and with gaps.</param>
/// <param name="IsHeading">It is a heading: headings answer headings.</param>
public readonly record struct AlignSentence(string Text, int Paragraph, bool IsHeading = false);

/// <summary>Sentences of one text and those of the other that say the same; one range is empty where there are none.</summary>
/// <param name="Source">Which sentences of the first text.</param>
/// <param name="Target">Which of the second.</param>
/// <param name="Score">How sure that is, 0 to 1.</param>
public readonly record struct SentenceBead(Range Source, Range Target, double Score);
