using ScoPortal.Core.Translation.Pairing;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Pairs;

/// <summary>What two releases have of one kind, side by side.</summary>
/// <param name="Kind">Last part of the name of its text.</param>
/// <param name="Left">What the older release has.</param>
/// <param name="Right">What the newer one has.</param>
/// <param name="Agrees">It speaks for a pair; false, against it; null where nothing can be compared.</param>
/// <param name="Verdict">What that is, in words.</param>
public sealed record EvidenceRow(string Kind, IReadOnlyList<Clue> Left, IReadOnlyList<Clue> Right, bool? Agrees, string Verdict)
{
    /// <summary>All that is known of a pair, in words.</summary>
    public static IReadOnlyList<EvidenceRow> Of(PairRow pair, Ui ui)
    {
        var clues = PairEvidenceJson.Read(pair.Evidence);
        return
        [
            .. clues.Where(c => c.Kind != PairEvidenceKind.Published).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => Clues(g.Key, [.. g], ui)),
            Dateline(pair, ui),
            Wire(pair, ui),
            Structure(pair, ui),
        ];
    }

    private static EvidenceRow Clues(PairEvidenceKind kind, List<PairEvidence> clues, Ui ui)
    {
        var shared = clues.Count(c => c.Weight >= 0);
        return new(
            kind.ToString(),
            [.. clues.Where(c => c.B.Length > 0).Select(c => new Clue(c.B, c.Weight >= 0))],
            [.. clues.Where(c => c.A.Length > 0).Select(c => new Clue(c.A, c.Weight >= 0))],
            shared == clues.Count,
            shared == clues.Count ? ui["Desk.Pairs.Same"] : ui.Format("Desk.Pairs.Of", shared, clues.Count));
    }

    private static EvidenceRow Dateline(PairRow pair, Ui ui)
    {
        int? days = pair.Older.Day is { } one && pair.Newer.Day is { } two ? Math.Abs(one.DayNumber - two.DayNumber) : null;
        Clue[] Of(PairText text) => (ui.Dateline(text.Content.Dateline) ?? (text.Day is { } day ? ui.Date(day) : null)) is { } words ? [new(words, days is null ? null : days == 0)] : [];
        return new("Dateline", Of(pair.Older), Of(pair.Newer), days is null ? null : days <= 3, days switch
        {
            null => ui["Desk.Pairs.Nothing"],
            0 => ui["Desk.Pairs.Same"],
            var some => ui.Count("Desk.Pairs.Days", some.Value),
        });
    }

    private static EvidenceRow Wire(PairRow pair, Ui ui)
    {
        var (left, right) = (pair.Older.Content.WireList(), pair.Newer.Content.WireList());
        bool? same = left.Length == 0 || right.Length == 0 ? null : left.Intersect(right, StringComparer.OrdinalIgnoreCase).Any();
        return new("Wire", [.. left.Select(w => new Clue(w, same))], [.. right.Select(w => new Clue(w, same))], same, Verdicts(same, ui));
    }

    private static EvidenceRow Structure(PairRow pair, Ui ui)
    {
        var (left, right) = (pair.Older.Paragraphs, pair.Newer.Paragraphs);
        return new(
            "Structure", [new(ui.Count("Desk.Pairs.Paragraphs", left), left == right)], [new(ui.Count("Desk.Pairs.Paragraphs", right), left == right)],
            left == right, Verdicts(left == right, ui));
    }

    private static string Verdicts(bool? same, Ui ui) => ui[same switch { true => "Desk.Pairs.Same", false => "Desk.Pairs.Differs", null => "Desk.Pairs.Nothing" }];
}

/// <summary>A piece of a text that is compared.</summary>
/// <param name="Text">As it is written there.</param>
/// <param name="Agrees">The other text has it too; null where that cannot be said.</param>
public sealed record Clue(string Text, bool? Agrees);
