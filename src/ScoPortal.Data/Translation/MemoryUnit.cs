namespace ScoPortal.Data.Translation;

/// <summary>A sentence and what it is in another language: a unit of the translation memory. It serves both directions.</summary>
public class MemoryUnit
{
    /// <summary>Database key, rising.</summary>
    public int Id { get; private set; }

    /// <summary>The language that comes first by code points, BCP 47.</summary>
    public required string FirstLanguage { get; init; }

    /// <summary>The sentence in it, Markdown with its inline marks.</summary>
    public required string FirstText { get; init; }

    /// <summary>The other language.</summary>
    public required string SecondLanguage { get; init; }

    /// <summary>The sentence in that.</summary>
    public required string SecondText { get; init; }

    /// <summary>Key of the release that <see cref="FirstText"/> stands in; null for one that was imported.</summary>
    public int? FirstReleaseId { get; init; }

    /// <summary>Key of the release that <see cref="SecondText"/> stands in; null for one that was imported.</summary>
    public int? SecondReleaseId { get; init; }

    /// <summary>Name of the file it was imported from; null for one that comes from two releases.</summary>
    public string? Origin { get; init; }

    /// <summary>Who translated or imported it.</summary>
    public required string By { get; init; }

    /// <summary>When it was translated or imported, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
