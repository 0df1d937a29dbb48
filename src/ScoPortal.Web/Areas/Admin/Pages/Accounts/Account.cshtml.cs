using System.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>What an account may do. A change ends its sessions: what they know of it is no longer true.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class AccountModel(DeskSignIn signIn) : DeskPage
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public Rights Rights { get; set; } = new();

    /// <summary>Whose it is.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>They have passkeys.</summary>
    public bool HasPasskeys { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.Users.SingleOrDefaultAsync(a => a.Id == Id && a.DeletedAt == null, Gone) is not { } account)
            return NotFound();
        Rights = new Rights { Role = await RoleAsync(), Languages = [.. account.Languages.Split(',')] };
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(IsolationLevel.Serializable, Gone);
        if (await Db.Users.SingleOrDefaultAsync(a => a.Id == Id && a.DeletedAt == null, Gone) is not { } account)
            return NotFound();
        if (!Rights.AreComplete(ModelState, Ui, Portal.Languages))
            return await ShowAsync();
        var before = new { Role = await RoleAsync(), account.Languages };
        var after = new { Rights.Role, Languages = Rights.Kept };
        if (before.Equals(after))
            return LocalRedirect(DeskLinks.Account(Id));
        if (before.Role == Roles.Admin && after.Role != Roles.Admin)
            await Db.RequireOtherAdminAsync(Id, Gone);

        account.Languages = after.Languages;
        await Db.GiveRoleAsync(Id, after.Role, Gone);
        await Db.EndSessionsAsync(account, Gone);
        if (before.Role == Roles.Admin && after.Role != Roles.Admin)
            await Db.CloseLinksByAsync(Id, Now, Gone);
        Audit("account.rights", FormattableString.Invariant($"account/{Id}"), before, after);
        await Db.SaveChangesAsync(Gone);
        await transaction.CommitAsync(Gone);
        if (Id == Me.Id)
            await signIn.BeginAnewAsync(account);
        return Done(Ui.Format("Desk.Account.Saved", account.DisplayName), Id == Me.Id && after.Role != Roles.Admin ? DeskLinks.Home : DeskLinks.Account(Id));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (await Db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, Gone) is not { } account)
            return NotFound();
        (Account, Title) = (account, account.DisplayName);
        HasPasskeys = await Db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == Id, Gone);
        return Page();
    }

    private Task<string> RoleAsync() =>
        Db.UserRoles.Where(r => r.UserId == Id).Join(Db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!).SingleAsync(Gone);
}
