using ScoPortal.Core.Translation.Memory;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>A word of a text or a term (a character in Chinese), ready to be compared.</summary>
/// <param name="Written">As it is written, without the English 's.</param>
/// <param name="Folded">Without case and accents.</param>
/// <param name="Stem">Without its ending.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The place behind it.</param>
internal readonly record struct TermWord(string Written, string Folded, string Stem, int Start, int End)
{
    /// <summary>An abbreviation: capitals count.</summary>
    public bool IsAcronym => Written.Length is > 1 and < 8 && Written.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '+') && Written.Any(char.IsUpper);

    public bool IsIdeograph => SentenceWords.IsIdeograph(Written.EnumerateRunes().First());
}

/// <summary>The words of a sentence or a term, without the signs between them.</summary>
internal sealed class TermText
{
    // Signs that may stand between the words of a term though its entry has none there.
    private const string Loose = "-‐‑–—„“”«»\"'‘’()[]（）·•*_~`《》「」『』";

    public TermText(string text, string language)
    {
        (Text, Language) = (text, language);
        Words = [.. SentenceWords.Of(text).Where(u => u.Kind is WordKind.Word or WordKind.Number).Select(u => Word(u))];
    }

    public string Text { get; }

    public string Language { get; }

    public IReadOnlyList<TermWord> Words { get; }

    /// <summary>Nothing parts the word from the one before it but spaces and signs that a term may have inside.</summary>
    public bool Joins(int at, string form) => !Text.AsSpan(Words[at - 1].End, Words[at].Start - Words[at - 1].End)
        .ContainsAnyExcept(string.Concat(Loose, " \u00A0\u202F", form));

    private TermWord Word(SentenceWord unit)
    {
        var written = unit.In(Text);
        if (Language == "en" && written.Length > 3 && written[^2] is '\'' or '’' && written[^1] is 's' or 'S')
            written = written[..^2];
        var (folded, stem) = SentenceWords.Forms(written, Language);
        return new(written, folded, stem, unit.Start, unit.End);
    }
}
