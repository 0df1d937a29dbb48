using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Keeps what is being typed, and shows how it differs from what is saved.</summary>
public sealed class WorkingCopyModel : EditorPage
{
    // As the column does: what is longer cannot be kept here, only in the browser.
    private const int Longest = 1_900_000;

    /// <summary>When the copy was kept that this editor knows of, in milliseconds of Unix time; null when it knows of none.</summary>
    [BindProperty]
    public long? Seen { get; set; }

    /// <summary>The copy.</summary>
    public WorkingCopy Copy { get; private set; } = null!;

    /// <summary>The fields that differ.</summary>
    public IReadOnlyList<FieldDiff> Differences { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();
        // Who writes the language loses nothing, even when the release was published or withdrawn meanwhile.
        if (!Me.MayWrite(Sheet.Language))
            return Forbid();
        var form = await TypedAsync();
        var content = form.Content();
        var typed = new WorkingCopy { ReleaseId = Id, AccountId = Me.Id };
        typed.Keep(content, form.BasedOn, Now);
        if (typed.Content.Length > Longest)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        var unsaved = content != Sheet.Content;
        for (var again = true; again;)
        {
            var copy = await Db.WorkingCopies.SingleOrDefaultAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone);
            if (copy is not null && IsAnother(copy, content))
                return new JsonResult(new { text = Ui["Desk.Copy.Elsewhere"] }) { StatusCode = StatusCodes.Status409Conflict };
            if (!unsaved && copy is not null)
                Db.Remove(copy);
            else if (unsaved && copy is null)
                Db.Add(typed);
            else if (unsaved)
                copy!.Keep(content, form.BasedOn, Now);
            again = !await SavedAsync();
        }

        return new JsonResult(new { text = unsaved ? Ui.Format("Desk.Edit.Kept", Moment(Now)) : Ui["Desk.Edit.AsSaved"], unsaved, at = unsaved ? Now.ToUnixTimeMilliseconds() : (long?)null });
    }

    // A copy that this editor has neither begun with nor kept itself, and that holds something else.
    private bool IsAnother(WorkingCopy copy, ReleaseContent content) =>
        copy.SavedAt.ToUnixTimeMilliseconds() != Seen && copy.Kept() is var kept && kept != content && kept != Sheet.Content;

    protected override async Task<IActionResult> ShowAsync()
    {
        if (!await FindAsync() || await Db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone) is not { } copy)
            return NotFound();
        (Copy, Differences) = (copy, FieldDiff.Of(Sheet.Content, copy.Kept()));
        Title = Ui["Desk.Copy.Title"];
        return Page();
    }

    // False when another tab of the same person changed the copy at the same moment.
    private async Task<bool> SavedAsync()
    {
        try
        {
            await Db.SaveChangesAsync(Gone);
            return true;
        }
        catch (DbUpdateException race) when (race is DbUpdateConcurrencyException || Db.IsUniqueViolation(race))
        {
            Db.ChangeTracker.Clear();
            return false;
        }
    }
}
