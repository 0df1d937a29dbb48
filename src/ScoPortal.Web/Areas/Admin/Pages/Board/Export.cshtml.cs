using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ScoPortal.Core.Text;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Search;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Pages.Board;

/// <summary>Every story within the filter, as a file for spreadsheets: a row a story, some columns a language. Sent as it is read.</summary>
[EnableRateLimiting(Overload.Exports)]
public sealed class ExportModel(SearchIndex index) : DeskPage
{
    private const int StoriesPerQuery = 500;

    [BindProperty(SupportsGet = true)]
    public BoardQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        if (Query.FilterFor(this, index) is not { } filter)
        {
            ModelState.AddModelError("", Ui["Desk.Releases.NoIndex"]);
            return Refused(DeskLinks.Board(Query.ToPairs()));
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"board-{Now.ToIsoDay()}.csv" }.ToString();
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        string[] parts = ["release", "state", "published", "changed", "confirmed", "pair", "translator", "due"];
        await file.WriteAsync(Csv.ByteOrderMark + Csv.Write(["story", "zones", "headline", "original", .. Portal.Languages.Codes.SelectMany(code => parts.Select(part => $"{code} {part}"))]));
        var stories = Db.OnBoard(filter, Portal.Languages.Codes);
        for (int? last = null; await stories.Onwards(last).Take(StoriesPerQuery).ToListAsync(Gone) is { Count: > 0 } ids; last = ids[^1])
            foreach (var row in await Db.BoardAsync(ids, Gone))
                await file.WriteAsync(Csv.Write([.. About(row), .. Portal.Languages.Codes.SelectMany(code => Version(row, code))]));
        return new EmptyResult();
    }

    private IEnumerable<string?> About(BoardRow row) =>
    [
        Text(row.Id), string.Join(' ', Catalogue.ZonesOf(row.Zones).Select(z => z.Key)), row.Name(Lang).Headline, row.Versions.FirstOrDefault(v => v.IsOriginal)?.Language,
    ];

    private IEnumerable<string?> Version(BoardRow row, string code)
    {
        var (version, duty) = (row.In(code), row.Duties.GetValueOrDefault(code));
        return
        [
            Text(version?.Id), version?.Mark(Now) ?? "missing", version?.PublishAt?.ToIsoSecond(), version is { Stale: > 0 } ? $"{Text(version.Stale)}/{Text(version.Sentences)}" : null,
            Text(version?.Progress), version is null ? Text(row.Pairs.GetValueOrDefault(code)?.Percent) : null, duty?.Name, duty?.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
