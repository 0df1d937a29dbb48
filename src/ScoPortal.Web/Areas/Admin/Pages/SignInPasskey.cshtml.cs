using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Lets in who holds a passkey. It stands for password and code: its device has checked who is there.</summary>
public sealed class SignInPasskeyModel(UserManager<Account> accounts) : EntrancePage
{
    /// <summary>What the browser has made of the options, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.SignIn());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Door.ProvePasskeyAsync(Credential) is { User: { } account, Passkey: { } passkey } && await Door.CanSignInAsync(account))
        {
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            await Door.SignInWithSeveralFactorsAsync(account, new());
            return await EnterAsync(account, "passkey");
        }

        Note(isLocked: false, account: null, "passkey");
        return BackToSignIn(Ui["Desk.Passkey.Failed"]);
    }
}
