using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>The second step of signing in: the code of an authenticator app, or a recovery code.</summary>
public sealed class SignInCodeModel(UserManager<Account> accounts, SignInTries tries) : EntrancePage
{
    [BindProperty]
    [Required]
    [StringLength(40)]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.SignIn());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Door.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return BackToSignIn(Ui["Desk.SignIn.CodeLate"]);

        var code = string.Concat(Code.Where(c => !char.IsWhiteSpace(c)));
        // Those who come at once would all be looked at before Identity has counted the first in the account's row.
        var place = FormattableString.Invariant($"code/{account.Id}");
        if (!await accounts.IsLockedOutAsync(account) && await Door.CanSignInAsync(account) && tries.Take(place) is not null)
        {
            if (code.Length == 6 && code.All(char.IsAsciiDigit))
            {
                if ((await Door.TwoFactorAuthenticatorSignInAsync(code, Stay, rememberClient: false)).Succeeded)
                    return await EnterAsync(account, place, "password, code");
            }
            else if ((await Door.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant())).Succeeded)
            {
                return await EnterAsync(account, place, "password, recovery code");
            }
            else
            {
                await accounts.AccessFailedAsync(account);
            }
        }

        Note(await accounts.IsLockedOutAsync(account), account, "code");
        ModelState.AddModelError("", Ui["Desk.SignIn.CodeWrong"]);
        return await ShowAsync();
    }

    private Task<IActionResult> EnterAsync(Account account, string place, string by)
    {
        tries.Forget(place);
        return EnterAsync(account, by);
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.SignIn.Title"];
        return base.ShowAsync();
    }
}
