using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>A new key for an authenticator app, shown to who has asked for it. Whoever saw an earlier one can do nothing with it any more.</summary>
[BeforeSecondStep]
[Confirmed]
public sealed class SecondStepKeyModel(UserManager<Account> accounts) : DeskPage
{
    /// <summary>The key.</summary>
    public AppKey Key { get; private set; } = null!;

    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfileSecondStep);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        if (account.TwoFactorEnabled)
            return LocalRedirect(DeskLinks.ProfileSecondStep);
        // Not by Identity's own reset, which ends every session: nothing that lets anybody in has changed yet.
        Audit("account.second-step-key", FormattableString.Invariant($"account/{account.Id}"));
        var key = accounts.GenerateNewAuthenticatorKey();
        (await accounts.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", key)).Require();
        (Key, Title) = (AppKey.Of(account, key), Ui["Desk.SecondStep.Title"]);
        return Page();
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.ProfileSecondStep));
}
