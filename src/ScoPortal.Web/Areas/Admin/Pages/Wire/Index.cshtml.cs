using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Takes a text in and shows what is recognised in it.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText, MultipartBodyLengthLimit = LargestForm)]
[RequestSizeLimit(LargestForm)]
public sealed class IndexModel : WirePage
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (FailedId is { } id)
        {
            if (await Db.FailedImports.FindAsync([id], Gone) is not { Text: { } text } failed)
                return NotFound();
            (Text, FileName) = (text, failed.FileName);
            await RecogniseAsync();
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var isTheSame = ReadAs is not null && ReadAs == WireText.Fingerprint(Text ?? "");
        if (isTheSame)
        {
            // What is wrong in the fields is said when they are to become a draft.
            await TryUpdateModelAsync(Form, nameof(Form));
            ModelState.Clear();
        }

        await RecogniseAsync(keepForm: isTheSame);
        return await ShowAsync();
    }
}
