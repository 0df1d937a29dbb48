using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>A sign of life from an open editor, answered with who else has the release open and what they have saved.</summary>
public sealed class PresenceModel : EditorPage
{
    /// <summary>The editor is being closed.</summary>
    [BindProperty]
    public bool Leaving { get; set; }

    /// <summary>Number of the revision that stands in the editor.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();

        await Db.Presences.NotHere(Now).ExecuteDeleteAsync(Gone);
        if (Leaving)
            await Db.Presences.Where(p => p.ReleaseId == Id && p.AccountId == Me.Id).ExecuteDeleteAsync(Gone);
        else
            await BeHereAsync();
        var others = await OthersAsync();
        return new JsonResult(new
        {
            others = others.Count == 0 ? null : Ui.Format("Desk.Edit.Others", Ui.List(others)),
            newer = Sheet.Number > BasedOn && BasedOn > 0 ? await NewerAsync() : null,
        });
    }

    private async Task BeHereAsync()
    {
        if (await Db.Presences.Where(p => p.ReleaseId == Id && p.AccountId == Me.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.SeenAt, Now), Gone) > 0)
            return;
        Db.Presences.Add(new Presence { ReleaseId = Id, AccountId = Me.Id, SeenAt = Now });
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateException race) when (Db.IsUniqueViolation(race))
        {
            // Another tab of the same person was as quick.
            Db.ChangeTracker.Clear();
        }
    }

    private async Task<string> NewerAsync()
    {
        var newest = (await RevisionRow.ReadAsync(Db, Id, Gone))[0];
        return Ui.Format("Desk.Edit.Newer", newest.By, newest.Number, Moment(newest.At));
    }
}
