using System.Text.Json;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation;

/// <summary>Which sentences of two releases say the same, as a person put it right; what nobody has edited is computed when it is asked for.</summary>
public class Alignment
{
    private Alignment() => Beads = "";

    /// <param name="sourceId">Key of the one release.</param>
    /// <param name="sourceRevision">The revision of it that was aligned.</param>
    /// <param name="targetId">Key of the other.</param>
    /// <param name="targetRevision">The revision of it that was aligned.</param>
    /// <param name="beads">The beads over the sentences of both, each in exactly one.</param>
    public Alignment(int sourceId, int sourceRevision, int targetId, int targetRevision, IEnumerable<SentenceBead> beads) : this()
    {
        (SourceId, TargetId) = (sourceId, targetId);
        Set(sourceRevision, targetRevision, beads);
    }

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

    /// <summary>JSON: for each bead the number of sentences on both sides and the score, 0 to 1.</summary>
    public string Beads { get; private set; }

    /// <summary>A person has corrected it: it is kept when sentences are aligned anew.</summary>
    public bool Edited { get; private set; }

    /// <summary>Puts beads made by a person in place of those before.</summary>
    public void Edit(int sourceRevision, int targetRevision, IEnumerable<SentenceBead> beads)
    {
        Set(sourceRevision, targetRevision, beads);
        Edited = true;
    }

    /// <summary>The beads, or none where they do not hold exactly these numbers of sentences.</summary>
    public IReadOnlyList<SentenceBead> Over(int sources, int targets)
    {
        var (beads, i, j) = (new List<SentenceBead>(), 0, 0);
        foreach (var bead in JsonSerializer.Deserialize<List<Counts>>(Beads)!)
        {
            beads.Add(new SentenceBead(i..(i + bead.Source), j..(j + bead.Target), bead.Score));
            (i, j) = (i + bead.Source, j + bead.Target);
        }

        return (i, j) == (sources, targets) ? beads : [];
    }

    private void Set(int sourceRevision, int targetRevision, IEnumerable<SentenceBead> beads)
    {
        (SourceRevision, TargetRevision) = (sourceRevision, targetRevision);
        Beads = JsonSerializer.Serialize(beads.Select(b => new Counts(b.Source.End.Value - b.Source.Start.Value, b.Target.End.Value - b.Target.Start.Value, Math.Round(b.Score, 3))));
    }

    private sealed record Counts(int Source, int Target, double Score);
}
