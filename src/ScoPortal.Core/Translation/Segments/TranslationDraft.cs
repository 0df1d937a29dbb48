using System.Text.Json;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Aligning;

namespace ScoPortal.Core.Translation.Segments;

/// <summary>
/// A translation while it is worked on, sentence by sentence, beside the release that readers may have: what is typed waits here until
/// somebody saves it as a revision. At most one per release.
/// </summary>
public partial class TranslationDraft
{
    private string units = "[]";
    private string tails = "{}";
    private List<TranslationUnit>? read;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TranslationDraft() => (Language, UpdatedBy) = ("", "");

    private TranslationDraft(Release target, Release source, Edit edit)
    {
        (ReleaseId, SourceId, Language) = (target.Id, source.Id, target.Language);
        UpdatedBy = edit.By;
        Touch(edit);
    }

    /// <summary>Key of the release that is being translated into, and of this.</summary>
    public int ReleaseId { get; private set; }

    /// <summary>The language of that release, BCP 47.</summary>
    public string Language { get; private set; }

    /// <summary>Key of the release that is being translated from.</summary>
    public int SourceId { get; private set; }

    /// <summary>The revision of it that the units have.</summary>
    public int SourceRevision { get; private set; }

    /// <summary>The revision of the target that <see cref="TranslationUnit.Saved"/> is.</summary>
    public int TargetRevision { get; private set; }

    /// <summary>Units that have a source.</summary>
    public int Total { get; private set; }

    /// <summary>Units that are confirmed, of those.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Units without a translation, of those.</summary>
    public int Missing { get; private set; }

    /// <summary>Units whose source has changed so that the translation has to be looked at.</summary>
    public int Stale { get; private set; }

    /// <summary>Units whose change is a must, of those.</summary>
    public int StaleMust { get; private set; }

    /// <summary>When it was handed in for an editor to save, in UTC; null while it is being worked on. A later change by somebody who may not save it takes it back.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it was changed last, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Who did.</summary>
    public string UpdatedBy { get; private set; }

    /// <summary>Key of that account; null for a command.</summary>
    public int? UpdatedById { get; private set; }

    /// <summary>Concurrency token: goes up with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The units, in the order of the text.</summary>
    public IReadOnlyList<TranslationUnit> Units => read ??= JsonSerializer.Deserialize<List<TranslationUnit>>(units)!;

    /// <summary>The confirmed share of the units that have a source, in per cent, rounded down.</summary>
    public int Progress => Total == 0 ? 0 : Confirmed * 100 / Total;

    /// <summary>Begins to translate, or to look after a translation that exists.</summary>
    /// <param name="target">The release to write; its text may be empty.</param>
    /// <param name="source">The release to translate.</param>
    /// <param name="sourceContent">The text of the source that the target was made from, or its newest.</param>
    /// <param name="sourceRevision">The number of that revision.</param>
    /// <param name="beads">Which sentences say the same, over both lists of <see cref="Segmentation.Of"/>; null: they are aligned here.</param>
    /// <param name="edit">Who, and when.</param>
    /// <exception cref="RuleException">Both are in one language.</exception>
    public static TranslationDraft Begin(
        Release target, Release source, ReleaseContent sourceContent, int sourceRevision, IReadOnlyList<SentenceBead>? beads, Edit edit)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        if (source.Language == target.Language)
            throw new RuleException("Rule.SameLanguage", target.Language);

        var draft = new TranslationDraft(target, source, edit) { SourceRevision = sourceRevision, TargetRevision = target.RevisionNumber };
        draft.Lay(new(sourceContent, source.Language), new(target.Content, target.Language), beads, target.State >= ReleaseState.Approved);
        return draft;
    }

    /// <summary>The release with the texts of the units in it; everything else is as <paramref name="current"/> has it.</summary>
    /// <param name="current">The newest content of the target.</param>
    public ReleaseContent Compose(ReleaseContent current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var ends = JsonSerializer.Deserialize<Dictionary<SegmentField, string>>(tails)!;
        return current.With(Segmentation.Fields.ToDictionary(
            f => f, f => DraftUnits.Compose([.. Units.Where(u => u.Field == f)], ends.GetValueOrDefault(f, ""), Language)));
    }

    private void Lay(DraftUnits.Side source, DraftUnits.Side target, IReadOnlyList<SentenceBead>? beads, bool isConfirmed)
    {
        beads ??= SegmentAlignment.Of(source.Segments, source.Language, target.Segments, target.Language);
        var (laid, ends) = DraftUnits.Of(source, target, beads, isConfirmed);
        tails = JsonSerializer.Serialize(ends, Plain);
        Store(laid);
    }

    private void Store(List<TranslationUnit> changed)
    {
        read = changed;
        units = JsonSerializer.Serialize(changed, Plain);
        var sourced = changed.FindAll(u => u.Sources.Count > 0);
        (Total, Confirmed, Missing) = (sourced.Count, sourced.Count(u => u.State == UnitState.Confirmed), sourced.Count(u => u.State == UnitState.Empty));
        (Stale, StaleMust) = (changed.Count(u => u.IsStale), changed.Count(u => u is { IsStale: true, Weight: ChangeWeight.Must }));
    }

    private void Touch(Edit edit) =>
        (SubmittedAt, UpdatedAt, UpdatedBy, UpdatedById, Version) = (edit.MayPublish ? SubmittedAt : null, edit.At, edit.By, edit.AccountId, Version + 1);
}
