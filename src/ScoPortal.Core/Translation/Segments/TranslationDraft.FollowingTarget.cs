using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

public partial class TranslationDraft
{
    /// <summary>
    /// Takes over what was changed in the release itself. What is written here and was not saved stays, marked as a draft, as does what
    /// is known of a source that has changed; for the rest the release is right.
    /// </summary>
    /// <param name="source">The text of the source that the units have.</param>
    /// <param name="sourceLanguage">Its language, BCP 47.</param>
    /// <param name="target">The newest content of the target.</param>
    /// <param name="revision">The number of that revision.</param>
    /// <param name="beads">As for <see cref="Begin"/>.</param>
    /// <param name="edit">Who asked for it, and when.</param>
    public void FollowTarget(
        ReleaseContent source, string sourceLanguage, ReleaseContent target, int revision, IReadOnlyList<SentenceBead>? beads, Edit edit)
    {
        var before = Units;
        Lay(new(source, sourceLanguage), new(target, Language), beads, isConfirmed: false);
        var (mine, theirs) = (new Queue<TranslationUnit>(before), new Queue<TranslationUnit>(Units));
        var (merged, nextId) = (new List<TranslationUnit>(), before.Concat(Units).Select(u => u.Id).DefaultIfEmpty().Max() + 1);
        while (mine.Count + theirs.Count > 0)
        {
            // Both lists cover the same sentences of the source in order: the shortest runs that cover the same ones belong together.
            var (old, now) = (Run(mine, []), Run(theirs, []));
            while (Covered(old) != Covered(now))
                _ = Covered(old) < Covered(now) ? Run(mine, old) : Run(theirs, now);
            merged.AddRange(Merge(old, now));
        }

        TargetRevision = revision;
        Touch(edit);
        Store(merged.ConvertAll(u => u.Id > 0 ? u : u with { Id = nextId++ }));
    }

    // The next unit with a source, and those without one in front of it; what is left of those at the end.
    private static List<TranslationUnit> Run(Queue<TranslationUnit> units, List<TranslationUnit> run)
    {
        while (units.TryDequeue(out var unit))
        {
            run.Add(unit);
            if (unit.Sources.Count > 0)
                break;
        }

        return run;
    }

    private static int Covered(List<TranslationUnit> run) => run.Sum(u => u.Sources.Count);

    private IEnumerable<TranslationUnit> Merge(List<TranslationUnit> old, List<TranslationUnit> now)
    {
        if (old.Count == now.Count)
            return old.Zip(now, Kept);
        if (old.TrueForAll(u => u.Target == u.Saved && u.Earlier is null && u.Waivers.Count == 0))
            return now.Select(u => u with { Id = 0 });

        // Parted otherwise than here: the parts of here stay with what is typed in them, and the first knows what the release has.
        var saved = now.Where(u => u.Saved.Length > 0).ToList();
        var text = saved.Count == 0 ? "" : saved.Skip(1).Aggregate(saved[0].Saved, (all, next) => Glue(all, next.Saved, next));
        var isUnsaved = old.Exists(u => u.Target != u.Saved);
        return old.Select((u, i) => u with
        {
            Saved = i == 0 ? text : "",
            Target = isUnsaved ? u.Target : i == 0 ? text : "",
            State = Drafted(isUnsaved ? u.Target : i == 0 ? text : ""),
        }).Where(u => u.Sources.Count + u.Target.Length + u.Saved.Length > 0);
    }

    private static TranslationUnit Kept(TranslationUnit old, TranslationUnit now)
    {
        var kept = now with { Id = old.Id, Waivers = old.Waivers, Earlier = old.Earlier, Weight = old.Weight };
        if (old.Target == now.Saved)
            return kept with { State = old.State, Origin = old.Origin };
        return old.Target != old.Saved ? kept with { Target = old.Target, State = Drafted(old.Target), Origin = old.Origin } : kept;
    }
}
