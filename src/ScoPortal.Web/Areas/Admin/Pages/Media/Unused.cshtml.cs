using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Data.Media;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Media;

/// <summary>Pictures that are used nowhere, to be looked through and deleted together.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class UnusedModel(MediaFiles files) : DeskPage
{
    private const int Most = 100;

    /// <summary>How many days ago they came in, at least.</summary>
    [BindProperty(SupportsGet = true)]
    [Range(0, 3650)]
    public int Days { get; set; } = 30;

    /// <summary>Keys of those to delete.</summary>
    [BindProperty]
    public List<int> Picked { get; set; } = [];

    public IReadOnlyList<(Picture Picture, MediaItem Item)> Pictures { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var deleted = 0;
        foreach (var item in await Db.Media.Where(m => Picked.Contains(m.Id)).AsSplitQuery().ToListAsync(Gone))
        {
            // One that has come into use since the list was read stays.
            if (await Db.IsUsedAsync(item.Id, item.Hash, Gone))
                continue;
            Db.Remove(item);
            Audit("media.delete", $"media/{item.Id}", new { item.FileName, item.Hash });
            await Db.SaveChangesAsync(Gone);
            await Db.DeleteFilesAsync(files, item, Gone);
            deleted++;
        }

        return Done(Ui.Count("Desk.Unused.Deleted", deleted), DeskLinks.UnusedMedia(Days));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Unused.Title"];
        Days = Math.Clamp(Days, 0, 3650);
        Pictures = [.. (await Db.UnusedAsync(Now.AddDays(-Days), Most, Gone)).Select(m => (Picture.Of(m, Lang, Portal.Languages.Codes), m))];
        return Page();
    }
}
