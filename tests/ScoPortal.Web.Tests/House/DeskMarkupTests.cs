using System.Net;
using AngleSharp.Html.Parser;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>Every page of the desk, as an administrator reads it in six languages.</summary>
public class DeskMarkupTests
{
    // Safari needs the role; the framework writes the slash into its own hidden fields.
    private static readonly string[] Known = ["The “list” role is unnecessary", "Trailing slash on void elements"];

    [Fact]
    public async Task It_is_what_the_standard_asks_for_in_every_language_and_helps_where_the_work_is()
    {
        await using var portal = await OwnPortal.OpenAsync(languages: "en,de,ru,zh,fa,qps");
        var pages = new Dictionary<string, string>();
        var faults = new List<string>();
        foreach (var language in (string[])["en", "de", "ru", "zh", "fa", "qps"])
        {
            using var admin = await portal.AsAsync(Roles.Admin, language: language);
            foreach (var path in await portal.DeskPagesAsync(admin.AccountId))
            {
                using var response = await admin.Http.GetAsync(path);
                if (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MethodNotAllowed)
                    continue;
                var html = await response.Content.ReadAsStringAsync();
                if (response.StatusCode != (path == DeskLinks.Refused(403) ? HttpStatusCode.Forbidden : HttpStatusCode.OK))
                    faults.Add($"{path}: {(int)response.StatusCode}");
                if (response.Content.Headers.ContentType?.MediaType != "text/html")
                    continue;
                pages[$"{path}?{language}"] = html;
                var page = await new HtmlParser().ParseDocumentAsync(html);
                if (page.QuerySelector(".page-head p") is null)
                    faults.Add($"{path}: no line of help");
            }
        }

        Assert.True(pages.Count > 100, $"{pages.Count} pages");
        Faults.None([.. faults, .. (await HtmlValidator.CheckAsync(pages)).Where(f => !Array.Exists(Known, k => f.Message.StartsWith(k, StringComparison.Ordinal))).Select(f => f.ToString())]);
    }
}
