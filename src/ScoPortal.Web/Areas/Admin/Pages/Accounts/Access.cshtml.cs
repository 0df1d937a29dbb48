using System.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Takes an account's access away, at once, or gives it back.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class AccessModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>Back it comes.</summary>
    [BindProperty]
    public bool Enable { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Account(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(IsolationLevel.Serializable, Gone);
        if (await Db.Users.SingleOrDefaultAsync(a => a.Id == Id && a.DeletedAt == null, Gone) is not { } account)
            return NotFound();
        if (!Enable)
        {
            await Db.RequireOtherAdminAsync(Id, Gone);
            await Db.CloseLinksAsync(Id, Now, Gone);
            await Db.CloseLinksByAsync(Id, Now, Gone);
            await Db.EndSessionsAsync(account, Gone);
        }

        account.DisabledAt = Enable ? null : Now;
        Audit(Enable ? "account.enable" : "account.disable", FormattableString.Invariant($"account/{Id}"));
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        return Done(Ui.Format(Enable ? "Desk.Account.Enabled" : "Desk.Account.IsDisabled", account.DisplayName), DeskLinks.Account(Id));
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Account(Id)));
}
