using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>Puts the key figures of a zone into another order.</summary>
public sealed class FigureOrderModel : OrderPage
{
    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Zones);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Zones.Include(z => z.Figures).SingleOrDefaultAsync(z => z.Key == Key, Gone) is not { } zone)
            return NotFound();

        var before = zone.Figures.OrderBy(f => f.Order).Select(f => f.Id).ToList();
        zone.Reorder(Wanted);
        Audit("figure.order", $"zone/{Key}", before, zone.Figures.OrderBy(f => f.Order).Select(f => f.Id));
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Order.Done"], DeskLinks.Zone(Key) + "#figures");
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Zone(Key)));
}
