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
        foreach (var id in Picked.Distinct())
            if (await DeleteAsync(id))
                deleted++;

        return Done(Ui.Count("Desk.Unused.Deleted", deleted), DeskLinks.UnusedMedia(Days));
    }

    // One that has come into use since the list was read stays.
    private async Task<bool> DeleteAsync(int id)
    {
        Db.ChangeTracker.Clear();
        if (await Db.Media.AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, Gone) is not { } item || await Db.IsUsedAsync(id, item.Hash, Gone))
            return false;
        Db.Remove(item);
        Audit("media.delete", $"media/{id}", new { item.FileName, item.Hash });
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateException late) when (late is DbUpdateConcurrencyException || Db.IsBrokenReference(late))
        {
            return false;
        }

        await Db.DeleteFilesAsync(files, item, Now, Gone);
        return true;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Unused.Title"];
        Days = Math.Clamp(Days, 0, 3650);
        Pictures = [.. (await Db.UnusedAsync(Now.AddDays(-Days), Most, Gone)).Select(m => (Picture.Of(m, Lang, Portal.Languages.Codes), m))];
        return Page();
    }
}
