using Microsoft.AspNetCore.Mvc;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>What a script asks the browser for a passkey with.</summary>
public sealed class SignInPasskeyOptionsModel : EntrancePage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.SignIn());

    public async Task<IActionResult> OnPostAsync() => Content(await Door.MakePasskeyRequestOptionsAsync(user: null), "application/json");
}
