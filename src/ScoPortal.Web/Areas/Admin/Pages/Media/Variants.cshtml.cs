using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Data.Media;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Media;

/// <summary>Takes the narrower forms of a picture that a browser has made, and trusts them no more than any other upload.</summary>
public sealed class VariantsModel(MediaFiles files) : DeskPage
{
    private const string Field = "file";

    public IActionResult OnGet([FromRoute] int id) => LocalRedirect(DeskLinks.MediaItem(id));

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (await Db.Media.SingleOrDefaultAsync(m => m.Id == id, Gone) is not { } item)
            return NotFound();
        if (!await Db.MayManageAsync(Me, id, Gone))
            return Forbid();
        // A form at rest would take the place of a picture that moves.
        if (await files.ReadAsync(item.Hash, Gone) is not { } original || ImageReader.Read(original, Portal.ImageLimits).Image is { IsAnimated: true })
            return Refuse();

        List<int> before = [.. item.Variants.Select(v => v.Width)];
        foreach (var file in Request.Form.Files.GetFiles(Field))
        {
            if ((await Intake.ReadAsync(file, Portal.ImageLimits, Gone)).Image is not { } image || !item.Fits(image))
                return Refuse();
            // What is there stays: nobody puts another picture in its place.
            if (item.MissingWidths.Contains(image.Width))
                item.Add(new MediaVariant(image.Width, image.Height, await files.StoreAsync(image.Bytes, Gone), image.Format.ContentType, image.Bytes.Length));
        }

        if (item.Variants.Count > before.Count)
            Audit("media.variants", $"media/{id}", before, item.Variants.Select(v => v.Width));
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody describes the picture just now; the browser makes them again when the picture is opened next.
            return new JsonResult(new { widths = before }) { StatusCode = StatusCodes.Status409Conflict };
        }

        return new JsonResult(new { widths = item.Variants.Select(v => v.Width) });
    }

    private JsonResult Refuse() => new(new { error = Ui["Desk.Media.Unfit"] }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
