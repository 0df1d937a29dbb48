using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What is recognised in a text, as a part of a page, while it is typed.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText)]
[EnableRateLimiting(Overload.Previews)]
public sealed class RecognitionModel : WirePage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.PasteWire);

    public async Task<IActionResult> OnPostAsync()
    {
        await RecogniseAsync();
        return Partial("_Recognised", this);
    }
}
