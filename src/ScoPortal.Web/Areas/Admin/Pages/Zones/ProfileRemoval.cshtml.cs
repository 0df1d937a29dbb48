using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>Takes a zone's description in one language away.</summary>
[Authorize(Policy = Desk.Publishers)]
public sealed class ProfileRemovalModel : CataloguePage
{
    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    [FromRoute(Name = "language")]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Zones);

    public async Task<IActionResult> OnPostAsync()
    {
        var zone = await Db.Zones.Include(z => z.Profiles).SingleOrDefaultAsync(z => z.Key == Key, Gone);
        if (zone?.Profiles.FirstOrDefault(p => p.Language == Code) is not { } profile)
            return NotFound();

        zone.Undescribe(Code);
        Audit("zone.undescribe", $"zone/{Key}/{Code}", profile.Text);
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Removed"], DeskLinks.Zone(Key));
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Zones));
}
