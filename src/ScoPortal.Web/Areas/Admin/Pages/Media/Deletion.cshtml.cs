using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Data.Media;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Media;

/// <summary>Deletes a picture that is used nowhere, with its files.</summary>
public sealed class DeletionModel(MediaFiles files) : DeskPage
{
    private string back = DeskLinks.Media;

    public IActionResult OnGet([FromRoute] int id) => LocalRedirect(DeskLinks.MediaItem(id));

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (await Db.Media.AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, Gone) is not { } item)
            return NotFound();
        if (!await Db.MayManageAsync(Me, id, Gone))
            return Forbid();
        back = DeskLinks.MediaItem(id);
        if (await Db.IsUsedAsync(id, item.Hash, Gone))
            throw new RuleException("Rule.PictureUsed", item.FileName);

        Db.Remove(item);
        Audit("media.delete", $"media/{id}", new { item.FileName, item.Hash });
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateException late) when (Db.IsBrokenReference(late))
        {
            throw new RuleException("Rule.PictureUsed", item.FileName);
        }

        await Db.DeleteFilesAsync(files, item, Now, Gone);
        return Done(Ui.Format("Desk.Picture.Deleted", item.FileName), DeskLinks.Media);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(back));
}
