using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>Another name for a passkey.</summary>
public sealed class PasskeyModel(UserManager<Account> accounts) : DeskPage
{
    [BindProperty]
    [Required]
    [StringLength(100)]
    public string Name { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.ProfilePasskeys);

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        var account = (await accounts.GetUserAsync(User))!;
        if (!Base64Url.IsValid(id) || await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) is not { } passkey)
            return NotFound();
        Audit("account.passkey-rename", FormattableString.Invariant($"account/{account.Id}"), new { passkey.Name }, new { Name });
        passkey.Name = Name.Trim();
        (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Require();
        return Done(Ui["Desk.Passkeys.IsRenamed"], DeskLinks.ProfilePasskeys);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.ProfilePasskeys));
}
