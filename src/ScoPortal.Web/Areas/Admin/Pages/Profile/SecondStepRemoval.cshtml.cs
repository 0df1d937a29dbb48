using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>Turns one's own second step off, for whoever knows the password. Its key is never used again.</summary>
[EnableRateLimiting(AccountsSetup.Entrances)]
public sealed class SecondStepRemovalModel(DeskSignIn signIn) : DeskPage
{
    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfileSecondStep);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await signIn.UserManager.GetUserAsync(User))!;
        if (!(await signIn.CheckPasswordSignInAsync(account, Password, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError("", Ui["Desk.Password.Wrong"]);
            return await ShowAsync();
        }

        RequireFactor(account, app: false, passkeys: await Db.CountPasskeysAsync(account.Id, Gone));
        Audit("account.second-step-off", FormattableString.Invariant($"account/{account.Id}"));
        await Db.EndSessionsAsync(account, Gone);
        (await signIn.UserManager.SetTwoFactorEnabledAsync(account, enabled: false)).Require();
        (await signIn.UserManager.ResetAuthenticatorKeyAsync(account)).Require();
        await signIn.BeginAnewAsync(account);
        return Done(Ui["Desk.SecondStep.IsOff"], DeskLinks.ProfileSecondStep);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.ProfileSecondStep));
}
