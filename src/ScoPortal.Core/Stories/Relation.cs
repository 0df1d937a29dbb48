namespace ScoPortal.Core.Stories;

/// <summary>What one story has to do with another without being a translation of it.</summary>
public enum RelationKind
{
    /// <summary>Another report of the same event.</summary>
    SameEvent = 1,

    /// <summary>The same text, passed on by another wire.</summary>
    SyndicatedCopy = 2,

    /// <summary>A second version in a language that the other story already has.</summary>
    SecondVersion = 3,

    /// <summary>Tells what came of it.</summary>
    FollowUp = 4,
}

/// <summary>One story's relation to another: "this is a follow-up of that".</summary>
public class Relation
{
    private Relation() => (Story, Other) = (null!, null!);

    internal Relation(Story story, RelationKind kind, Story other) => (Story, Kind, Other) = (story, kind, other);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>The story that is related.</summary>
    public Story Story { get; private set; }

    /// <summary>How it is related.</summary>
    public RelationKind Kind { get; private set; }

    /// <summary>The story it is related to.</summary>
    public Story Other { get; private set; }
}
