using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Lets people out.</summary>
[BeforeSecondStep]
[AllowAnonymous]
public sealed class SignOutModel(DeskSignIn signIn) : DeskPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.SignIn());

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            Audit("session.end", FormattableString.Invariant($"account/{Me.Id}"));
            await Db.SaveChangesAsync(Gone);
            await signIn.SignOutAsync();
        }

        return LocalRedirect(DeskLinks.SignIn());
    }
}
