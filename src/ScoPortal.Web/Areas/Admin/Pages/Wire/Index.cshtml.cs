using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Takes a text in and shows what is recognised in it.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText, MultipartBodyLengthLimit = LargestForm)]
[RequestSizeLimit(LargestForm)]
[EnableRateLimiting(Overload.Previews)]
public sealed class IndexModel : WirePage
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (FailedId is { } id)
        {
            if (await Db.FailedImports.FindAsync([id], Gone) is not { Text: { } text } failed)
                return NotFound();
            (Text, Around, FileName) = (text, WireAround.Of(new WireDocument { Text = text }), failed.FileName);
            await RecogniseAsync();
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await RecogniseAgainAsync();
        return await ShowAsync();
    }
}
