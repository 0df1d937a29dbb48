using Microsoft.AspNetCore.Mvc;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What is recognised in a text, as a part of a page, while it is typed.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText)]
public sealed class RecognitionModel : WirePage
{
    public IActionResult OnGet() => LocalRedirect(DeskLinks.PasteWire);

    public async Task<IActionResult> OnPostAsync()
    {
        await RecogniseAsync();
        return Partial("_Recognised", this);
    }
}
