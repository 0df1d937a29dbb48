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

    /// <summary>Keys of those on the page that this person may decide on.</summary>
    public IReadOnlySet<int> MayDecide { get; private set; } = new HashSet<int>();

    /// <summary>How many there are at each similarity, in percent, and above it; those above which there is none are left out.</summary>
    public IReadOnlyList<(int Percent, int Count)> Levels { get; private set; } = [];

    /// <summary>Key of the newest that <see cref="Levels"/> counts.</summary>
    public int Newest { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Title = Ui["Desk.Copies.Title"];
        var open = Db.Suggestions.OpenCopies();
        var backwards = Before is null && After is not null;
        var rows = await (backwards
            ? open.Where(s => s.Id > After).OrderBy(s => s.Id)
            : open.Where(s => s.Id < (Before ?? int.MaxValue)).OrderByDescending(s => s.Id)).Take(PageSize + 1).Rows().ToListAsync(Gone);
        Part = ListPart<CopyRow>.Of(rows, PageSize, (Before ?? After) is { } key ? new Place(Now, key) : null, backwards, r => r.Id);

        MayDecide = await DecidableAsync();
        if (!Me.MayPublish)
            return Page();
        Newest = await open.MaxAsync(s => (int?)s.Id, Gone) ?? 0;
        foreach (var percent in (int[])[100, 95, 90, 85, 80, 75])
            if (await open.CountAsync(s => s.Score >= percent / 100.0 && s.Id <= Newest, Gone) is > 0 and var count)
                Levels = [.. Levels, (percent, count)];
        return Page();
    }

    private async Task<HashSet<int>> DecidableAsync()
    {
        if (Me.MayPublish)
            return [.. Part.Items.Select(r => r.Id)];
        var newer = Part.Items.Select(r => r.Newer.Id).ToList();
        var stories = await Db.Stories.AsNoTracking().Include(s => s.Releases).Where(s => s.Releases.Any(r => newer.Contains(r.Id))).ToListAsync(Gone);
        var mine = stories.Where(s => s.MayFile(Me)).SelectMany(s => s.Releases).Select(r => r.Id).ToHashSet();
        return [.. Part.Items.Where(r => mine.Contains(r.Newer.Id)).Select(r => r.Id)];
    }
}
