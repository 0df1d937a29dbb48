using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Texts that could not be imported.</summary>
public sealed class FailedModel : DeskPage
{
    private const int Shown = 100;

    public sealed record Row(int Id, string FileName, string Reason, bool HasText, string By, DateTimeOffset At);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Title = Ui["Desk.Failed.Title"];
        Count = await Db.FailedImports.CountAsync(Gone);
        Rows = await Db.FailedImports.OrderByDescending(f => f.Id).Take(Shown)
            .Select(f => new Row(f.Id, f.FileName, f.Reason, f.Text != null, f.By, f.At)).ToListAsync(Gone);
        return Page();
    }
}
