using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Strikes a text off the list of those that could not be imported.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class DismissalModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.FailedImports);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.FailedImports.FindAsync([Id], Gone) is not { } failed)
            return NotFound();
        Db.Remove(failed);
        Audit("failed-import.dismiss", $"failed-import/{Id}", new { File = failed.FileName, failed.Reason, failed.By, failed.At });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Format("Desk.Failed.Dismissed", failed.FileName), DeskLinks.FailedImports);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.FailedImports));
}
