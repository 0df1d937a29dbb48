using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Text;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

/// <summary>Who did what when from where.</summary>
public class AuditTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 19, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_line_says_who_did_what_when_from_where_before_and_after_in_words()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin, language: "de");
        await AddAsync(portal, new AuditEntry(Monday, "A. Weber", "release.import", "release/7")
        {
            AccountId = admin.AccountId,
            Address = "192.0.2.7",
            Before = """{"Headline":"<b>Züge</b>","Language":"de"}""",
            After = """{"Headline":"Züge und Schiffe","Language":"de","Dateline":{"Place":"Qingdao"}}""",
        });

        var page = await admin.ReadAsync(DeskLinks.Audit(subject: "release/7"));

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal("2026-01-19T09:00:00Z", row.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("19. Januar 2026, 09:00 UTC", row.QuerySelector("time")!.TextContent);
        Assert.Equal(("Mitteilung importiert", "release.import"), (row.Children[2].ChildNodes[0].TextContent.Trim(), row.QuerySelector("code")!.TextContent));
        Assert.Contains("192.0.2.7", row.Children[1].TextContent, StringComparison.Ordinal);
        Assert.Equal([DeskLinks.Audit("release/7"), DeskLinks.Release(7)], row.Children[3].QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Überschrift|vorher: <b>Züge</b>|nachher: Züge und Schiffe", "Ort||nachher: Qingdao"], row.QuerySelectorAll(".difference > div")
            .Select(d => $"{d.QuerySelector("dt")!.TextContent}|{d.QuerySelector("del")?.TextContent}|{d.QuerySelector("ins")?.TextContent}"));
    }

    [Theory]
    [InlineData("?account={id}", "c,b")]
    [InlineData("?account=0", "a")]
    [InlineData("?action=zone.edit", "b")]
    [InlineData("?subject=release%2F7", "c,a")]
    [InlineData("?from=2026-01-20", "c,b")]
    [InlineData("?to=2026-01-20", "b,a")]
    [InlineData("?from=2026-01-20&to=2026-01-20", "b")]
    [InlineData("?account={id}&action=zone.edit&to=2026-01-19", "")]
    [InlineData("?from=nonsense&account=nobody", "c,b,a")]
    public async Task The_list_shows_what_fits_the_filter_and_so_does_the_file(string query, string shown)
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        await ForgetSignInAsync(portal);
        await AddAsync(
            portal,
            new AuditEntry(Monday.AddHours(14), "a", "release.import", "release/7"),
            new AuditEntry(Monday.AddHours(15), "b", "zone.edit", "zone/scoda") { AccountId = admin.AccountId },
            new AuditEntry(Monday.AddHours(39), "c", "release.import", "release/7") { AccountId = admin.AccountId });
        var filter = query.Replace("{id}", $"{admin.AccountId}", StringComparison.Ordinal);

        var page = await admin.ReadAsync("/admin/audit" + filter);

        var names = page.QuerySelectorAll("tbody tr").Select(r => r.Children[1].TextContent.Trim());
        Assert.Equal(shown, string.Join(',', names.Where(n => n is "a" or "b" or "c")));
        var export = page.QuerySelector<IHtmlAnchorElement>(".page-head a")!.GetAttribute("href")!;
        var file = await admin.Http.GetStringAsync(export);
        Assert.Equal(shown, string.Join(',', Csv.Read(file).Skip(1).Select(r => r.Cells[2]).Where(n => n is "a" or "b" or "c")));
    }

    [Fact]
    public async Task Pages_lead_through_all_lines_and_back()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        await AddAsync(portal, [.. Enumerable.Range(1, 120).Select(i => new AuditEntry(Monday.AddMinutes(i), "import", "release.import", "release/7") { After = $$"""{"File":"{{i}}"}""" })]);
        var seen = new List<string>();

        var page = await admin.ReadAsync(DeskLinks.Audit("release/7"));
        for (var pages = 0; pages < 3; pages++)
        {
            seen.AddRange(page.QuerySelectorAll("tbody ins").Select(i => i.LastChild!.TextContent));
            if (page.QuerySelector("a[rel=next]") is { } next)
                page = await admin.ReadAsync(next.GetAttribute("href")!);
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => $"{i}"), seen);
        page = await admin.ReadAsync(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(("70", "21"), (page.QuerySelectorAll("tbody ins")[0].LastChild!.TextContent, page.QuerySelectorAll("tbody ins")[^1].LastChild!.TextContent));
        page = await admin.ReadAsync(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Null(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task The_file_is_for_spreadsheets_whole_and_runs_no_formula()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        await AddAsync(portal, [.. Enumerable.Range(1, 300).Select(i => new AuditEntry(Monday, "=cmd|' /C calc'!A0", "release.import", "release/7") { After = "{\"Headline\":\"港口, \\\"neu\\\"\"}" })]);

        using var answer = await admin.Http.GetAsync(DeskLinks.AuditExport([KeyValuePair.Create<string, string?>("subject", "release/7")]));

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("audit-2026-11-21.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((byte[])[0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains(",'=cmd|' /C calc'!A0,", text, StringComparison.Ordinal);
        var rows = Csv.Read(text).ToList();
        Assert.Equal(["id", "at", "by", "account", "address", "action", "subject", "before", "after"], rows[0].Cells);
        Assert.Equal(301, rows.Count);
        Assert.Equal(("2026-01-19T09:00:00Z", "=cmd|' /C calc'!A0", "{\"Headline\":\"港口, \\\"neu\\\"\"}"), (rows[1].Cells[1], rows[1].Cells[2], rows[1].Cells[8]));
    }

    [Fact]
    public async Task An_action_without_words_shows_its_name()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        await AddAsync(portal, new AuditEntry(Monday, "import", "ship.launch", "ship/7") { After = "no JSON" });

        var row = (await admin.ReadAsync(DeskLinks.Audit("ship/7"))).QuerySelector("tbody tr")!;

        Assert.StartsWith("ship.launch", row.Children[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("no JSON", row.Children[4].TextContent, StringComparison.Ordinal);
    }

    private static Task AddAsync(OwnPortal portal, params AuditEntry[] lines) => portal.QueryAsync(async db =>
    {
        // One after the other, as they come.
        foreach (var line in lines)
        {
            db.Audit.Add(line);
            await db.SaveChangesAsync();
        }

        return lines.Length;
    });

    // Signing in may be noted as well; those lines are none of this.
    private static Task ForgetSignInAsync(OwnPortal portal) => portal.BreakAsync("DELETE FROM \"Audit\"");
}
