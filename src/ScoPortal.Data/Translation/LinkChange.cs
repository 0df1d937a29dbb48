namespace ScoPortal.Data.Translation;

/// <summary>What was done to the links between releases.</summary>
public enum LinkChangeKind
{
    /// <summary>A release became a version of another story.</summary>
    Link = 1,

    /// <summary>A release was taken out into a story of its own.</summary>
    Unlink = 2,

    /// <summary>A story took over another.</summary>
    Merge = 3,
}

/// <summary>A change of links, with what it takes to undo it.</summary>
public class LinkChange
{
    /// <summary>Database key, rising.</summary>
    public int Id { get; private set; }

    /// <summary>What was done.</summary>
    public required LinkChangeKind Kind { get; init; }

    /// <summary>Key of the story that has more releases, or fewer, since.</summary>
    public required int StoryId { get; init; }

    /// <summary>
    /// Key of the other story: the one that a release was taken out of, the new one that it was taken out into, or the one that
    /// was taken over and is gone.
    /// </summary>
    public required int OtherStoryId { get; init; }

    /// <summary>Key of the story that undoing a merge has made: a story that is gone comes back under another number.</summary>
    public int? ReturnedAs { get; set; }

    /// <summary>How it was before: JSON that only the undoing reads.</summary>
    public required string Before { get; init; }

    /// <summary>Key of the suggestion whose acceptance it was; null when it was done by hand.</summary>
    public int? SuggestionId { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>Key of that account.</summary>
    public int? AccountId { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who undid it; null while it stands.</summary>
    public string? UndoneBy { get; set; }

    /// <summary>When that was, in UTC.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; set; }
}
