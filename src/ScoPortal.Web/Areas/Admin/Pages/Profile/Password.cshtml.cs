using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>A new password of one's own. Every session ends but a new one in this browser.</summary>
[EnableRateLimiting(AccountsSetup.Entrances)]
public sealed class PasswordModel(DeskSignIn signIn) : DeskPage
{
    [BindProperty]
    [Required]
    public string Current { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    [BindProperty]
    [Required]
    public string Repeat { get; set; } = "";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await signIn.UserManager.GetUserAsync(User))!;
        if (!(await signIn.CheckPasswordSignInAsync(account, Current, lockoutOnFailure: true)).Succeeded)
            ModelState.AddModelError(nameof(Current), Ui["Desk.Password.Wrong"]);
        if (!NewPassword.IsGood(this, Password, Repeat, account.DisplayName, account.Email))
            return await ShowAsync();

        account.PasswordHash = signIn.UserManager.PasswordHasher.HashPassword(account, Password);
        await Db.CloseLinksAsync(account.Id, Now, Gone);
        await Db.EndSessionsAsync(account, Gone);
        Audit("account.password", FormattableString.Invariant($"account/{account.Id}"));
        await Db.SaveChangesAsync(Gone);
        await signIn.BeginAnewAsync(account);
        return Done(Ui["Desk.Password.Done"], DeskLinks.Profile);
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Password.Title"];
        return base.ShowAsync();
    }
}
