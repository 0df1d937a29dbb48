using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

public partial class TranslationDraft
{
    /// <summary>
    /// Follows the source to another revision. What is written stays; units whose source has changed keep the earlier source beside
    /// the new one and have to be confirmed anew; changes of punctuation alone are taken over in silence. New sentences become new
    /// units, those of sentences that are gone wait for somebody to empty them.
    /// </summary>
    /// <param name="before">The text of the source that the units have.</param>
    /// <param name="after">Its text in the other revision.</param>
    /// <param name="language">The language of the source, BCP 47.</param>
    /// <param name="revision">The number of that revision.</param>
    /// <param name="edit">Who asked for it, and when.</param>
    /// <param name="isMinor">Nothing but edits that were called minor lies between: whatever they changed is taken over in silence.</param>
    public void FollowSource(ReleaseContent before, ReleaseContent after, string language, int revision, Edit edit, bool isMinor = false)
    {
        var (old, now) = (Segmentation.Of(before, language), new DraftUnits.Side(after, language));
        var changes = new Queue<SegmentChange>(SegmentDiff.Between(old, now.Segments, language));
        var (moved, nextId) = (new List<TranslationUnit>(), Units.Select(u => u.Id).DefaultIfEmpty().Max() + 1);
        foreach (var unit in Units)
        {
            if (unit.Sources.Count == 0)
            {
                moved.Add(unit);
                continue;
            }

            while (changes.TryPeek(out var change) && change.Before is null)
                moved.Add(New(changes.Dequeue().After!.Value));

            // Sentences put between two of one unit belong to it.
            var (sources, weight, left) = (new List<string>(), ChangeWeight.None, unit.Sources.Count);
            while (left > 0 && changes.TryDequeue(out var change))
            {
                left -= change.Before is null ? 0 : 1;
                weight = (ChangeWeight)Math.Max((int)weight, (int)change.Weight);
                if (change.After is { } at)
                    sources.Add(now.Segments[at].Text);
            }

            moved.Add(isMinor || weight <= ChangeWeight.Minor ? unit with { Sources = sources } : unit with
            {
                Sources = sources,
                State = Drafted(unit.Target),
                Earlier = unit.Earlier ?? unit.Source,
                Weight = unit.Earlier is null ? weight : (ChangeWeight)Math.Max((int)weight, (int)unit.Weight),
            });
        }

        while (changes.TryDequeue(out var rest))
            if (rest.After is { } at)
                moved.Add(New(at));

        SourceRevision = revision;
        Touch(edit);
        // New sentences of an earlier field may have come behind units of a later one.
        Store([.. moved.OrderBy(u => u.Field)]);

        TranslationUnit New(int at) => DraftUnits.New(nextId++, now, at, Language) is var unit && isMinor ? unit with { Earlier = null, Weight = ChangeWeight.None } : unit;
    }

    /// <summary>
    /// Takes over what was changed in the release itself. What is written here and was not saved stays, marked as a draft; for the rest
    /// the release is right.
    /// </summary>
    /// <param name="source">The text of the source that the units have, and its language.</param>
    /// <param name="sourceLanguage">Its language, BCP 47.</param>
    /// <param name="target">The newest content of the target.</param>
    /// <param name="revision">The number of that revision.</param>
    /// <param name="beads">As for <see cref="Begin"/>.</param>
    /// <param name="edit">Who asked for it, and when.</param>
    public void FollowTarget(
        ReleaseContent source, string sourceLanguage, ReleaseContent target, int revision, IReadOnlyList<SentenceBead>? beads, Edit edit)
    {
        var before = Units.Where(u => u.Sources.Count > 0).GroupBy(u => u.Source, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Lay(new(source, sourceLanguage), new(target, Language), beads, isConfirmed: false);
        TargetRevision = revision;
        Touch(edit);
        Store([.. Units.Select(u => before.TryGetValue(u.Source, out var old) && u.Sources.Count > 0 ? Kept(old, u) : u)]);
    }

    private static TranslationUnit Kept(TranslationUnit old, TranslationUnit now)
    {
        var kept = now with { Waivers = old.Waivers, Earlier = old.Earlier, Weight = old.Weight };
        if (old.Target == now.Saved)
            return kept with { State = old.State, Origin = old.Origin };
        return old.Target != old.Saved ? kept with { Target = old.Target, State = Drafted(old.Target), Origin = old.Origin } : kept;
    }
}
