using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Lets people in.</summary>
public sealed class SignInModel(UserManager<Account> accounts) : EntrancePage
{
    [BindProperty]
    [Required]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    /// <summary>The password was right; now the code.</summary>
    public bool AsksCode { get; private set; }

    /// <summary>This page in the language it is in.</summary>
    public string Here => Request.Query.ContainsKey(RequestLanguage.Key) ? In(Language) : DeskLinks.SignIn();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await accounts.FindByEmailAsync(Email.Trim());
        var result = await Door.TryPasswordAsync(account, Password, Stay);
        if (result.Succeeded)
            return await EnterAsync(account!, "password");
        if (result.RequiresTwoFactor)
        {
            AsksCode = true;
            return await ShowAsync();
        }

        // Who mistypes an address may have typed a password: only known ones are noted.
        Note(result.IsLockedOut, account, "password");
        ModelState.AddModelError("", Ui[result.IsNotAllowed ? "Desk.SignIn.NeedsPasskey" : "Desk.SignIn.Wrong"]);
        return await ShowAsync();
    }

    /// <summary>This page in another language.</summary>
    public string In(PortalLanguage language) =>
        DeskLinks.SignIn() + QueryString.Create([new(RequestLanguage.Key, language.Code), .. ReturnUrl is null ? [] : new[] { KeyValuePair.Create("returnUrl", (string?)ReturnUrl) }]);

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.SignIn.Title"];
        // Shown in place of an entrance that was tried too often, for the sake of the form that it carried.
        if (Response.StatusCode == StatusCodes.Status429TooManyRequests)
            ModelState.AddModelError("", Ui["Desk.Refused.Often"]);
        return base.ShowAsync();
    }
}
