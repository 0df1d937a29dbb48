using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>Saves the translation as a revision of the release.</summary>
public sealed class RevisionModel : SavingPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.Workbench(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        if (await ReadyAsync(asksForAll: false) is { } notYet)
            return notYet;
        var (open, revision) = await SaveAsync();
        return Done(
            revision is null ? Ui["Desk.Edit.Nothing"] : Ui.Format(open.Target.IsPublic(Now) && Minor is false ? "Desk.Workbench.SavedPublic" : "Desk.Edit.Saved", revision.Number),
            DeskLinks.Workbench(Id));
    }
}
