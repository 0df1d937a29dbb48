using ScoPortal.Core.Stories;

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
                Add(changes.Dequeue().After!.Value);

            // Sentences put between two of one unit belong to it.
            var (sources, weight, left, first) = (new List<string>(), ChangeWeight.None, unit.Sources.Count, default(int?));
            while (left > 0 && changes.TryDequeue(out var change))
            {
                left -= change.Before is null ? 0 : 1;
                weight = weight.OrHeavier(change.Weight);
                if (change.After is not { } at)
                    continue;
                first ??= at;
                sources.Add(now.Segments[at].Text);
            }

            var stands = unit;
            if (unit.StartsBlock && first is { } place && !now.StartsBlock(place))
            {
                // A new sentence begins the block now.
                stands = unit with { StartsBlock = false, Lead = SegmentText.Gap(Language) };
                if (moved.Count > 0 && moved[^1] is { StartsBlock: true, Sources.Count: > 0, Target.Length: 0 } begins)
                    moved[^1] = begins with { Lead = unit.Lead };
            }

            moved.Add(isMinor ? stands with { Sources = sources } : Changed(stands, sources, weight, language));
        }

        while (changes.TryDequeue(out var rest))
            if (rest.After is { } at)
                Add(at);

        SourceRevision = revision;
        Touch(edit);
        // New sentences of an earlier field may have come behind units of a later one; a new one that is gone again leaves nothing.
        Store([.. moved.Where(u => u.Sources.Count + u.Target.Length + u.Saved.Length > 0).OrderBy(u => u.Field)]);

        void Add(int at)
        {
            var unit = DraftUnits.New(nextId++, now, at, Language, moved.Count > 0 ? moved[^1] : null);
            moved.Add(isMinor ? unit with { Earlier = null, Weight = ChangeWeight.None } : unit);
        }
    }

    // What a unit was translated from is compared with what stands there now: a source that says again what it said is no change.
    private static TranslationUnit Changed(TranslationUnit unit, List<string> sources, ChangeWeight weight, string language)
    {
        var changed = unit with { Sources = sources };
        if (weight <= ChangeWeight.Minor)
            return changed;
        var earlier = unit.Earlier ?? unit.Source;
        if (unit.Earlier is { Length: > 0 } && sources.Count > 0)
            weight = ChangeTriage.Of(earlier, changed.Source, language);
        return weight <= ChangeWeight.Minor
            ? changed with { Earlier = null, Weight = ChangeWeight.None, State = Drafted(unit.Target) }
            : changed with { Earlier = earlier, Weight = weight, State = Drafted(unit.Target) };
    }
}
