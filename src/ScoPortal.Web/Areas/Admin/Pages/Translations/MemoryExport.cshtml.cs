using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Web.Exchange;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Translations;

/// <summary>The translation memory of two languages as TMX.</summary>
[EnableRateLimiting(Overload.Exports)]
public sealed class MemoryExportModel : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string? source, string? target)
    {
        var languages = Portal.Languages.Codes;
        if (source is null || target is null || !languages.Contains(source) || !languages.Contains(target))
            return NotFound();
        if (source == target)
        {
            ModelState.AddModelError("", Ui["Desk.Memory.SameLanguage"]);
            return Refused(DeskLinks.Memory);
        }

        // A file on disk, since the writer does not wait for slow readers.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await MemoryTmx.WriteAsync(Db, source, target, file, Now, Gone);
        file.Position = 0;
        return File(file, "application/x-tmx+xml; charset=utf-8", $"memory-{source}-{target}.tmx");
    }
}
