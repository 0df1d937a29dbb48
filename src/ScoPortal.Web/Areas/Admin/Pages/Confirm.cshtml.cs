using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Shown in place of a page whose form changes who gets in: asks once more who is there, and keeps the form for then.</summary>
[BeforeSecondStep]
[EnableRateLimiting(AccountsSetup.Entrances)]
[RequestFormLimits(ValueLengthLimit = KeptForm.LongestSeal)]
public sealed class ConfirmModel(DeskSignIn signIn, SessionStore sessions) : DeskPage
{
    private KeptForm? keptForm;

    [BindProperty]
    [StringLength(1000)]
    public string? Password { get; set; }

    /// <summary>What the browser has made of the options for a passkey, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>The form, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>The form.</summary>
    public KeptForm? KeptForm => keptForm ??= DeskAnswers.Kept(HttpContext) ?? KeptForm.Unseal(HttpContext, Kept);

    /// <summary>It is they, and the form is there to be sent.</summary>
    public bool IsConfirmed { get; private set; }

    public Task<IActionResult> OnGetAsync() =>
        DeskAnswers.Kept(HttpContext) is null ? Task.FromResult<IActionResult>(LocalRedirect(DeskLinks.Profile)) : ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await signIn.UserManager.GetUserAsync(User))!;
        var by = string.IsNullOrEmpty(Credential) ? "password" : "passkey";
        if (!(by == "passkey" ? await HasPasskeyAsync(account) : await HasPasswordAsync(account)))
        {
            HttpContext.Note("session.refuse", FormattableString.Invariant($"account/{account.Id}"), by);
            ModelState.AddModelError(by == "passkey" ? "" : nameof(Password), Ui[by == "passkey" ? "Desk.Confirm.Failed" : "Desk.Password.Wrong"]);
            return await ShowAsync();
        }

        await sessions.ConfirmAsync(User.FindFirstValue(Desk.SessionClaim)!, Gone);
        Audit("session.confirm", FormattableString.Invariant($"account/{account.Id}"), after: new { by });
        await Db.SaveChangesAsync(Gone);
        if (KeptForm is null)
            return LocalRedirect(DeskLinks.Profile);
        (Title, IsConfirmed) = (Ui["Desk.Confirmed.Title"], true);
        return Page();
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Confirm.Title"];
        if (DeskAnswers.Kept(HttpContext) is { } kept)
            Kept = kept.Seal(HttpContext);
        return base.ShowAsync();
    }

    private async Task<bool> HasPasswordAsync(Account account) =>
        (await signIn.CheckPasswordSignInAsync(account, Password ?? "", lockoutOnFailure: true)).Succeeded;

    private async Task<bool> HasPasskeyAsync(Account account)
    {
        if (await signIn.ProvePasskeyAsync(Credential) is not { User: { } owner, Passkey: { } passkey } || owner.Id != account.Id)
            return false;
        return (await signIn.UserManager.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }
}
