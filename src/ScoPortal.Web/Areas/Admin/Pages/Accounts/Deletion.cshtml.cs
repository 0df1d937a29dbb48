using System.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Takes the person out of an account for good. What they did stays, without the name.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class DeletionModel : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Account(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(IsolationLevel.Serializable, Gone);
        if (await Db.Users.SingleOrDefaultAsync(a => a.Id == Id && a.DeletedAt == null, Gone) is not { } account)
            return NotFound();
        await Db.RequireOtherAdminAsync(Id, Gone);
        await Db.EraseAsync(account, Now, Gone);
        Audit(Id == Me.Id ? AccountErasure.NameOf(Id) : Me.Name, Me.Id, "account.delete", FormattableString.Invariant($"account/{Id}"));
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        return Done(Ui["Desk.Account.IsDeleted"], DeskLinks.Accounts);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Account(Id)));
}
