using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Makes an old revision the newest one.</summary>
public sealed class RestorationModel : EditorPage
{
    [BindProperty]
    public int Number { get; set; }

    /// <summary>Number of the newest revision that the person has seen.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Revisions(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync() is { } refusal)
            return refusal;
        if (await Db.ContentAsync(Id, Number, Gone) is not { } content)
            return NotFound();
        try
        {
            var revision = await Db.SaveEditAsync(
                Id, content, BasedOn, Edit(Ui.Format("Desk.Restore.Note", Number)), accountId: null,
                r => Audit("release.restore", $"release/{Id}", new { revision = BasedOn }, new { revision = r.Number, restored = Number }), Gone);
            return Done(revision is null ? Ui.Format("Desk.Restore.Same", Number) : Ui.Format("Desk.Restore.Done", Number, revision.Number), DeskLinks.Release(Id));
        }
        catch (EditConflictException conflict)
        {
            ModelState.AddModelError("", Ui.Format("Desk.Restore.Newer", conflict.TheirRevision));
            return await ShowAsync();
        }
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Revisions(Id)));
}
