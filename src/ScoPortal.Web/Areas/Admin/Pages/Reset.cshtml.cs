using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>A new password for whoever holds the link: a first one, or one in place of one forgotten. The second step stays; passkeys go,
/// since who forgot a password may have lost what holds them.</summary>
public sealed class ResetModel(IPasswordHasher<Account> hasher) : EntrancePage
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    [BindProperty]
    [Required]
    public string Repeat { get; set; } = "";

    /// <summary>Whose password it is; null when the link opens nothing.</summary>
    public Account? Account { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        if (await FindAsync() is not { } link || Account is null)
            return Closed();
        if (!NewPassword.IsGood(this, Password, Repeat, Account.DisplayName, Account.Email))
            return await ShowAsync();
        try
        {
            link.Close(Now);
            if (Account.PasswordHash is null)
                Account.UiLanguage = Lang;
            Account.PasswordHash = hasher.HashPassword(Account, Password);
            (Account.LockoutEnd, Account.AccessFailedCount) = (null, 0);
            await Db.EndSessionsAsync(Account, Gone);
            var passkeys = await Db.RemovePasskeysAsync(Account.Id, Gone);
            Audit(Account.DisplayName, Account.Id, "account.password", SubjectOf(Account), after: new { by = "link", link.CreatedBy, passkeys });
            await Db.SaveChangesAsync(Gone);
            await transaction.CommitAsync(Gone);
            Door.Forget(Account);
            KnownBrowser.Mark(HttpContext, Account);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            return Closed();
        }

        return Done(Ui["Desk.Reset.Done"], DeskLinks.SignIn());
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Reset.Title"];
        return Account is null && await FindAsync() is null ? Closed() : await base.ShowAsync();
    }

    private async Task<AccessLink?> FindAsync()
    {
        var link = await Db.OpenLinkAsync(AccessKind.Reset, Secret, Now, Gone);
        Account = link is null ? null : await Db.Users.SingleOrDefaultAsync(a => a.Id == link.AccountId && a.DisabledAt == null, Gone);
        return Account is null ? null : link;
    }
}
