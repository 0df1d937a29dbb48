namespace ScoPortal.Core.Translation.Checks;

/// <summary>Checks a translated sentence against its source; see docs/reference/checks.md for what each tells and when it is silent.</summary>
public static class SegmentChecks
{
    /// <summary>All names of checks, as <see cref="CheckFinding.Check"/> has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["numbers", "dates", "links", "marks", "term-missing", "term-forbidden", "names", "brackets", "quotes", "punctuation", "untranslated", "length", "inconsistent", "false-friend"];

    /// <summary>The findings of one sentence, errors first; none while the target is empty.</summary>
    /// <param name="source">Source sentence, plain or inline Markdown.</param>
    /// <param name="sourceLanguage">Two-letter code.</param>
    /// <param name="target">Its translation so far.</param>
    /// <param name="targetLanguage">Two-letter code.</param>
    /// <param name="glossary">Compiled for these two languages.</param>
    /// <exception cref="ArgumentException">The glossary is for another pair of languages.</exception>
    public static IReadOnlyList<CheckFinding> Of(string source, string sourceLanguage, string target, string targetLanguage, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(glossary);
        if (glossary.SourceLanguage != sourceLanguage || glossary.TargetLanguage != targetLanguage)
            throw new ArgumentException($"The glossary is for {glossary.SourceLanguage} to {glossary.TargetLanguage}.", nameof(glossary));
        if (string.IsNullOrWhiteSpace(target) || string.IsNullOrWhiteSpace(source))
            return [];

        var words = new TermText(target, targetLanguage);
        IEnumerable<CheckFinding> findings =
        [
            .. FigureCheck.Of(source, sourceLanguage, target, targetLanguage),
            .. LinkCheck.Of(source, target),
            .. MarkCheck.Of(source, target),
            .. TermChecks.Of(source, words, glossary),
            .. NameCheck.Of(source, sourceLanguage, target, targetLanguage),
            .. SignChecks.Of(source, target, targetLanguage),
            .. LanguageCheck.Of(source, sourceLanguage, target, targetLanguage),
            .. LengthCheck.Of(source, sourceLanguage, target, targetLanguage),
            .. FalseFriends.Of(new(source, sourceLanguage), words),
        ];
        return [.. findings.DistinctBy(f => (f.Check, f.Value)).OrderBy(f => f.Severity)];
    }

    /// <summary>Forms of one term that do not go together in one text ("SOZ" beside "SCO"), told at the sentences that should follow the others.</summary>
    /// <param name="targets">The translated sentences of a text, in order; empty ones are passed over.</param>
    /// <param name="glossary">Compiled with the language of the text as its target.</param>
    /// <returns>The index of each sentence, with what was found there.</returns>
    public static IReadOnlyList<(int Sentence, CheckFinding Finding)> Across(IReadOnlyList<string> targets, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(glossary);
        return [.. TermChecks.Mixed(targets, glossary).DistinctBy(f => (f.Sentence, f.Finding.Value)).OrderBy(f => f.Sentence)];
    }
}
