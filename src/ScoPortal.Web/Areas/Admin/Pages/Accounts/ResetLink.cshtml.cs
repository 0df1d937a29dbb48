using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Makes a link for somebody to choose a new password with, shown once. The old password goes on until then.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class ResetLinkModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The link.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Until when it is good.</summary>
    public DateTimeOffset Until => Now + AccountQueries.LinkTime;

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Account(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Users.SingleOrDefaultAsync(a => a.Id == Id && a.DisabledAt == null, Gone) is not { } account)
            return NotFound();
        await Db.CloseLinksAsync(Id, Now, Gone);
        var secret = Db.AddLink(AccessKind.Reset, Me.Name, Now, Id);
        Audit("account.reset", FormattableString.Invariant($"account/{Id}"));
        await Db.SaveChangesAsync(Gone);
        (Link, Title) = (this.Absolute(DeskLinks.Reset(secret)), Ui.Format("Desk.ResetLink.Title", account.DisplayName));
        return Page();
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Account(Id)));
}
