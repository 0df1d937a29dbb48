using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>What waits for the person at work.</summary>
public sealed class IndexModel : DeskPage
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Home.Title"];
        return base.ShowAsync();
    }
}
