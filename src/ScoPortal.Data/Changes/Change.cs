namespace ScoPortal.Data.Changes;

/// <summary>What kind of thing has changed.</summary>
public enum ChangeKind
{
    /// <summary>A release: text, state, or what belongs to it.</summary>
    Release = 1,

    /// <summary>A story: its zones, topics, date, relations.</summary>
    Story = 2,

    /// <summary>A zone with its profiles, figures and milestones.</summary>
    Zone = 3,

    /// <summary>A topic or a name of it.</summary>
    Topic = 4,

    /// <summary>A glossary term.</summary>
    Term = 5,

    /// <summary>A picture.</summary>
    Media = 6,
}

/// <summary>
/// One line of the change log, written in the transaction of the change itself. Numbers rise in the order of commits:
/// whoever has followed up to a number has missed nothing before it.
/// </summary>
/// <param name="Number">1 and up, without gaps.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="SubjectId">Its database key.</param>
/// <param name="Removed">It is gone.</param>
public sealed record Change(long Number, ChangeKind Kind, int SubjectId, bool Removed);

/// <summary>
/// The newest number of the change log, in a table of one row. A writer raises it inside its transaction and so holds
/// the row's lock until it has committed; that is what puts numbers and commits in one order on every engine.
/// </summary>
public class ChangeCounter
{
    /// <summary>Always 1.</summary>
    public int Id { get; private set; }

    /// <summary>The newest number; 0 in a new database.</summary>
    public long Value { get; private set; }

    internal static ChangeCounter First => new() { Id = 1 };
}
