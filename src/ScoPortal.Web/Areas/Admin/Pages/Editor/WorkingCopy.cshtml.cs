using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Keeps what is being typed, and shows how it differs from what is saved.</summary>
public sealed class WorkingCopyModel : EditorPage
{
    // As the column does: what is longer cannot be kept here, only in the browser.
    private const int Longest = 1_900_000;

    /// <summary>The copy.</summary>
    public WorkingCopy Copy { get; private set; } = null!;

    /// <summary>The fields that differ.</summary>
    public IReadOnlyList<FieldDiff> Differences { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var form = await TypedAsync();
        var content = form.Content();
        if ((content.Body.Length + content.Facts?.Length ?? 0) > Longest)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        var unsaved = content != Sheet.Content;
        for (var again = true; again;)
        {
            var copy = await Db.WorkingCopies.SingleOrDefaultAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone);
            if (unsaved)
                (copy ?? Db.Add(new WorkingCopy { ReleaseId = Id, AccountId = Me.Id }).Entity).Keep(content, form.BasedOn, Now);
            else if (copy is not null)
                Db.Remove(copy);
            again = !await SavedAsync();
        }

        return new JsonResult(new { text = unsaved ? Ui.Format("Desk.Edit.Kept", Moment(Now)) : Ui["Desk.Edit.AsSaved"], unsaved });
    }

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
