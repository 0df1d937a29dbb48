using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Text;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Audit;

/// <summary>Every line within the filter, as a file for spreadsheets. It is sent as it is read, however long it is.</summary>
[Authorize(Policy = Desk.Admins)]
[EnableRateLimiting(Overload.Exports)]
public sealed class ExportModel : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public AuditQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"audit-{Now.ToIsoDay()}.csv" }.ToString();
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await file.WriteAsync(Csv.ByteOrderMark + Csv.Write("id", "at", "by", "account", "address", "action", "subject", "before", "after"));
        await foreach (var entry in Db.Audit.AsNoTracking().Before(Query.FilterIn(Portal.TimeZone), place: null).AsAsyncEnumerable().WithCancellation(Gone))
            await file.WriteAsync(Row(entry));
        return new EmptyResult();
    }

    private static string Row(AuditEntry entry) => Csv.Write(
        entry.Id.ToString(CultureInfo.InvariantCulture), entry.At.ToIsoSecond(), entry.By, entry.AccountId?.ToString(CultureInfo.InvariantCulture),
        entry.Address, entry.Action, entry.Subject, entry.Before, entry.After);
}
