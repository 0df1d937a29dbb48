using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Wire;

namespace ScoPortal.Data.Stories;

/// <summary>Where an imported text is.</summary>
/// <param name="ReleaseId">Key of the release made from it.</param>
/// <param name="IsNew">This import made it; false when the same text was imported before.</param>
public readonly record struct Imported(int ReleaseId, bool IsNew)
{
    /// <summary>Releases that it is likely a copy of, best first, at most 5; none when it is not new.</summary>
    public IReadOnlyList<Likeness> Copies { get; init; } = [];
}

/// <summary>A text on its way in, with what the importer or an editor made of it.</summary>
public sealed record Incoming
{
    /// <summary>The original, not a character changed.</summary>
    public required string Text { get; init; }

    /// <summary>Where it came from, without folder; its end is kept when it is longer than 300 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The untouched file, or item of a feed, where <see cref="Text"/> is not the whole of it; at most 64 MiB.</summary>
    public byte[]? Source { get; init; }

    /// <summary>Media type of <see cref="Source"/>; at most 100 characters.</summary>
    public string? SourceType { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The content of the draft.</summary>
    public required ReleaseContent Content { get; init; }

    /// <summary>When it happened.</summary>
    public PartialDate? EventDate { get; init; }

    /// <summary>Its numbers at wires and sites.</summary>
    public IEnumerable<(string Scheme, string Value)> ExternalIds { get; init; } = [];

    /// <summary>Keys of the zones it is about.</summary>
    public IReadOnlyCollection<int> ZoneIds { get; init; } = [];

    /// <summary>Keys of its topics.</summary>
    public IReadOnlyCollection<int> TopicIds { get; init; } = [];

    /// <summary>A text as the importer reads it.</summary>
    /// <param name="read">What was read from <paramref name="text"/>.</param>
    /// <param name="text">The original.</param>
    /// <param name="name">Where it came from, without folder.</param>
    /// <exception cref="ArgumentException">The language was not recognised.</exception>
    /// <exception cref="InvalidDataException">The story is longer than <see cref="WireContent.MaxBody"/>.</exception>
    public static Incoming From(WireRelease read, string text, string name) => new()
    {
        Text = text,
        Name = name,
        Language = read.Language ?? throw new ArgumentException("The language was not recognised.", nameof(read)),
        Content = read.ToContent(),
        EventDate = read.EventDate,
        ExternalIds = read.ExternalIds,
    };
}
