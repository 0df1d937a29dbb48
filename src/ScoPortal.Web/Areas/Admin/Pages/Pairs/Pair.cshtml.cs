using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Pairs;

/// <summary>Two releases that may be versions of one story, sentence by sentence; here it is said what they are.</summary>
public sealed class PairModel : PairPage
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    [Required]
    [RegularExpression("accept|reject|event|later")]
    public string? Decision { get; set; }

    /// <summary>Key of the release that the other was translated from.</summary>
    [BindProperty]
    public int? Original { get; set; }

    /// <summary>The list it came from.</summary>
    [BindProperty]
    public string? Back { get; set; }

    /// <summary>Both releases.</summary>
    public PairRow Row { get; private set; } = null!;

    /// <summary>Their sentences, those that say the same beside each other, the older release on the left.</summary>
    public IReadOnlyList<(string Left, string Right)> Sentences { get; private set; } = [];

    /// <summary>This person may say what they are.</summary>
    public bool MaySay { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await Db.Suggestions.Where(s => s.Id == Id && s.Kind == SuggestionKind.Translation).Rows(Db).SingleOrDefaultAsync(Gone) is not { } row)
            return NotFound();
        Row = row;
        MaySay = Me.MayLink(row.Newer.Language, row.Newer.State) || Me.MayLink(row.Older.Language, row.Older.State);
        var (left, right) = (Segmentation.Of(row.Older.Content, row.Older.Language), Segmentation.Of(row.Newer.Content, row.Newer.Language));
        Sentences = [.. SegmentAlignment.Of(left, row.Older.Language, right, row.Newer.Language).Select(bead => (Text(left, bead.Source), Text(right, bead.Target)))];
        Title = Ui.Format("Desk.Pairs.Likely", row.Percent);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.SuggestionAsync(Id, Gone) is not { Kind: SuggestionKind.Translation } pair)
            return NotFound();
        if (!MayDecide(pair))
            return Forbid();
        // Decided meanwhile, on another page: what was linked is undone, not decided over.
        if (pair.State is SuggestionState.Accepted or SuggestionState.SameEvent)
            return Done(Ui.Format($"Desk.Pairs.Was.{pair.State}", pair.DecidedBy!, Ui.Time(pair.DecidedAt!.Value)), BackTo);
        if (Decision == "accept")
            return await AcceptAsync(pair, Original) is { } undo ? Done(Ui["Desk.Pairs.Done.accept"], BackTo, undo) : Forbid();

        var before = new { State = pair.State.ToString() };
        if (Decision == "event" && !await MayRelateAsync(pair))
            return Forbid();
        if (Decision == "event")
            pair.ReportSameEvent(Edit());
        else if (Decision == "reject")
            await Db.RejectAsync(pair, Edit(), Gone);
        else
            pair.Postpone(Edit());
        Audit(Decision switch { "event" => "suggestion.same-event", "reject" => "suggestion.reject", _ => "suggestion.postpone" }, Subject(pair), before, new { State = pair.State.ToString(), Other = pair.OtherId });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui[$"Desk.Pairs.Done.{Decision}"], BackTo, DeskLinks.PairReopening(Id));
    }

    private async Task<bool> MayRelateAsync(Suggestion pair)
    {
        await Db.Entry(pair.Release.Story).Collection(s => s.Releases).LoadAsync(Gone);
        return pair.Release.Story.MayFile(Me);
    }

    private string BackTo => Url.IsLocalUrl(Back) && Back.StartsWith(DeskLinks.PairList(), StringComparison.Ordinal) ? Back : DeskLinks.PairList();

    private static string Text(IReadOnlyList<Segment> segments, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(segments.Count);
        return string.Join(' ', segments.Skip(start).Take(length).Select(s => s.Text));
    }
}
