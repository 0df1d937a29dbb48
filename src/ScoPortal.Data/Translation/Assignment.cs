namespace ScoPortal.Data.Translation;

/// <summary>A language version that somebody is to write or to bring up to date. At most one per story and language.</summary>
public class Assignment
{
    /// <summary>Key of the story.</summary>
    public required int StoryId { get; set; }

    /// <summary>The language to write, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the account that is to do it; null for whoever comes first.</summary>
    public int? AccountId { get; set; }

    /// <summary>The last day, in the calendar of the desk; null where it has time.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>What is asked for, in the words of who asks.</summary>
    public string? Note { get; set; }

    /// <summary>Who asks.</summary>
    public required string By { get; set; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Concurrency token: goes up with every save.</summary>
    public int Version { get; set; }
}
