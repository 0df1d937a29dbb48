using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Lets people in.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<Account> signIn) : DeskPage
{
    [BindProperty]
    [Required]
    [EmailAddress]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await signIn.UserManager.FindByEmailAsync(Email);
        if (account is not null && (await signIn.PasswordSignInAsync(account, Password, isPersistent: true, lockoutOnFailure: true)).Succeeded)
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : DeskLinks.Home);
        ModelState.AddModelError("", Ui["Desk.SignIn.Wrong"]);
        return await ShowAsync();
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.SignIn.Title"];
        return base.ShowAsync();
    }
}
