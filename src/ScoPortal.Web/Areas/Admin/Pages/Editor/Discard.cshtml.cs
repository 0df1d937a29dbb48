using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Throws a person's own working copy away.</summary>
public sealed class DiscardModel : EditorPage
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (await Db.WorkingCopies.SingleOrDefaultAsync(c => c.ReleaseId == Id && c.AccountId == Me.Id, Gone) is not { } copy)
            return NotFound();
        Db.Remove(copy);
        Audit("release.discard", $"release/{Id}", new { copy.SavedAt, copy.BasedOn });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Copy.Discarded"], DeskLinks.Release(Id));
    }
}
