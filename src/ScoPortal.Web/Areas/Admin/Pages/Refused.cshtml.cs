using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Shown in place of a page that somebody may not see, or not so often.</summary>
[AllowAnonymous]
public sealed class RefusedModel : DeskPage
{
    /// <summary>403 or 429.</summary>
    [FromRoute]
    public int Status { get; set; }

    /// <summary>Why, and what helps.</summary>
    public string Reason { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (Status is not (StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests))
            return NotFound();
        Response.StatusCode = Status;
        var often = Status == StatusCodes.Status429TooManyRequests;
        Title = Ui[often ? "Desk.Refused.OftenTitle" : "Desk.Refused.Title"];
        Reason = Ui[often ? "Desk.Refused.Often" : "Desk.Refused.Help"];
        return Page();
    }
}
