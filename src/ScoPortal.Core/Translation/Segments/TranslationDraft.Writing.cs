using ScoPortal.Core.Stories;

namespace ScoPortal.Core.Translation.Segments;

public partial class TranslationDraft
{
    /// <summary>The unit of that id, or null.</summary>
    public TranslationUnit? Unit(int id) => Units.FirstOrDefault(u => u.Id == id);

    /// <summary>Writes the translation of a unit.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="was">What stood there when the person began; somebody else may have written meanwhile.</param>
    /// <param name="target">What stands there now.</param>
    /// <param name="confirm">The person says that it is right; an empty one cannot be.</param>
    /// <param name="edit">Who, and when.</param>
    /// <param name="origin">Where it came from, if the person did not type it.</param>
    /// <returns>False where somebody else has written something else there meanwhile; nothing has changed then.</returns>
    /// <exception cref="RuleException">There is no such unit, or nothing in it to confirm.</exception>
    public bool Write(int id, string was, string target, bool confirm, Edit edit, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var unit = Require(id);
        var text = target.Trim();
        if (unit.Target != was.Trim() && unit.Target != text)
            return false;
        if (confirm && text.Length == 0 && unit.Sources.Count > 0)
            throw new RuleException("Rule.NothingToConfirm");

        // The source has changed, and what readers have is still right; or it is gone, and so is the translation.
        var isFine = (confirm && text == unit.Saved && unit.Saved.Length > 0) || (text.Length == 0 && unit.Sources.Count == 0);
        Replace(edit, unit with
        {
            Target = text,
            State = text.Length == 0 ? UnitState.Empty : confirm ? UnitState.Confirmed : UnitState.Draft,
            Origin = text == unit.Target ? unit.Origin : origin,
            Earlier = isFine ? null : unit.Earlier,
        });
        return true;
    }

    /// <summary>Sets a check aside for one unit; a new reason replaces the old one.</summary>
    /// <exception cref="RuleException">There is no such unit, or no reason.</exception>
    public void Waive(int id, Waiver waiver, Edit edit)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        var unit = Require(id);
        if (string.IsNullOrWhiteSpace(waiver.Reason))
            throw new RuleException("Rule.ReasonMissing");
        Replace(edit, unit with { Waivers = [.. Without(unit, waiver.Check, waiver.Value), waiver] });
    }

    /// <summary>Takes a waiver back; nothing happens when there is none such.</summary>
    /// <exception cref="RuleException">There is no such unit.</exception>
    public void Insist(int id, string check, string value, Edit edit)
    {
        var unit = Require(id);
        Replace(edit, unit with { Waivers = [.. Without(unit, check, value)] });
    }

    /// <summary>Makes one unit of a unit and the one behind it.</summary>
    /// <exception cref="RuleException">There is none behind it in its field.</exception>
    public void Join(int id, Edit edit)
    {
        var unit = Require(id);
        var at = Units.ToList().IndexOf(unit);
        if (at + 1 == Units.Count || Units[at + 1] is not { } next || next.Field != unit.Field)
            throw new RuleException("Rule.NoNextUnit");

        var joined = unit with
        {
            Lead = unit.Target.Length > 0 || next.Target.Length == 0 ? unit.Lead : next.Lead,
            StartsBlock = unit.Target.Length > 0 || next.Target.Length == 0 ? unit.StartsBlock : next.StartsBlock,
            Sources = [.. unit.Sources, .. next.Sources],
            Target = Glue(unit.Target, next.Target, next),
            Saved = Glue(unit.Saved, next.Saved, next),
            State = unit.Target.Length + next.Target.Length == 0 ? UnitState.Empty : (UnitState)Math.Max(1, Math.Min((int)unit.State, (int)next.State)),
            Earlier = unit.Earlier is null ? next.Earlier : SegmentText.Join([unit.Earlier, next.Earlier ?? next.Source]),
            Weight = (ChangeWeight)Math.Max((int)unit.Weight, (int)next.Weight),
            Origin = null,
            Waivers = [.. unit.Waivers, .. next.Waivers],
        };
        Put(edit, at, 2, joined);
    }

    /// <summary>Makes two units of one.</summary>
    /// <param name="id">Its id; the second part gets a new one.</param>
    /// <param name="sources">How many of its source sentences stay in the first part; 0 to all.</param>
    /// <param name="offset">Where in the translation the second part begins, in UTF-16 units; 0 to its length.</param>
    /// <param name="edit">Who, and when.</param>
    /// <exception cref="RuleException">There is no such unit, or one of the parts would have neither source nor translation.</exception>
    public void Part(int id, int sources, int offset, Edit edit)
    {
        var unit = Require(id);
        var count = unit.Sources.Count;
        var (one, two) = (unit.Target[..Math.Clamp(offset, 0, unit.Target.Length)].Trim(), unit.Target[Math.Clamp(offset, 0, unit.Target.Length)..].Trim());
        if (sources < 0 || sources > count || sources + one.Length == 0 || count - sources + two.Length == 0)
            throw new RuleException("Rule.NothingToPart");

        var first = unit with { Sources = [.. unit.Sources.Take(sources)], Target = one, Saved = one, State = Drafted(one), Origin = null };
        var second = first with
        {
            Id = Units.Max(u => u.Id) + 1,
            StartsBlock = false,
            Lead = SegmentText.Gap(Language),
            Sources = [.. unit.Sources.Skip(sources)],
            Target = two,
            Saved = two,
            State = Drafted(two),
            Waivers = [],
        };
        Put(edit, Units.ToList().IndexOf(unit), 1, first, second);
    }

    /// <summary>Hands it in for somebody who may save what readers have.</summary>
    public void Submit(Edit edit)
    {
        Touch(edit);
        SubmittedAt = edit.At;
    }

    /// <summary>Its text is in the release now: confirmed units whose source had changed are up to date.</summary>
    /// <param name="revision">The number of the newest revision of the target.</param>
    /// <param name="edit">Who, and when.</param>
    public void Saved(int revision, Edit edit)
    {
        Touch(edit);
        (TargetRevision, SubmittedAt) = (revision, null);
        var left = Units.Where(u => u.Sources.Count > 0 || u.Target.Length > 0);
        Store([.. left.Select(u => u with { Saved = u.Target, Earlier = u.State == UnitState.Confirmed ? null : u.Earlier })]);
    }

    private static UnitState Drafted(string text) => text.Length == 0 ? UnitState.Empty : UnitState.Draft;

    private static IEnumerable<Waiver> Without(TranslationUnit unit, string check, string value) =>
        unit.Waivers.Where(w => w.Check != check || w.Value != value);

    private string Glue(string one, string two, TranslationUnit next) =>
        one.Length == 0 || two.Length == 0 ? one + two : one + (next.Lead.Length > 0 ? next.Lead : SegmentText.Gap(Language)) + two;

    private TranslationUnit Require(int id) => Unit(id) ?? throw new RuleException("Rule.NoSuchUnit", id);

    private void Replace(Edit edit, TranslationUnit changed) => Put(edit, Units.ToList().FindIndex(u => u.Id == changed.Id), 1, changed);

    private void Put(Edit edit, int at, int count, params IEnumerable<TranslationUnit> changed)
    {
        Touch(edit);
        Store([.. Units.Take(at), .. changed, .. Units.Skip(at + count)]);
    }
}
