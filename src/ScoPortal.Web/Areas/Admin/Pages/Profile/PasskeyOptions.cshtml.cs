using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>What a script asks the browser for a new passkey with, once the password is right.</summary>
[BeforeSecondStep]
[EnableRateLimiting(AccountsSetup.Entrances)]
public sealed class PasskeyOptionsModel(UserManager<Account> accounts, DeskSignIn signIn) : DeskPage
{
    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfilePasskeys);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        if (!(await signIn.CheckPasswordSignInAsync(account, Password, lockoutOnFailure: true)).Succeeded)
            return await ShowAsync();
        var entity = new PasskeyUserEntity
        {
            Id = account.Id.ToString(CultureInfo.InvariantCulture),
            Name = account.Email!,
            DisplayName = account.DisplayName,
        };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status422UnprocessableEntity));
}
