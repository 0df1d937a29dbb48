using Xunit;

namespace ScoPortal.Web.Tests.House;

public class HtmlValidatorTests
{
    private const string Sound = """
        <!DOCTYPE html>
        <html lang="zh">
        <head><title>青岛的新闻</title></head>
        <body><h1>青岛的新闻</h1><p>上海合作组织示范区</p></body>
        </html>
        """;

    [Fact]
    public async Task Each_fault_is_told_with_its_page_line_and_severity()
    {
        var faults = await HtmlValidator.CheckAsync(new Dictionary<string, string>
        {
            ["/zh/"] = Sound,
            ["/zh/news?zone=1&page=2"] = Sound.Replace("<p>", "<p><div></div>", StringComparison.Ordinal),
            ["/zh/about"] = Sound.Replace("<p>", """<script type="text/javascript"></script><p>""", StringComparison.Ordinal),
        });

        Assert.Equal(
            [("/zh/about", "warning", 4), ("/zh/news?zone=1&page=2", "error", 4)],
            faults.Select(f => (f.Page, f.Severity, f.Line)).Order());
    }

    [Fact]
    public async Task Two_hundred_sound_pages_have_no_fault()
    {
        var pages = Enumerable.Range(1, 200).ToDictionary(i => $"/zh/news/{i}", _ => Sound, StringComparer.Ordinal);

        Assert.Empty(await HtmlValidator.CheckAsync(pages));
    }
}
