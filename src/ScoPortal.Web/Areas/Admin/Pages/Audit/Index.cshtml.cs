using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Audit;

/// <summary>Who did what when from where.</summary>
[Authorize(Policy = Desk.Admins)]
public sealed class IndexModel : DeskPage
{
    /// <summary>Lines a page.</summary>
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public AuditQuery Query { get; set; } = new();

    /// <summary>Key of the line that the page follows.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Older { get; set; }

    /// <summary>Key of the line that the page goes before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Newer { get; set; }

    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Accounts { get; private set; } = [];

    /// <summary>What can be filtered by, with its words, in the order of these.</summary>
    public IReadOnlyList<(string Action, string Words)> Actions { get; private set; } = [];

    public string? OlderPage { get; private set; }

    public string? NewerPage { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Title = Ui["Desk.Audit.Title"];
        Accounts = [.. (await Db.Users.OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(Gone)).Select(a => (a.Id, a.DisplayName))];
        Actions = [.. Ui.DeskKeys("Desk.Action.").Select(a => (Action: a, Words: Ui.Action(a))).OrderBy(a => a.Words, StringComparer.Create(Language.Culture, ignoreCase: true))];
        await ReadAsync(Db.Audit.AsNoTracking(), Query.FilterIn(Portal.TimeZone));
        return Page();
    }

    private async Task ReadAsync(IQueryable<AuditEntry> audit, AuditFilter filter)
    {
        if (Newer is { } near && await audit.PlaceOfAsync(near, Gone) is { } after)
        {
            var rows = await audit.After(filter, after).Take(PageSize + 1).ToListAsync(Gone);
            Rows = [.. rows.Take(PageSize).Reverse()];
            Lead(hasNewer: rows.Count > PageSize, hasOlder: true);
        }
        else
        {
            var before = Older is { } far ? await audit.PlaceOfAsync(far, Gone) : null;
            var rows = await audit.Before(filter, before).Take(PageSize + 1).ToListAsync(Gone);
            Rows = [.. rows.Take(PageSize)];
            Lead(hasNewer: before is not null, hasOlder: rows.Count > PageSize);
        }
    }

    private void Lead(bool hasNewer, bool hasOlder)
    {
        NewerPage = hasNewer && Rows.Count > 0 ? DeskLinks.Audit(Query.ToPairs(("newer", Rows[0].Id))) : null;
        OlderPage = hasOlder && Rows.Count > 0 ? DeskLinks.Audit(Query.ToPairs(("older", Rows[^1].Id))) : null;
    }
}
