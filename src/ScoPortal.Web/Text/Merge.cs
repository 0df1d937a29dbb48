using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Text;

/// <summary>Whose text stands in a merged part.</summary>
public enum Origin
{
    /// <summary>Nobody changed it, or both did alike.</summary>
    Both,

    /// <summary>Only I changed it.</summary>
    Mine,

    /// <summary>Only the others changed it.</summary>
    Theirs,

    /// <summary>Both changed it, each otherwise: somebody has to choose.</summary>
    Conflict,
}

/// <summary>A field, or a stretch of paragraphs of the body.</summary>
/// <param name="Origin">Whose text it is.</param>
/// <param name="Base">What both started from.</param>
/// <param name="Mine">My text.</param>
/// <param name="Theirs">The others' text.</param>
public sealed record MergePart(Origin Origin, string? Base, string? Mine, string? Theirs)
{
    /// <summary>What is proposed: for a conflict my text, since it is I who has to choose.</summary>
    public string? Text => Origin == Origin.Theirs ? Theirs : Mine;
}

/// <summary>A merged field.</summary>
public sealed record MergedField(ContentField Field, IReadOnlyList<MergePart> Parts)
{
    /// <summary>Somebody has to choose.</summary>
    public bool IsConflict => Parts.Any(p => p.Origin == Origin.Conflict);

    /// <summary>Somebody changed it.</summary>
    public bool IsChanged => Parts.Any(p => p.Origin != Origin.Both);
}

/// <summary>Brings two edits of one text together.</summary>
public static class Merge
{
    private const string BlankLine = "\n\n";

    /// <summary>Every field, merged: what only one side changed is taken from it.</summary>
    public static IReadOnlyList<MergedField> Fields(ReleaseContent from, ReleaseContent mine, ReleaseContent theirs) =>
        [.. ContentField.All.Select(field => new MergedField(field, Parts(field, field.Get(from), field.Get(mine), field.Get(theirs))))];

    /// <summary>The proposal: conflicts as I have them.</summary>
    public static ReleaseContent Content(ReleaseContent mine, IEnumerable<MergedField> fields) =>
        fields.Aggregate(mine, (content, merged) => merged.Field.With(content, Join(merged.Parts.Select(p => p.Text))));

    /// <summary>Parts of a field as one text again; null when nothing is left.</summary>
    public static string? Join(IEnumerable<string?> parts) =>
        string.Join(BlankLine, parts.Where(p => !string.IsNullOrEmpty(p))) is { Length: > 0 } text ? text : null;

    /// <summary>The stretches of a text of paragraphs, in order.</summary>
    public static IReadOnlyList<MergePart> Paragraphs(string? from, string? mine, string? theirs)
    {
        if (Whole(from, mine, theirs) is { Origin: not Origin.Conflict } settled)
            return [settled];

        var was = TextDiff.Paragraphs(from);
        var sides = (Mine: TextDiff.Paragraphs(mine), Theirs: TextDiff.Paragraphs(theirs));
        var changes = Changes(was, sides.Mine).Select(c => (Change: c, IsMine: true))
            .Concat(Changes(was, sides.Theirs).Select(c => (Change: c, IsMine: false)))
            .OrderBy(c => c.Change.Start).ThenBy(c => c.Change.Count).ToList();

        var (parts, at) = (new List<MergePart>(), 0);
        for (var i = 0; i < changes.Count;)
        {
            var (start, end, first) = (changes[i].Change.Start, changes[i].Change.End, i++);
            while (i < changes.Count && Meets(changes[i].Change, start, end))
                end = Math.Max(end, changes[i++].Change.End);
            var together = changes[first..i];
            Unchanged(at, start);
            parts.Add(Whole(
                Join(was[start..end]),
                Join(Applied(was, sides.Mine, together.Where(c => c.IsMine).Select(c => c.Change), start, end)),
                Join(Applied(was, sides.Theirs, together.Where(c => !c.IsMine).Select(c => c.Change), start, end))));
            at = end;
        }

        Unchanged(at, was.Length);
        return parts;

        void Unchanged(int begin, int end)
        {
            if (Join(was[begin..end]) is { } text)
                parts.Add(new MergePart(Origin.Both, text, text, text));
        }
    }

    private static IReadOnlyList<MergePart> Parts(ContentField field, string? from, string? mine, string? theirs) =>
        field.Name == nameof(ReleaseContent.Body) ? Paragraphs(from, mine, theirs) : [Whole(from, mine, theirs)];

    private static MergePart Whole(string? from, string? mine, string? theirs) => new(
        mine == theirs ? Origin.Both : theirs == from ? Origin.Mine : mine == from ? Origin.Theirs : Origin.Conflict,
        from, mine, theirs);

    // As many paragraphs for as many: each stands for its own, so that only those meet that both sides changed.
    private static IEnumerable<Change> Changes(string[] was, string[] now) => Lists.Changes(was, now).SelectMany(change =>
        change.Count == change.NewCount
            ? Enumerable.Range(0, change.Count).Select(i => new Change(change.Start + i, 1, change.NewStart + i, 1))
            : [change]);

    // Two insertions at one place meet; an insertion at the edge of a change does not.
    private static bool Meets(Change change, int start, int end) =>
        change.Start < end || (change.Start == start && change.Count == 0);

    private static IEnumerable<string> Applied(string[] was, string[] now, IEnumerable<Change> changes, int start, int end)
    {
        foreach (var change in changes)
        {
            foreach (var paragraph in was[start..change.Start].Concat(now[change.NewStart..(change.NewStart + change.NewCount)]))
                yield return paragraph;
            start = change.End;
        }

        foreach (var paragraph in was[start..end])
            yield return paragraph;
    }
}
