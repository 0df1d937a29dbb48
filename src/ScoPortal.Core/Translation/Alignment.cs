using System.Text.Json;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation;

/// <summary>Which sentences of two releases say the same, as a person put it right; what nobody has edited is computed when it is asked for.</summary>
public class Alignment
{
    /// <param name="sourceId">Key of the one release.</param>
    /// <param name="targetId">Key of the other.</param>
    public Alignment(int sourceId, int targetId) => (SourceId, TargetId, Beads) = (sourceId, targetId, "[]");

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

    /// <summary>Beads made by a person.</summary>
    /// <param name="sourceRevision">The revision of the source that they are for.</param>
    /// <param name="sources">How many sentences it has.</param>
    /// <param name="targetRevision">The revision of the target.</param>
    /// <param name="targets">How many sentences that has.</param>
    /// <param name="beads">In the order of the texts.</param>
    /// <exception cref="RuleException">Rule.BeadsIncomplete: a sentence is in no bead, in two, or out of order.</exception>
    public void Edit(int sourceRevision, int sources, int targetRevision, int targets, IReadOnlyList<SentenceBead> beads)
    {
        var (i, j) = (0, 0);
        foreach (var bead in beads)
        {
            if (bead.Source.Start.Value != i || bead.Target.Start.Value != j || bead.Source.End.Value < i || bead.Target.End.Value < j)
                throw new RuleException("Rule.BeadsIncomplete");
            (i, j) = (bead.Source.End.Value, bead.Target.End.Value);
        }

        if ((i, j) != (sources, targets))
            throw new RuleException("Rule.BeadsIncomplete");
        (SourceRevision, TargetRevision, Edited) = (sourceRevision, targetRevision, true);
        Beads = JsonSerializer.Serialize(beads.Select(b => new Counts(b.Source.End.Value - b.Source.Start.Value, b.Target.End.Value - b.Target.Start.Value, Math.Round(b.Score, 3))));
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

    private sealed record Counts(int Source, int Target, double Score);
}
