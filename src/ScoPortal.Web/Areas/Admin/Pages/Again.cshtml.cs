using Microsoft.AspNetCore.Mvc;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Shown in place of a page whose form was made for somebody else: what was typed, to be sent by who is signed in now.</summary>
public sealed class AgainModel : DeskPage
{
    /// <summary>The form.</summary>
    public KeptForm? Kept { get; private set; }

    public IActionResult OnGet()
    {
        (Kept, Title) = (DeskAnswers.Kept(HttpContext), Ui["Desk.Again.Title"]);
        return Kept is null ? NotFound() : Page();
    }

    public IActionResult OnPost() => NotFound();
}
