using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Terms;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Glossary;

/// <summary>The whole glossary as a file.</summary>
[EnableRateLimiting(Overload.Exports)]
public sealed class ExportModel : DeskPage
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string format)
    {
        if (format is not ("csv" or "tbx"))
            return NotFound();

        var terms = await Db.Terms.AsNoTracking().Include(t => t.Forms).ByKey().AsSplitQuery().ToListAsync(Gone);
        // Spreadsheets take a file for UTF-8 by its byte order mark.
        return format == "csv"
            ? File((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(GlossaryCsv.Write(terms))], MediaTypeNames.Text.Csv + "; charset=utf-8", "glossary.csv")
            : File(Encoding.UTF8.GetBytes(GlossaryTbx.Write(terms)), "application/x-tbx+xml; charset=utf-8", "glossary.tbx");
    }
}
