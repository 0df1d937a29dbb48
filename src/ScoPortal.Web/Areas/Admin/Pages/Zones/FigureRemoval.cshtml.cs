using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>Takes a key figure away.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class FigureRemovalModel : CataloguePage
{
    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Zones);

    public async Task<IActionResult> OnPostAsync()
    {
        var zone = await Db.Zones.Include(z => z.Figures).SingleOrDefaultAsync(z => z.Key == Key, Gone);
        if (zone?.Figures.FirstOrDefault(x => x.Id == Id) is not { } gone)
            return NotFound();

        zone.Remove(gone);
        Audit("figure.remove", $"zone/{Key}", FigureForm.Of(gone, this));
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Removed"], DeskLinks.Zone(Key));
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Zone(Key)));
}
