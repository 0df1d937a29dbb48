using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Media;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Media;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Media;

/// <summary>
/// Takes pictures in, several at once; one that is refused is named with the reason, the others go on. A script that asks for
/// JSON is answered for one picture, a form by the page that shows what came in.
/// </summary>
public sealed class UploadModel(MediaFiles files) : DeskPage
{
    private const string Field = "file";
    private readonly List<string> known = [];
    private Release? showing;

    /// <summary>The release that shows them from now on; none when they only go to the library.</summary>
    [BindProperty] public int? Release { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Media);

    public async Task<IActionResult> OnPostAsync()
    {
        showing = await Db.Releases.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Release, Gone);
        if (showing is null ? Release is not null : !Me.MayWrite(showing.Language))
            return showing is null ? NotFound() : Forbid();
        showing?.RequireOpen(Edit());

        List<MediaItem> taken = [];
        foreach (var file in Request.Form.Files.GetFiles(Field))
            if (await TakeAsync(file) is { } item && taken.TrueForAll(t => t.Id != item.Id))
                taken.Add(item);
        if (Request.Form.Files.GetFiles(Field).Count == 0)
            ModelState.AddModelError("", Ui["Desk.Media.NoFile"]);
        if (Release is { } target && taken.Count > 0)
        {
            var (before, after) = await Db.ShowMoreAsync(target, taken, Edit(), Gone);
            Audit("release.pictures", $"release/{target}", before, after);
            await Db.SaveChangesAsync(Gone);
        }

        return WantsJson ? await JsonAsync(taken.FirstOrDefault(), showing?.Language) : Lead(taken);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        // The form could not be read: it broke off, or is longer than any form may be.
        if (showing is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("", Ui["Desk.Media.Failed"]);
        }

        return WantsJson ? await JsonAsync(item: null, language: null) : Refused(showing is null ? DeskLinks.Media : DeskLinks.Pictures(showing.Id));
    }

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private async Task<MediaItem?> TakeAsync(IFormFile file)
    {
        var (name, limits) = (Intake.NameOf(file), Portal.ImageLimits);
        var reading = await Intake.ReadAsync(file, limits, Gone);
        if (reading.Image is not { } image)
        {
            ModelState.AddModelError("", Ui.Say(name, reading.Fault, limits));
            return null;
        }

        var hash = await files.StoreAsync(image.Bytes, Gone);
        Db.ChangeTracker.Clear();
        if (await Db.Media.SingleOrDefaultAsync(m => m.Hash == hash, Gone) is { } old)
        {
            known.Add(Ui.Format("Desk.Media.Known", name));
            return old;
        }

        var item = new MediaItem(hash, image.Format.ContentType, name, image.Bytes.Length, image.Width, image.Height, Now);
        try
        {
            await using var whole = await Db.Database.BeginTransactionAsync(Gone);
            Db.Add(item);
            await Db.SaveChangesAsync(Gone);
            Audit("media.upload", $"media/{item.Id}", after: new { item.FileName, item.ContentType, item.Width, item.Height, item.Hash });
            await Db.SaveChangesAsync(Gone);
            await whole.CommitAsync(Gone);
            return item;
        }
        catch (DbUpdateException race) when (Db.IsUniqueViolation(race))
        {
            return await TakeAsync(file);
        }
    }

    private async Task<JsonResult> JsonAsync(MediaItem? item, string? language)
    {
        if (item is null)
            return new(new { error = string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage)) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var picture = Picture.Of(item, language ?? Lang, language is null ? Portal.Languages.Codes : []);
        return new(new
        {
            id = item.Id, url = picture.Url,
            markdown = $"![{picture.Alt.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}]({picture.Url})",
            page = DeskLinks.MediaItem(item.Id), variants = DeskLinks.MediaVariants(item.Id),
            widths = await Db.MayManageAsync(Me, item.Id, Gone) ? item.MissingWidths : [], note = known.FirstOrDefault(),
        });
    }

    private IActionResult Lead(List<MediaItem> taken)
    {
        var path = Release is { } id ? DeskLinks.Pictures(id) : taken is [var single] && ModelState.IsValid ? DeskLinks.MediaItem(single.Id) : DeskLinks.Media;
        if (!ModelState.IsValid && Refused(path) is var refused && taken.Count == 0)
            return refused;
        if (taken.Count > known.Count)
            known.Insert(0, Ui.Count("Desk.Media.Added", taken.Count - known.Count));
        return Done(string.Join(' ', known), path);
    }
}
