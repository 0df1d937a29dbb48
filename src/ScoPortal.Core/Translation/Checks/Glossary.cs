using ScoPortal.Core.Terms;

namespace ScoPortal.Core.Translation.Checks;

/// <summary>
/// The glossary for one pair of languages, made ready for live checks: make it once and keep it; safe for concurrent use.
/// Terms are found in any inflection (by stems; exactly in Chinese), abbreviations only in their capitals; the longest term wins
/// over terms inside it.
/// </summary>
public sealed class Glossary
{
    private const int MostVariants = 12;

    private readonly TermForms sources;
    private readonly Dictionary<string, CompiledForm> preferredSource;
    private readonly Dictionary<string, Entry> entries;

    private Glossary(string sourceLanguage, string targetLanguage, IReadOnlyCollection<Term> terms)
    {
        (SourceLanguage, TargetLanguage) = (sourceLanguage, targetLanguage);
        var inTarget = Forms(terms, targetLanguage);
        var inSource = Forms(terms, sourceLanguage);
        sources = new(inSource);
        preferredSource = inSource.Where(f => f.Status == TermStatus.Preferred).ToDictionary(f => f.Key, StringComparer.Ordinal);
        Targets = new(inTarget);
        var usable = inTarget.Where(f => f.Status != TermStatus.Forbidden).ToList();
        entries = usable.GroupBy(f => f.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Entry([.. g.OrderBy(f => f.Status)], Variants(g, usable, targetLanguage)), StringComparer.Ordinal);
    }

    /// <summary>Two-letter code.</summary>
    public string SourceLanguage { get; }

    /// <summary>Two-letter code.</summary>
    public string TargetLanguage { get; }

    internal TermForms Targets { get; }

    /// <summary>Compiles the terms for a pair of languages; forms of other languages are left out.</summary>
    /// <param name="terms">The glossary, with all forms.</param>
    /// <param name="sourceLanguage">BCP 47, as the forms have it.</param>
    /// <param name="targetLanguage">BCP 47, as the forms have it.</param>
    public static Glossary Of(IEnumerable<Term> terms, string sourceLanguage, string targetLanguage) => new(sourceLanguage, targetLanguage, [.. terms]);

    /// <summary>The terms of a source sentence, in its order, that have a form to write in the target language.</summary>
    /// <param name="source">The source sentence.</param>
    /// <param name="target">Its translation so far; may be empty.</param>
    public IReadOnlyList<GlossaryHit> Hits(string source, string target) => [.. Found(source, new(target, TargetLanguage)).Select(f => f.Hit)];

    /// <summary>The form to write for a term, or null where there is none.</summary>
    internal string? Preferred(string key) => entries.GetValueOrDefault(key)?.Forms[0].Text;

    /// <summary>As <see cref="Hits"/>, with the form that was met.</summary>
    internal IEnumerable<(GlossaryHit Hit, CompiledForm Met, bool IsShort)> Found(string source, TermText target)
    {
        foreach (var match in sources.In(new(source, SourceLanguage)))
            if (entries.TryGetValue(match.Form.Key, out var entry))
            {
                var hit = new GlossaryHit(match.Form.Key, match.Span, entry.Forms[0].Text, [.. entry.Forms.Skip(1).Select(f => f.Text)], entry.Variants.Any(v => TermUse.Uses(target, v)));
                yield return (hit, match.Form, IsShort(match.Form));
            }
    }

    // Part of the preferred form: "Secretary-General" may be somebody else's.
    private bool IsShort(CompiledForm met) => met.Status == TermStatus.Allowed && !met.IsAcronym
        && preferredSource.TryGetValue(met.Key, out var preferred) && met.Words.Count < preferred.Words.Count && met.IsPartOf(preferred);

    private static List<CompiledForm> Forms(IEnumerable<Term> terms, string language) =>
        [.. terms.SelectMany(t => t.Forms.Where(f => f.Language == language).Select(f => (t.Key, Form: f)))
            .Select((f, i) => new CompiledForm(f.Key, f.Form.Text, f.Form.Status, new TermText(f.Form.Text, language).Words, i)).Where(f => f.Words.Count > 0)];

    // The forms themselves, and with other forms of the terms inside them: "Generalsekretär der SOZ" with the full name.
    private static List<CompiledForm> Variants(IEnumerable<CompiledForm> forms, List<CompiledForm> all, string language)
    {
        var variants = forms.ToList();
        foreach (var form in variants.ToList())
            foreach (var inner in all.Where(i => i.Key != form.Key && i.Words.Count < form.Words.Count && form.Text.Contains(i.Text, StringComparison.Ordinal)))
                foreach (var other in all.Where(o => o.Key == inner.Key && o.Text != inner.Text).Take(MostVariants))
                {
                    var text = form.Text.Replace(inner.Text, other.Text, StringComparison.Ordinal);
                    variants.Add(form with { Text = text, Words = new TermText(text, language).Words });
                }

        return variants;
    }

    private sealed record Entry(IReadOnlyList<CompiledForm> Forms, IReadOnlyList<CompiledForm> Variants);
}
