using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Takes an invitation back.</summary>
[Authorize(Policy = Desk.Admins)]
public sealed class RevocationModel : DeskPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.Accounts);

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (await Db.OpenLinks(AccessKind.Invitation, Now).SingleOrDefaultAsync(l => l.Id == id, Gone) is not { } invitation)
            return NotFound();
        invitation.Close(Now);
        Audit("account.uninvite", "account", before: new { invitation.Email, invitation.Role });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Format("Desk.Accounts.Revoked", invitation.Email), DeskLinks.Accounts);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Accounts));
}
