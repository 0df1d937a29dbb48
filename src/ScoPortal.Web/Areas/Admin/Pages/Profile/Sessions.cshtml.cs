using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>Where one is signed in, and an end to it.</summary>
[Confirmed]
public sealed class SessionsModel : DeskPage
{
    /// <summary>A browser that is signed in.</summary>
    public sealed record Line(string Key, string? Browser, string? Address, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsThis);

    /// <summary>The one to end; null for all but this one.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The last used first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    private string This => User.FindFirstValue(Desk.SessionClaim)!;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var ended = await Db.Sessions.Where(s => s.AccountId == Me.Id && s.Key != This && (Key == null || s.Key == Key)).ExecuteDeleteAsync(Gone);
        if (ended == 0)
            return NotFound();
        Audit("session.revoke", FormattableString.Invariant($"account/{Me.Id}"), after: new { ended });
        await Db.SaveChangesAsync(Gone);
        return Done(Ui.Count("Desk.Sessions.Ended", ended), DeskLinks.ProfileSessions);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Sessions.Title"];
        var sessions = await Db.Sessions.Where(s => s.AccountId == Me.Id && s.ExpiresAt > Now).OrderByDescending(s => s.SeenAt)
            .Select(s => new { s.Key, s.Browser, s.Address, s.StartedAt, s.SeenAt }).ToListAsync(Gone);
        Lines = [.. sessions.Select(s => new Line(s.Key, BrowserName.Of(s.Browser), s.Address, s.StartedAt, s.SeenAt, s.Key == This))];
        return Page();
    }
}
