using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>What a script asks the browser for a new passkey with.</summary>
public sealed class PasskeyOptionsModel(UserManager<Account> accounts, DeskSignIn signIn) : DeskPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfilePasskeys);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        var entity = new PasskeyUserEntity
        {
            Id = account.Id.ToString(CultureInfo.InvariantCulture),
            Name = account.Email!,
            DisplayName = account.DisplayName,
        };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }
}
