namespace ScoPortal.Core.Translation;

/// <summary>Which sentences of two releases say the same. A projection: it can be computed again from the two revisions.</summary>
public class Alignment
{
    private Alignment() => Beads = "";

    /// <param name="sourceId">Key of the one release.</param>
    /// <param name="sourceRevision">The revision of it that was aligned.</param>
    /// <param name="targetId">Key of the other.</param>
    /// <param name="targetRevision">The revision of it that was aligned.</param>
    /// <param name="beads">JSON: a list of beads, each with the sentence numbers on both sides and a score from 0 to 1.</param>
    public Alignment(int sourceId, int sourceRevision, int targetId, int targetRevision, string beads) =>
        (SourceId, SourceRevision, TargetId, TargetRevision, Beads) = (sourceId, sourceRevision, targetId, targetRevision, beads);

    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the one release.</summary>
    public int SourceId { get; private set; }

    /// <summary>The revision of it that was aligned.</summary>
    public int SourceRevision { get; private set; }

    /// <summary>Key of the other release.</summary>
    public int TargetId { get; private set; }

    /// <summary>The revision of it that was aligned.</summary>
    public int TargetRevision { get; private set; }

    /// <summary>JSON: sentence numbers on both sides, and a score from 0 to 1, for each bead.</summary>
    public string Beads { get; private set; }

    /// <summary>A person has corrected it: it is kept when sentences are aligned anew.</summary>
    public bool Edited { get; set; }
}
