using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Everything that was ever saved of a release.</summary>
public sealed class RevisionsModel : EditorPage
{
    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return NotFound();
        Revisions = await RevisionRow.ReadAsync(Db, Id, Gone);
        Title = Ui.Format("Desk.Revisions.Of", Sheet.Content.Headline);
        return Page();
    }
}
