using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.PreviewLinks;

/// <summary>Takes a preview link back: from then on it opens nothing.</summary>
public sealed class RevocationModel : DeskPage
{
    public async Task<IActionResult> OnGetAsync([FromRoute] int id) =>
        await Db.PreviewLinks.Where(l => l.Id == id).Select(l => (int?)l.ReleaseId).SingleOrDefaultAsync(Gone) is { } release
            ? Redirect(DeskLinks.PreviewLinks(release))
            : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (await Db.PreviewLinks.SingleOrDefaultAsync(l => l.Id == id, Gone) is not { } link)
            return NotFound();
        var release = await Db.Releases.AsNoTracking().SingleAsync(r => r.Id == link.ReleaseId, Gone);
        if (!Me.MayWrite(release.Language))
            return Forbid();

        if (link.RevokedAt is null)
        {
            link.RevokedAt = Now;
            Audit("preview-link.revoke", release.Subject(), new { link.Note, link.ExpiresAt }, new { link.RevokedAt });
            await Db.SaveChangesAsync(Gone);
        }

        return Done(Ui["Desk.Preview.RevokedNow"], DeskLinks.PreviewLinks(link.ReleaseId));
    }
}
