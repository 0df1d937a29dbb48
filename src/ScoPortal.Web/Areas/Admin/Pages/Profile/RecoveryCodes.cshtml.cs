using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>New recovery codes in place of the old ones, shown once.</summary>
[EnableRateLimiting(AccountsSetup.Entrances)]
public sealed class RecoveryCodesModel(DeskSignIn signIn) : DeskPage
{
    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    /// <summary>The codes.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfileSecondStep);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await signIn.UserManager.GetUserAsync(User))!;
        if (!account.TwoFactorEnabled)
            return NotFound();
        if (!(await signIn.CheckPasswordSignInAsync(account, Password, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError("", Ui["Desk.Password.Wrong"]);
            return await ShowAsync();
        }

        Audit("account.recovery-codes", FormattableString.Invariant($"account/{account.Id}"));
        Codes = [.. (await signIn.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(account, SecondStepModel.CodeCount))!];
        Title = Ui["Desk.SecondStep.NewCodes"];
        return Page();
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.ProfileSecondStep));
}
