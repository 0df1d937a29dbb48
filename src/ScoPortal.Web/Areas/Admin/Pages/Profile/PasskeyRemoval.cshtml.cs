using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>A passkey that lets nobody in any more.</summary>
[Confirmed]
public sealed class PasskeyRemovalModel(UserManager<Account> accounts) : DeskPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfilePasskeys);

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        var account = (await accounts.GetUserAsync(User))!;
        if (!Base64Url.IsValid(id) || await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) is not { } passkey)
            return NotFound();
        RequireFactor(account, account.TwoFactorEnabled, await Db.CountPasskeysAsync(account.Id, Gone) - 1);

        Audit("account.passkey-remove", FormattableString.Invariant($"account/{account.Id}"), before: new { passkey.Name });
        (await accounts.RemovePasskeyAsync(account, passkey.CredentialId)).Require();
        return Done(Ui.Format("Desk.Passkeys.IsRemoved", passkey.Name), DeskLinks.ProfilePasskeys);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.ProfilePasskeys));
}
