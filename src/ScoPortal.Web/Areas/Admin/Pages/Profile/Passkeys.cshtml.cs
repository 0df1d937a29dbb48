using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>One's own passkeys. A new one is a way in for good, and takes the password.</summary>
[BeforeSecondStep]
[EnableRateLimiting(AccountsSetup.Entrances)]
public sealed class PasskeysModel(UserManager<Account> accounts, DeskSignIn signIn) : DeskPage
{
    /// <summary>A passkey.</summary>
    public sealed record Line(string Id, string Name, DateTimeOffset CreatedAt);

    [BindProperty]
    [Required]
    [StringLength(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    /// <summary>What the browser has made of the options, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        if (!(await signIn.CheckPasswordSignInAsync(account, Password, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError(nameof(Password), Ui["Desk.Password.Wrong"]);
            return await ShowAsync();
        }

        if (await ProveAsync() is not { Passkey: { } passkey } || await accounts.FindByPasskeyIdAsync(passkey.CredentialId) is not null)
        {
            ModelState.AddModelError("", Ui["Desk.Passkeys.NotAdded"]);
            return await ShowAsync();
        }

        passkey.Name = Name.Trim();
        Audit("account.passkey-add", FormattableString.Invariant($"account/{account.Id}"), after: new { passkey.Name });
        (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Require();
        if (MustSetUp)
            await signIn.BeginAnewAsync(account, proved: true);
        return Done(Ui.Format("Desk.Passkeys.IsAdded", passkey.Name), DeskLinks.ProfilePasskeys);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Passkeys.Title"];
        var passkeys = await accounts.GetPasskeysAsync((await accounts.GetUserAsync(User))!);
        Lines = [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new Line(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt))];
        return Page();
    }

    // Without options asked for before, and with anything but a credential, Identity throws.
    private async Task<PasskeyAttestationResult?> ProveAsync()
    {
        try
        {
            return string.IsNullOrEmpty(Credential) ? null : await signIn.PerformPasskeyAttestationAsync(Credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
