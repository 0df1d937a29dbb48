using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>Puts the zones into another order.</summary>
public sealed class OrderModel : OrderPage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.Zones);

    public async Task<IActionResult> OnPostAsync()
    {
        var zones = await Db.Zones.OrderBy(z => z.Order).ThenBy(z => z.Id).ToListAsync(Gone);
        var before = zones.Select(z => z.Key).ToList();
        var after = Sequence.Arrange(zones, z => z.Id, Wanted);
        foreach (var (place, zone) in after.Index())
            zone.Order = place;
        Audit("zone.order", "zones", before, after.Select(z => z.Key));
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Order.Done"], DeskLinks.Zones);
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult(Refused(DeskLinks.Zones));
}
