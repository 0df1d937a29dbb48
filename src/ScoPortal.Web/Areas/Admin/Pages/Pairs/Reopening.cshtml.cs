using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Pairs;

/// <summary>Takes a decision on a pair back, with all that it has done.</summary>
public sealed class ReopeningModel : PairPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The list it came from.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Pair(Id));

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(BackTo));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.SuggestionAsync(Id, Gone) is not { Kind: SuggestionKind.Translation } pair)
            return NotFound();
        if (!MayDecide(pair))
            return Forbid();
        var (subject, before) = (Subject(pair), new { State = pair.State.ToString(), Other = pair.OtherId });
        var link = pair.State == SuggestionState.Accepted
            ? await Db.LinkChanges.Where(c => c.SuggestionId == Id && c.UndoneAt == null).OrderByDescending(c => c.Id).Select(c => (int?)c.Id).FirstOrDefaultAsync(Gone)
            : null;
        if (link is { } change)
        {
            var moved = (await Db.LinkStepAsync(change, Gone))!.Moved;
            var releases = await Db.Releases.Where(r => moved.Contains(r.Id)).Select(r => new { r.Language, r.State }).ToListAsync(Gone);
            if (!releases.TrueForAll(r => Me.MayLink(r.Language, r.State)))
                return Forbid();
            await Db.UndoAsync(change, new(Edit(), Made: _ => Audit("suggestion.reopen", subject, before, new { State = nameof(SuggestionState.Open) })), Gone);
            return Done(Ui["Desk.Link.Undone"], BackTo);
        }

        await Db.ReopenAsync(pair, Gone);
        Audit("suggestion.reopen", subject, before, new { State = pair.State.ToString() });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Link.Undone"], BackTo);
    }

    private string BackTo => Url.IsLocalUrl(Back) && Back.StartsWith(DeskLinks.PairList(), StringComparison.Ordinal) ? Back : DeskLinks.PairList();
}
