using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>A second step to sign in with: the code of an authenticator app.</summary>
[BeforeSecondStep]
[Confirmed]
public sealed class SecondStepModel(UserManager<Account> accounts, DeskSignIn signIn) : DeskPage
{
    /// <summary>How many recovery codes there are.</summary>
    public const int CodeCount = 10;

    [BindProperty]
    [Required]
    [StringLength(10)]
    public string Digits { get; set; } = "";

    /// <summary>It is on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>How many recovery codes are not used yet.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>It may be turned off: it need not be, or there is a passkey.</summary>
    public bool MayBeOff { get; private set; }

    /// <summary>The key again, after a wrong code.</summary>
    public AppKey? Key { get; private set; }

    /// <summary>The recovery codes, when they have just been made.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        if (account.TwoFactorEnabled)
            return LocalRedirect(DeskLinks.ProfileSecondStep);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, Digits))
        {
            ModelState.AddModelError(nameof(Digits), Ui["Desk.SignIn.CodeWrong"]);
            return await ShowAsync();
        }

        Audit("account.second-step-on", FormattableString.Invariant($"account/{account.Id}"));
        await Db.EndSessionsAsync(account, Gone);
        (await accounts.SetTwoFactorEnabledAsync(account, enabled: true)).Require();
        RecoveryCodes = [.. (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount))!];
        await signIn.BeginAnewAsync(account, proved: true);
        return await ShowAsync();
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.SecondStep.Title"];
        var account = (await accounts.GetUserAsync(User))!;
        (IsOn, CodesLeft) = (account.TwoFactorEnabled, await accounts.CountRecoveryCodesAsync(account));
        MayBeOff = IsOn && (!NeedsSecondStep || await Db.CountPasskeysAsync(account.Id, Gone) > 0);
        if (!IsOn && HttpMethods.IsPost(Request.Method) && await accounts.GetAuthenticatorKeyAsync(account) is { Length: > 0 } key)
            Key = AppKey.Of(account, key, Digits);
        return Page();
    }
}
