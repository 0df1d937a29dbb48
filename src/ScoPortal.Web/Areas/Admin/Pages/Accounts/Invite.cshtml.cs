using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Invites somebody, by a link that is shown once.</summary>
[Authorize(Policy = Desk.Admins)]
[Confirmed]
public sealed class InviteModel : DeskPage
{
    [BindProperty]
    [Required]
    [EmailAddress]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [BindProperty]
    public Rights Rights { get; set; } = new();

    /// <summary>The link, when it has just been made.</summary>
    public string? Link { get; private set; }

    /// <summary>Until when the link is good.</summary>
    public DateTimeOffset Until => Now + AccountQueries.LinkTime;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var email = Email.Trim();
        if (await Db.AccountByEmailAsync(email, Gone) is not null)
            ModelState.AddModelError(nameof(Email), Ui["Desk.Invite.Taken"]);
        if (!Rights.AreComplete(ModelState, Ui, Portal.Languages))
            return await ShowAsync();

        // A second invitation takes the place of the first.
        foreach (var earlier in await Db.OpenLinks(AccessKind.Invitation, Now).ToListAsync(Gone))
            if (string.Equals(earlier.Email, email, StringComparison.OrdinalIgnoreCase))
                earlier.Close(Now);
        var secret = Db.AddLink(AccessKind.Invitation, Me.Name, Now, email: email, role: Rights.Role, languages: Rights.Kept);
        Audit("account.invite", "account", after: new { email, Rights.Role, Languages = Rights.Kept });
        await Db.SaveChangesAsync(Gone);
        Link = this.Absolute(DeskLinks.Invitation(secret));
        return await ShowAsync();
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Invite.Title"];
        return base.ShowAsync();
    }
}
