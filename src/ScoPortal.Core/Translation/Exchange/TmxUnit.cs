namespace ScoPortal.Core.Translation.Exchange;

/// <summary>A sentence in several languages, of a translation memory.</summary>
/// <param name="Texts">The sentence, once in each language.</param>
public sealed record TmxUnit(IReadOnlyList<TmxText> Texts)
{
    // Chinese in the other script is not the portal's Chinese.
    private static readonly string[] Traditional = ["hant", "tw", "hk", "mo"];

    /// <summary>When it was changed last, in UTC; null where nobody says.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Who changed it; null where nobody says.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Where it is from; null where nobody says.</summary>
    public string? Origin { get; init; }

    /// <summary>The sentence in a language, that of a country ("de-AT" for "de") where there is no other; null where there is none.</summary>
    /// <param name="language">BCP 47.</param>
    public string? In(string language) =>
        (Texts.FirstOrDefault(t => string.Equals(t.Language, language, StringComparison.OrdinalIgnoreCase)) ?? Texts.FirstOrDefault(t => IsOf(t.Language, language)))?.Text;

    private static bool IsOf(string tag, string language)
    {
        var parts = tag.ToLowerInvariant().Split('-', '_');
        return parts[0] == language && !parts.Intersect(Traditional).Any();
    }
}

/// <summary>A sentence in one language.</summary>
/// <param name="Language">BCP 47, as the file has it.</param>
/// <param name="Text">Markdown with its inline marks.</param>
public sealed record TmxText(string Language, string Text);

/// <summary>What was read at one place of a memory: a sentence, or why it is refused.</summary>
/// <param name="Number">Place of the unit in the file, from 1; 0: it is about the file as a whole.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Unit">The sentence; null when it is refused.</param>
/// <param name="Fault">Why; null: it is not.</param>
public readonly record struct TmxReading(int Number, int Line, TmxUnit? Unit, ExchangeFault? Fault = null);
