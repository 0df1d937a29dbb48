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
        if (await ProveAsync() is { User: { } account, Passkey: { } passkey } && await Door.CanSignInAsync(account) && !await accounts.IsLockedOutAsync(account))
        {
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            await Door.SignInAsync(account, isPersistent: false);
            return await EnterAsync(account, "passkey");
        }

        Audit("?", accountId: null, "session.refuse", "account", after: new { by = "passkey" });
        await Db.SaveChangesAsync(Gone);
        return BackToSignIn(Ui["Desk.Passkey.Failed"]);
    }

    // Without options asked for before, and with anything but a credential, Identity throws.
    private async Task<PasskeyAssertionResult<Account>?> ProveAsync()
    {
        try
        {
            return string.IsNullOrEmpty(Credential) ? null : await Door.PerformPasskeyAssertionAsync(Credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
