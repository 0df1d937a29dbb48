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
        Replace(edit, Written(unit, text, confirm, origin));
        return true;
    }

    /// <summary>Writes the translations of many units as one change, whatever stands there.</summary>
    /// <param name="texts">By id: what stands there now, and whether the person says that it is right; an empty one cannot be.</param>
    /// <param name="edit">Who, and when.</param>
    /// <param name="origin">Where they came from, if the person did not type them.</param>
    /// <exception cref="RuleException">There is no such unit, or nothing in it to confirm; nothing has changed then.</exception>
    public void WriteAll(IReadOnlyDictionary<int, (string Target, bool Confirm)> texts, Edit edit, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var left = texts.Keys.ToHashSet();
        var changed = Units.Select(u => left.Remove(u.Id) ? Written(u, texts[u.Id].Target.Trim(), texts[u.Id].Confirm, origin) : u).ToList();
        if (left.Count > 0)
            throw new RuleException("Rule.NoSuchUnit", left.First());
        if (texts.Count > 0)
            Put(edit, 0, changed.Count, changed);
    }

    private static TranslationUnit Written(TranslationUnit unit, string text, bool confirm, string? origin)
    {
        if (confirm && text.Length == 0 && unit.Sources.Count > 0)
            throw new RuleException("Rule.NothingToConfirm");

        // The source has changed, and what readers have is still right; or it is gone, and so is the translation.
        var isFine = (confirm && text == unit.Saved && unit.Saved.Length > 0) || (text.Length == 0 && unit.Sources.Count == 0);
        return unit with
        {
            Target = text,
            State = text.Length == 0 ? UnitState.Empty : confirm ? UnitState.Confirmed : UnitState.Draft,
            Origin = text == unit.Target ? unit.Origin : origin,
            Earlier = isFine ? null : unit.Earlier,
        };
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
        var left = new List<TranslationUnit>();
        string? block = null; // the mark of a block whose first sentence is gone for good
        foreach (var unit in Units)
        {
            if (unit.Sources.Count == 0 && unit.Target.Length == 0)
            {
                block = unit.StartsBlock ? unit.Lead : block;
                continue;
            }

            var saved = unit with { Saved = unit.Target, Earlier = unit.State == UnitState.Confirmed ? null : unit.Earlier };
            left.Add(block is not null && !unit.StartsBlock ? saved with { StartsBlock = true, Lead = block } : saved);
            block = null;
        }

        Store(left);
    }

    private static UnitState Drafted(string text) => text.Length == 0 ? UnitState.Empty : UnitState.Draft;

    private static IEnumerable<Waiver> Without(TranslationUnit unit, string check, string value) =>
        unit.Waivers.Where(w => w.Check != check || w.Value != value);

    private TranslationUnit Require(int id) => Unit(id) ?? throw new RuleException("Rule.NoSuchUnit", id);

    private void Replace(Edit edit, TranslationUnit changed) => Put(edit, Units.ToList().FindIndex(u => u.Id == changed.Id), 1, changed);

    private void Put(Edit edit, int at, int count, params IEnumerable<TranslationUnit> changed)
    {
        Touch(edit);
        Store([.. Units.Take(at), .. changed, .. Units.Skip(at + count)]);
    }
}
