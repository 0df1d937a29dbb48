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

    /// <summary>Adds a form, or gives it another status.</summary>
    /// <exception cref="RuleException">The language has another preferred form.</exception>
    public void Say(string language, string text, TermStatus status, string? source)
    {
        var others = forms.Where(f => f.Language == language && f.Text != text);
        if (status == TermStatus.Preferred && others.Any(f => f.Status == TermStatus.Preferred))
            throw new RuleException("Rule.PreferredTaken", language);
        forms.RemoveAll(f => f.Language == language && f.Text == text);
        forms.Add(new TermForm(language, text, status, source));
    }
}

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
}
