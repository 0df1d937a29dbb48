namespace ScoPortal.Core.Zones;

/// <summary>A date in a zone's history, with its source.</summary>
public class Milestone
{
    private readonly List<MilestoneText> texts = [];

    private Milestone() => Source = null!;

    /// <param name="date">No more exact than the source.</param>
    /// <param name="source">Who says so.</param>
    public Milestone(PartialDate date, Source source) => (Date, Source) = (date, source);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>No more exact than the source.</summary>
    public PartialDate Date { get; private set; }

    /// <summary>Who says so.</summary>
    public Source Source { get; private set; }

    /// <summary>Its words per language.</summary>
    public IReadOnlyList<MilestoneText> Texts => texts;

    /// <summary>Gives it another date or source.</summary>
    public void Redate(PartialDate date, Source source) => (Date, Source) = (date, source);

    /// <summary>Tells it no more in <paramref name="language"/>; there it is not shown.</summary>
    public void Unsay(string language) => texts.RemoveAll(t => t.Language == language);

    /// <summary>Tells it in <paramref name="language"/>, over an earlier text.</summary>
    public void Say(string language, string title, string? text)
    {
        texts.RemoveAll(t => t.Language == language);
        texts.Add(new MilestoneText(language, title, text));
    }
}

/// <summary>A milestone's words in one language.</summary>
public class MilestoneText
{
    private MilestoneText() => (Language, Title) = ("", "");

    internal MilestoneText(string language, string title, string? text) => (Language, Title, Text) = (language, title, text);

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>A short headline.</summary>
    public string Title { get; private set; }

    /// <summary>One or two sentences.</summary>
    public string? Text { get; private set; }
}
