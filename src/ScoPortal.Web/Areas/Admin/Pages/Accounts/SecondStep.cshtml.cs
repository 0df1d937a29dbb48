using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Turns the second step off for somebody who has lost telephone and recovery codes.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class SecondStepModel(UserManager<Account> accounts, DeskSignIn signIn) : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Account(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Users.FindAsync([Id], Gone) is not { TwoFactorEnabled: true } account)
            return NotFound();
        RequireFactor(account, app: false, passkeys: await Db.CountPasskeysAsync(Id, Gone));
        Audit("account.second-step-off", FormattableString.Invariant($"account/{Id}"));
        await Db.EndSessionsAsync(account, Gone);
        (await accounts.SetTwoFactorEnabledAsync(account, enabled: false)).Require();
        (await accounts.ResetAuthenticatorKeyAsync(account)).Require();
        if (Id == Me.Id)
            await signIn.BeginAnewAsync(account);
        return Done(Ui.Format("Desk.Account.SecondStepIsOff", account.DisplayName), DeskLinks.Account(Id));
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Account(Id)));
}
