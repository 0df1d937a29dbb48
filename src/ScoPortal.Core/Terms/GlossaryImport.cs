namespace ScoPortal.Core.Terms;

/// <summary>What a line of a glossary file does.</summary>
public enum GlossaryEffect
{
    /// <summary>Adds a form, or a term.</summary>
    New = 1,

    /// <summary>Gives a form another status or source, or a term another note.</summary>
    Changed = 2,

    /// <summary>Nothing: it stands there already.</summary>
    Unchanged = 3,
}

/// <summary>What came of a line.</summary>
/// <param name="Line">What it says.</param>
/// <param name="Effect">What it did.</param>
public sealed record GlossaryResult(GlossaryLine Line, GlossaryEffect Effect);

/// <summary>
/// Takes a file over into the glossary, line by line: a line that breaks a rule is refused and the others go on; nothing
/// is ever taken away. Run on terms that are not saved afterwards, it shows what would happen.
/// </summary>
/// <param name="terms">Those of the glossary that the file names, by key; new ones are added.</param>
/// <param name="languages">Of the portal, BCP 47.</param>
public sealed class GlossaryImport(IDictionary<string, Term> terms, IReadOnlyCollection<string> languages)
{
    // Chinese in the other script is not the portal's Chinese.
    private static readonly string[] Traditional = ["hant", "tw", "hk", "mo"];

    private readonly List<GlossaryResult> results = [];
    private readonly List<GlossaryRefusal> refused = [];
    private readonly List<Term> added = [];

    /// <summary>What came of each line that was taken, in the order of the file.</summary>
    public IReadOnlyList<GlossaryResult> Results => results;

    /// <summary>The lines that were not, in the order of the file.</summary>
    public IReadOnlyList<GlossaryRefusal> Refused => refused;

    /// <summary>Terms that the glossary did not have.</summary>
    public IReadOnlyList<Term> Added => added;

    /// <summary>Keys of the terms that are new or changed.</summary>
    public IReadOnlyList<string> Keys => [.. results.Where(r => r.Effect != GlossaryEffect.Unchanged).Select(r => r.Line.Key).Distinct()];

    /// <summary>How many lines had that effect.</summary>
    public int Count(GlossaryEffect effect) => results.Count(r => r.Effect == effect);

    /// <summary>Takes a file over.</summary>
    public GlossaryImport Take(GlossaryFile file)
    {
        refused.AddRange(file.Refused);
        // A form that is preferred no longer makes room first, wherever it stands.
        foreach (var line in file.Lines.OrderBy(l => l.Form?.Status == TermStatus.Preferred))
            Take(line);
        results.Sort((a, b) => a.Line.Line.CompareTo(b.Line.Line));
        refused.Sort((a, b) => a.Line.CompareTo(b.Line));
        return this;
    }

    private void Take(GlossaryLine line)
    {
        var language = line.Language is null ? null : Known(line.Language);
        if (line.Language is not null && language is null)
        {
            refused.Add(new(line.Line, "Rule.GlossaryUnknownLanguage", line.Language));
            return;
        }

        try
        {
            var isNew = !terms.TryGetValue(line.Key, out var term);
            var effect = Say(term ??= new Term(line.Key, null), line, language);
            if (isNew)
            {
                terms[line.Key] = term;
                added.Add(term);
            }

            results.Add(new(line with { Language = language }, isNew ? GlossaryEffect.New : effect));
        }
        catch (RuleException broken)
        {
            refused.Add(new(line.Line, broken.Rule, broken.Values));
        }
    }

    private static GlossaryEffect Say(Term term, GlossaryLine line, string? language)
    {
        var effect = GlossaryEffect.Unchanged;
        if (line.Form is { } form)
        {
            var before = term.Forms.FirstOrDefault(f => f.Language == language && f.Text == form.Text);
            var source = form.Source ?? before?.Source;
            if (before?.Status != form.Status || before.Source != source)
                effect = before is null ? GlossaryEffect.New : GlossaryEffect.Changed;
            term.Say(language!, form.Text, form.Status, source);
        }

        if (line.Note is null || line.Note == GlossaryFile.Clean(term.Note))
            return effect;

        term.Note = line.Note;
        return effect == GlossaryEffect.New ? effect : GlossaryEffect.Changed;
    }

    // "de-AT" is taken for German where the portal knows no other.
    private string? Known(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-', '_');
        return languages.FirstOrDefault(l => string.Equals(l, tag, StringComparison.OrdinalIgnoreCase))
            ?? (parts.Intersect(Traditional).Any() ? null : languages.FirstOrDefault(l => l == parts[0]));
    }
}
