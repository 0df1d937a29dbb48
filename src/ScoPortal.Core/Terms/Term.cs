namespace ScoPortal.Core.Terms;

/// <summary>Whether a translator is to use a form.</summary>
public enum TermStatus
{
    /// <summary>Use this one.</summary>
    Preferred = 1,

    /// <summary>May be used.</summary>
    Allowed = 2,

    /// <summary>Must not be used.</summary>
    Forbidden = 3,
}

/// <summary>A glossary entry: one concept, its forms in each language.</summary>
public class Term
{
    /// <summary>Most forms: some dozen in each language are looked through for every one that is added.</summary>
    public const int MostForms = 500;

    private readonly List<TermForm> forms = [];

    private Term() => Key = "";

    /// <param name="key">Stable name for import and export: lower-case Latin letters, digits and hyphens.</param>
    /// <param name="note">What it means or when it is used.</param>
    public Term(string key, string? note) => (Key, Note) = (key, note);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>Stable name for import and export; unique.</summary>
    public string Key { get; private set; }

    /// <summary>What it means or when it is used.</summary>
    public string? Note { get; set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; private set; }

    /// <summary>Its forms in all languages.</summary>
    public IReadOnlyList<TermForm> Forms => forms;

    /// <summary>Gives it another key.</summary>
    /// <param name="key">Lower-case Latin letters, digits and hyphens; unique.</param>
    public void Rename(string key) => Key = key;

    /// <summary>Adds a form, or gives it another status.</summary>
    /// <exception cref="RuleException">The language has another preferred form, or the term has more forms than any.</exception>
    public void Say(string language, string text, TermStatus status, string? source)
    {
        var others = forms.Where(f => f.Language == language && f.Text != text);
        if (status == TermStatus.Preferred && others.Any(f => f.Status == TermStatus.Preferred))
            throw new RuleException("Rule.PreferredTaken", language);
        if (forms.Find(f => f.Language == language && f.Text == text) is { } form)
            form.Restate(status, source);
        else if (forms.Count >= MostForms)
            throw new RuleException("Rule.TermTooManyForms", MostForms);
        else
            forms.Add(new TermForm(language, text, status, source));
    }

    /// <summary>Takes over a language: these forms and no others.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="wanted">Its forms; none empties the language.</param>
    /// <exception cref="RuleException">Two are preferred, or two are written alike; nothing has changed then.</exception>
    public void SayAll(string language, IReadOnlyCollection<FormText> wanted)
    {
        if (wanted.Count(f => f.Status == TermStatus.Preferred) > 1)
            throw new RuleException("Rule.PreferredTaken", language);
        if (wanted.GroupBy(f => f.Text, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RuleException("Rule.FormTwice", twice.Key);

        forms.RemoveAll(f => f.Language == language && !wanted.Any(w => w.Text == f.Text));
        foreach (var form in wanted.OrderByDescending(w => w.Status)) // a former preferred one gives way first
            Say(language, form.Text, form.Status, form.Source);
    }
}

/// <summary>A form as it is typed or read.</summary>
/// <param name="Text">As it is written in running text.</param>
/// <param name="Status">Whether to use it.</param>
/// <param name="Source">Where it was met.</param>
public sealed record FormText(string Text, TermStatus Status, string? Source);

/// <summary>A term's form in one language.</summary>
public class TermForm
{
    private TermForm() => (Language, Text) = ("", "");

    internal TermForm(string language, string text, TermStatus status, string? source) =>
        (Language, Text, Status, Source) = (language, text, status, source);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>As it is written in running text.</summary>
    public string Text { get; private set; }

    /// <summary>Whether to use it.</summary>
    public TermStatus Status { get; private set; }

    /// <summary>Where it was met.</summary>
    public string? Source { get; private set; }

    internal void Restate(TermStatus status, string? source) => (Status, Source) = (status, source);
}
