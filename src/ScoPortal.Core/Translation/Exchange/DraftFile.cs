using System.Globalization;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Memory;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Core.Translation.Exchange;

/// <summary>A translation that is worked on in the portal, as a file for another tool, and what comes back of it.</summary>
public static class DraftFile
{
    /// <summary>What <see cref="TranslationUnit.Origin"/> says of a unit that came back.</summary>
    public const string Origin = "xliff";

    /// <summary>The file of a translation. Sentences that stand only in the translation are left out.</summary>
    /// <param name="draft">The translation, with the newest source.</param>
    /// <param name="source">The release that is translated from.</param>
    /// <param name="matches">What the translation memory offers for a sentence, best first.</param>
    public static TranslationFile Of(TranslationDraft draft, Release source, Func<string, IReadOnlyList<MemoryMatch>> matches)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(source);
        return new()
        {
            SourceLanguage = source.Language,
            TargetLanguage = draft.Language,
            Release = draft.ReleaseId,
            SourceRelease = source.Id,
            SourceRevision = draft.SourceRevision,
            Story = source.StoryId,
            Title = source.Content.Headline,
            Units = [.. draft.Units.Where(u => u.Sources.Count > 0).Select(u => Unit(u, matches(u.Source)))],
        };
    }

    /// <summary>Takes over what came back and is not refused; the rest of the translation stays as it is.</summary>
    /// <param name="draft">The translation, with the newest source.</param>
    /// <param name="file">The file.</param>
    /// <param name="edit">Who, and when.</param>
    /// <returns>What came of each sentence.</returns>
    public static IReadOnlyList<ReturnedUnit> Apply(TranslationDraft draft, TranslationFile file, Edit edit)
    {
        var came = Judge(draft, file);
        draft.WriteAll(came.Where(c => c.IsNews).ToDictionary(c => c.Known!.Id, c => (c.Target, c.State == UnitState.Confirmed)), edit, Origin);
        return came;
    }

    /// <summary>What would come of each sentence of a file.</summary>
    public static IReadOnlyList<ReturnedUnit> Judge(TranslationDraft draft, TranslationFile file)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Returned.Of(file, draft.Language, draft.Units.Where(u => u.Sources.Count > 0).Select(Known));
    }

    private static KnownUnit Known(TranslationUnit unit) => new(
        unit.Id, unit.Source, unit.Target, unit.State, unit.Field == SegmentField.Body, unit.StartsBlock,
        unit is { Kind: SegmentKind.Cell, Field: SegmentField.Body });

    private static FileUnit Unit(TranslationUnit unit, IReadOnlyList<MemoryMatch> matches)
    {
        var known = Known(unit);
        var source = known.Coded(unit.Source);
        return new(unit.Id.ToString(CultureInfo.InvariantCulture), source)
        {
            Target = unit.Target.Length > 0 ? known.Coded(unit.Target).NumberedAs(source) : null,
            State = unit.State,
            Fingerprint = FileUnit.FingerprintOf(unit.Source),
            TargetFingerprint = FileUnit.TargetFingerprintOf(unit.Target),
            Field = Name(unit.Field),
            Kind = Name(unit.Kind),
            Earlier = string.IsNullOrEmpty(unit.Earlier) ? null : Pair(0, unit.Earlier, unit.Saved, "earlier"),
            Notes = [.. unit.Waivers.Select(w => new FileNote("waiver", $"{w.Check} ({w.Value}): {w.Reason} – {w.By}"))],
            Matches = [.. matches.Select(m => Pair(m.Percent, m.Entry.Source, m.Entry.Target, m.Entry.Origin))],
        };

        FileMatch Pair(int percent, string one, string other, string origin)
        {
            var coded = known.Coded(one);
            return new(percent, coded, known.Coded(other).NumberedAs(coded), origin);
        }
    }

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
