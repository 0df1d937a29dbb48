using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Accounts;

/// <summary>Who works here, and who is invited.</summary>
[Authorize(Policy = Desk.Admins)]
public sealed class IndexModel : DeskPage
{
    /// <summary>An invitation that nobody has accepted yet.</summary>
    public sealed record Invited(int Id, string Email, string Role, string Languages, string By, DateTimeOffset ExpiresAt);

    /// <summary>Every account.</summary>
    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];

    /// <summary>Those invited, the newest first.</summary>
    public IReadOnlyList<Invited> Invitations { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Languages by name.</summary>
    public string Names(string languages) => Ui.List(languages.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Ui.LanguageName));

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Nav.Accounts"];
        Lines = await Db.AccountLinesAsync(Gone);
        Invitations = await Db.OpenLinks(AccessKind.Invitation, Now).OrderByDescending(l => l.Id)
            .Select(l => new Invited(l.Id, l.Email!, l.Role!, l.Languages, l.CreatedBy, l.ExpiresAt)).ToListAsync(Gone);
        return Page();
    }
}
