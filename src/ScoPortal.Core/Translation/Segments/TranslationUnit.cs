using System.Text.Json.Serialization;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>How far a unit of a translation has come.</summary>
public enum UnitState
{
    /// <summary>Nothing is written.</summary>
    Empty = 0,

    /// <summary>Something is written, and nobody has said that it is right.</summary>
    Draft = 1,

    /// <summary>A person has confirmed it.</summary>
    Confirmed = 2,
}

/// <summary>A check that a person has set aside for one unit, and why.</summary>
/// <param name="Check">Name of the check: numbers, links, term-missing …</param>
/// <param name="Value">What it was about; another finding of the same check is not waived.</param>
/// <param name="Reason">In the person's words.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Waiver(string Check, string Value, string Reason, string By, DateTimeOffset At);

/// <summary>What is translated as one: sentences of the source, and what they are in the other language. One side may be empty.</summary>
public sealed record TranslationUnit
{
    /// <summary>Names it within its draft for as long as the draft lives.</summary>
    public required int Id { get; init; }

    /// <summary>The field it belongs to.</summary>
    public required SegmentField Field { get; init; }

    /// <summary>What part of a page it is.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>It is the first of its paragraph, heading, item or cell.</summary>
    public required bool StartsBlock { get; init; }

    /// <summary>The Markdown in front of it in the translation: white space, and the marks of a block that it begins.</summary>
    public required string Lead { get; init; }

    /// <summary>It is a cell of a table that the translation has from the source: it keeps its place while it is empty.</summary>
    public bool KeepsPlace { get; init; }

    /// <summary>The sentences of the source; none where it stands only in the translation.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The translation as it is typed.</summary>
    public string Target { get; init; } = "";

    /// <summary>The translation as the release has it.</summary>
    public string Saved { get; init; } = "";

    /// <summary>How far it has come.</summary>
    public UnitState State { get; init; }

    /// <summary>
    /// The source that <see cref="Saved"/> was made for, where it has changed since and the translation has not followed: empty for a sentence that
    /// is new; null where the two belong together.
    /// </summary>
    public string? Earlier { get; init; }

    /// <summary>How much the change weighs.</summary>
    public ChangeWeight Weight { get; init; }

    /// <summary>Where the target came from, if nobody typed it: "memory 92", "xliff".</summary>
    public string? Origin { get; init; }

    /// <summary>Checks that were set aside.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>The sentences of the source as one text.</summary>
    [JsonIgnore]
    public string Source => SegmentText.Join(Sources);

    /// <summary>The source has changed so that the translation has to be looked at.</summary>
    [JsonIgnore]
    public bool IsStale => Earlier is not null && Weight >= ChangeWeight.Should;
}
