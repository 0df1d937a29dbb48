using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Exchange;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Translations;

/// <summary>One translation as XLIFF.</summary>
[EnableRateLimiting(Overload.Exports)]
public sealed class FileModel : DeskPage
{
    public async Task<IActionResult> OnGetAsync([FromRoute] int id, [FromRoute] string format)
    {
        if (format is not ("xliff12" or "xliff21"))
            return NotFound();
        if (await Db.Releases.Where(r => r.Id == id).Select(r => r.Language).SingleOrDefaultAsync(Gone) is { } language && !Me.MayWrite(language))
            return Forbid();
        return await TranslationFiles.WriteAsync(Db, HttpContext.RequestServices.GetRequiredService<TranslationMemory>(), id, format == "xliff21", Edit(), Gone) is { } file
            ? File(file.Content, TranslationFiles.MediaType, file.Name)
            : NotFound();
    }
}
