using ScoPortal.Core.Stories;

namespace ScoPortal.Core.Translation.Segments;

public partial class TranslationDraft
{
    /// <summary>Makes one unit of a unit and the one behind it.</summary>
    /// <exception cref="RuleException">There is none behind it in its field.</exception>
    public void Join(int id, Edit edit)
    {
        var unit = Require(id);
        var at = Units.ToList().IndexOf(unit);
        if (at + 1 == Units.Count || Units[at + 1] is not { } next || next.Field != unit.Field)
            throw new RuleException("Rule.NoNextUnit");

        // The mark of the block goes where the text is, but a block that the first begins stays begun.
        var front = unit.Target.Length == 0 && next is { StartsBlock: true, Target.Length: > 0 } ? next : unit;
        var joined = unit with
        {
            Lead = front.Lead,
            StartsBlock = front.StartsBlock,
            Sources = [.. unit.Sources, .. next.Sources],
            Target = Glue(unit.Target, next.Target, next),
            Saved = Glue(unit.Saved, next.Saved, next),
            State = unit.Target.Length + next.Target.Length == 0 ? UnitState.Empty : (UnitState)Math.Max(1, Math.Min((int)unit.State, (int)next.State)),
            Earlier = unit.Earlier is null ? next.Earlier : SegmentText.Join([unit.Earlier, next.Earlier ?? next.Source]),
            Weight = unit.Weight.OrHeavier(next.Weight),
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

        var isSaved = unit.Target == unit.Saved;
        var first = unit with { Sources = [.. unit.Sources.Take(sources)], Target = one, Saved = isSaved ? one : unit.Saved, State = Drafted(one), Origin = null };
        var second = first with
        {
            Id = Units.Max(u => u.Id) + 1,
            StartsBlock = false,
            Lead = SegmentText.Gap(Language),
            Sources = [.. unit.Sources.Skip(sources)],
            Target = two,
            Saved = isSaved ? two : "",
            State = Drafted(two),
            Waivers = [],
        };
        Put(edit, Units.ToList().IndexOf(unit), 1, first, second);
    }

    private string Glue(string one, string two, TranslationUnit next) =>
        one.Length == 0 || two.Length == 0 ? one + two : one + (next.Lead.Length > 0 ? next.Lead : SegmentText.Gap(Language)) + two;
}
