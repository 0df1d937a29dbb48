namespace ScoPortal.Core.Zones;

/// <summary>How a source qualifies its figure.</summary>
public enum FigureQualifier
{
    /// <summary>Exactly that.</summary>
    Exact = 0,

    /// <summary>About that.</summary>
    About = 1,

    /// <summary>More than that.</summary>
    MoreThan = 2,

    /// <summary>Less than that.</summary>
    LessThan = 3,
}

/// <summary>A number about a zone, with its date and its source; none is shown without both.</summary>
public class KeyFigure
{
    private readonly List<KeyFigureText> texts = [];

    private KeyFigure() => Source = null!;

    /// <inheritdoc cref="Restate" />
    public KeyFigure(decimal value, PartialDate? asOf, FigureQualifier qualifier, Source source) =>
        (Value, AsOf, Qualifier, Source) = (value, asOf, qualifier, source);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>As the source states it.</summary>
    public decimal Value { get; private set; }

    /// <summary>What it is true of.</summary>
    public PartialDate? AsOf { get; private set; }

    /// <summary>Exactly, about, more or less than.</summary>
    public FigureQualifier Qualifier { get; private set; }

    /// <summary>Who says so.</summary>
    public Source Source { get; private set; }

    /// <summary>Place on the page, 0 first.</summary>
    public int Order { get; internal set; }

    /// <summary>Its words per language.</summary>
    public IReadOnlyList<KeyFigureText> Texts => texts;

    /// <summary>Gives it another value, with what goes with it.</summary>
    /// <param name="value">As the source states it; the scale ("million tonnes") is in the unit.</param>
    /// <param name="asOf">The day, month or year it is true of; null where the source gives none.</param>
    /// <param name="qualifier">Exactly, about, more or less than.</param>
    /// <param name="source">Who says so.</param>
    public void Restate(decimal value, PartialDate? asOf, FigureQualifier qualifier, Source source) =>
        (Value, AsOf, Qualifier, Source) = (value, asOf, qualifier, source);

    /// <summary>Says in <paramref name="language"/> what is counted.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="label">"area of the logistics park".</param>
    /// <param name="unit">"km²", "million tonnes"; null for a plain number.</param>
    /// <param name="value">The same quantity in that language's scale (8,436 万吨 for 84.36 million tonnes); null for <see cref="Value"/>.</param>
    public void Say(string language, string label, string? unit, decimal? value = null)
    {
        texts.RemoveAll(t => t.Language == language);
        texts.Add(new KeyFigureText(language, label, unit, value));
    }

    /// <summary>Says no more in <paramref name="language"/> what is counted; there the figure is not shown.</summary>
    public void Unsay(string language) => texts.RemoveAll(t => t.Language == language);
}

/// <summary>What a key figure counts, in one language.</summary>
public class KeyFigureText
{
    private KeyFigureText() => (Language, Label) = ("", "");

    internal KeyFigureText(string language, string label, string? unit, decimal? value) =>
        (Language, Label, Unit, Value) = (language, label, unit, value);

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>What is counted.</summary>
    public string Label { get; private set; }

    /// <summary>Unit with its scale.</summary>
    public string? Unit { get; private set; }

    /// <summary>The same quantity in this language's scale; null for the figure's own value.</summary>
    public decimal? Value { get; private set; }
}
