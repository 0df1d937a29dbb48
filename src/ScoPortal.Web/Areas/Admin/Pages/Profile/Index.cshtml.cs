using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>One's own account: what others see, the language of the desk, and the way to what keeps it safe.</summary>
public sealed class IndexModel(UserManager<Account> accounts) : DeskPage
{
    [BindProperty]
    [Required]
    [StringLength(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string UiLanguage { get; set; } = "";

    /// <summary>Signing in takes a second step.</summary>
    public bool TwoFactor { get; private set; }

    /// <summary>How many passkeys there are.</summary>
    public int Passkeys { get; private set; }

    /// <summary>In how many browsers one is signed in.</summary>
    public int Sessions { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        (Name, UiLanguage) = (Me.Name, Lang);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await Db.Users.SingleAsync(a => a.Id == Me.Id, Gone);
        var language = Portal.Languages.Find(UiLanguage) ?? Language;
        var before = new { Name = account.DisplayName, Language = account.UiLanguage };
        (account.DisplayName, account.UiLanguage) = (Name.Trim(), language.Code);
        Audit("account.profile", $"account/{account.Id}", before, new { Name = account.DisplayName, Language = account.UiLanguage });
        await Db.SaveChangesAsync(Gone);
        // Said in the language that the next page will be in.
        return Done(new Ui(language)["Desk.Profile.Saved"], DeskLinks.Profile);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Profile.Title"];
        var account = await Db.Users.AsNoTracking().SingleAsync(a => a.Id == Me.Id, Gone);
        (TwoFactor, Passkeys) = (account.TwoFactorEnabled, (await accounts.GetPasskeysAsync(account)).Count);
        Sessions = await Db.Sessions.CountAsync(s => s.AccountId == Me.Id && s.ExpiresAt > Now, Gone);
        return Page();
    }
}
