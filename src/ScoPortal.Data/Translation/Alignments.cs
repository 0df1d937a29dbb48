using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation;
using ScoPortal.Core.Translation.Aligning;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Data.Translation;

/// <summary>A release as far as it is aligned.</summary>
/// <param name="Id">Key of the release.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Revision">Number of the revision that the content is.</param>
/// <param name="Content">Its text.</param>
public sealed record AlignedText(int Id, string Language, int Revision, ReleaseContent Content)
{
    /// <summary>Its sentences, to which beads refer.</summary>
    public IReadOnlyList<Segment> Segments { get; } = Segmentation.Of(Content, Language);
}

/// <summary>Which sentences of two releases say the same: as a person put it right for these very revisions, else as computed.</summary>
public static class Alignments
{
    /// <summary>Beads over the segments of both, in order; every segment is in exactly one.</summary>
    public static async Task<IReadOnlyList<SentenceBead>> BeadsAsync(this PortalDb db, AlignedText source, AlignedText target, CancellationToken cancel = default)
    {
        var stored = await db.Between(source.Id, target.Id).AsNoTracking().Where(a => a.Edited).ToListAsync(cancel);
        foreach (var alignment in stored)
        {
            var isTurned = alignment.SourceId == target.Id;
            var (one, other) = isTurned ? (target, source) : (source, target);
            if ((alignment.SourceRevision, alignment.TargetRevision) != (one.Revision, other.Revision))
                continue;
            if (alignment.Over(one.Segments.Count, other.Segments.Count) is { Count: > 0 } beads)
                return isTurned ? [.. beads.Select(b => new SentenceBead(b.Target, b.Source, b.Score))] : beads;
        }

        return KnownBeads.Of(source, target);
    }

    /// <summary>Keeps beads that a person made, and saves; what else is in the context, as the entry of the audit, is saved with them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="source">The one release, at the revision that was aligned.</param>
    /// <param name="target">The other.</param>
    /// <param name="beads">In the order of the texts.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RuleException">Rule.BeadsIncomplete: a segment is in no bead, in two, or out of order.</exception>
    public static async Task SaveEditedAsync(
        this PortalDb db, AlignedText source, AlignedText target, IReadOnlyList<SentenceBead> beads, CancellationToken cancel = default)
    {
        var stored = await db.Between(source.Id, target.Id).ToListAsync(cancel);
        var alignment = stored.Find(a => a.SourceId == source.Id);
        db.Alignments.RemoveRange(stored.Where(a => a != alignment));
        if (alignment is null)
            db.Alignments.Add(alignment = new Alignment(source.Id, target.Id));
        alignment.Edit(source.Revision, source.Segments.Count, target.Revision, target.Segments.Count, beads);
        await db.SaveChangesAsync(cancel);
    }

    private static IQueryable<Alignment> Between(this PortalDb db, int one, int other) =>
        db.Alignments.Where(a => (a.SourceId == one && a.TargetId == other) || (a.SourceId == other && a.TargetId == one));
}
