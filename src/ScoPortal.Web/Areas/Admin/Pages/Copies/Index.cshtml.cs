using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Pages.Shared;

namespace ScoPortal.Web.Areas.Admin.Pages.Copies;

/// <summary>Releases that may be copies of each other, for an editor to decide.</summary>
public sealed class IndexModel : DeskPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    /// <summary>One page, newest first.</summary>
    public ListPart<CopyRow> Part { get; private set; } = ListPart<CopyRow>.Empty;

    /// <summary>How many there are at each similarity, in percent, and above it; those above which there is none are left out.</summary>
    public IReadOnlyList<(int Percent, int Count)> Levels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Title = Ui["Desk.Copies.Title"];
        var open = Db.Suggestions.OpenCopies();
        var backwards = Before is null && After is not null;
        var rows = await (backwards
            ? open.Where(s => s.Id > After).OrderBy(s => s.Id)
            : open.Where(s => s.Id < (Before ?? int.MaxValue)).OrderByDescending(s => s.Id)).Take(PageSize + 1).Rows().ToListAsync(Gone);
        Part = ListPart<CopyRow>.Of(rows, PageSize, (Before ?? After) is { } key ? new Place(Now, key) : null, backwards, r => r.Id);

        if (Me.MayPublish)
            foreach (var percent in (int[])[100, 95, 90, 85, 80, 75])
                if (await open.CountAsync(s => s.Score >= percent / 100.0, Gone) is > 0 and var count)
                    Levels = [.. Levels, (percent, count)];
        return Page();
    }
}
