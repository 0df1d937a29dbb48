using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>A translation, sentence by sentence. Sending the form keeps what is typed.</summary>
public sealed class IndexModel : WorkbenchPage
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        var open = await KeepAsync();
        return Conflicts.Count > 0 || IsLive ? await ShowAsync(Head, open) : Done(Ui.Format("Desk.Workbench.Kept", Ui.Clock(Now)), DeskLinks.Workbench(Id, At));
    }
}
