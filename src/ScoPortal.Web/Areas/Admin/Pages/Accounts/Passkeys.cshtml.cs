using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Removes every passkey of somebody who has lost what holds them, and ends the sessions.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class PasskeysModel(DeskSignIn signIn) : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Account(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        if (await Db.Users.FindAsync([Id], Gone) is not { } account)
            return NotFound();
        RequireFactor(account, account.TwoFactorEnabled, passkeys: 0);

        var removed = await Db.RemovePasskeysAsync(Id, Gone);
        if (removed == 0)
            return NotFound();
        await Db.EndSessionsAsync(account, Gone);
        Audit("account.passkeys-remove", FormattableString.Invariant($"account/{Id}"), before: new { passkeys = removed });
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        if (Id == Me.Id)
            await signIn.BeginAnewAsync(account);
        return Done(Ui.Format("Desk.Account.PasskeysAreGone", account.DisplayName), DeskLinks.Account(Id));
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Account(Id)));
}
