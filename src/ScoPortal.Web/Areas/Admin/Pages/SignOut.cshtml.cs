using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Lets people out.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Account> signIn) : DeskPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.SignIn());

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect(DeskLinks.SignIn());
    }
}
