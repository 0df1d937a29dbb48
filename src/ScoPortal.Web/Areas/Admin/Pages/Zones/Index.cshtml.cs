using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Zones;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>The zones in their order, with the languages they are described in.</summary>
public sealed class IndexModel : CataloguePage
{
    public sealed record Row(int Id, string Key, ZoneMark Mark, string Name, IReadOnlyList<string> Described, int Figures, int Milestones);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Nav.Zones"];
        var zones = await Db.Zones.AsNoTracking().OrderBy(z => z.Order).ThenBy(z => z.Id).Select(z => new
        {
            z.Id,
            z.Key,
            z.Mark,
            Names = z.Profiles.Select(p => new { p.Language, p.Text.ShortName }).ToList(),
            Figures = z.Figures.Count,
            Milestones = z.Milestones.Count,
        }).ToListAsync(Gone);
        Rows = [.. zones.Select(z => new Row(
            z.Id, z.Key, z.Mark, (z.Names.Find(n => n.Language == Lang) ?? z.Names.FirstOrDefault())?.ShortName ?? z.Key,
            [.. z.Names.Select(n => n.Language)], z.Figures, z.Milestones))];
        return Page();
    }
}
