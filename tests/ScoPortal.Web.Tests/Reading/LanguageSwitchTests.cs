using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

[Collection(OnePortal.Name)]
public class LanguageSwitchTests(PortalFixture portal)
{
    private static readonly string[] Languages = ["en", "de", "ru", "zh"];

    [Fact]
    public async Task On_every_kind_of_page_it_leads_to_the_same_thing()
    {
        foreach (var kind in await portal.AllKindsAsync("en"))
        {
            using var response = await portal.Client.GetAsync(kind.Path);
            var page = await portal.ReadAsync(kind.Path, response.StatusCode);
            var switcher = Switcher(page);

            Assert.Equal(Languages, switcher.Keys);
            Assert.Equal("true", page.QuerySelector(".langs-switch a[lang=en]")!.GetAttribute("aria-current"));
            foreach (var (language, path) in switcher.Where(s => s.Key != "en"))
            {
                Assert.StartsWith($"/{language}/", path, StringComparison.Ordinal);
                if (!kind.Path.Contains("/news/", StringComparison.Ordinal))
                    Assert.Equal(kind.Path[3..], path[3..]);
                else
                    Assert.True(path.StartsWith($"/{language}/news/", StringComparison.Ordinal), $"{kind.Path} switches to {path}");
            }
        }
    }

    [Fact]
    public async Task On_a_release_it_leads_to_the_version_in_that_language_or_to_the_page_that_says_there_is_none()
    {
        var english = await portal.ReleaseAsync("round-table-2021", "en");
        var german = await portal.ReleaseAsync("round-table-2021", "de");
        var switcher = Switcher(await portal.ReadAsync(english.Path));

        Assert.Equal(german.Path, switcher["de"]);
        var missing = await portal.ReadAsync(switcher["ru"], HttpStatusCode.NotFound);
        Assert.Equal(english.Path, Switcher(missing)["en"]);
        Assert.Equal(german.Path, Switcher(missing)["de"]);
    }

    [Fact]
    public async Task On_a_comparison_it_changes_the_words_around_the_texts_and_not_the_texts()
    {
        var english = await portal.ReleaseAsync("round-table-2021", "en");
        var comparison = await portal.ReadAsync(Links.Compare("en", english.Id, english.Slug, "de"));

        var russian = await portal.ReadAsync(Switcher(comparison)["ru"]);

        Assert.Equal("ru", russian.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            comparison.QuerySelectorAll("[data-par] .cell").Select(c => c.TextContent), russian.QuerySelectorAll("[data-par] .cell").Select(c => c.TextContent));
    }

    [Fact]
    public async Task On_a_search_it_keeps_words_and_filters()
    {
        var switcher = Switcher(await portal.ReadAsync(Links.Search("en", "rail & sea", zone: "scoda", year: 2021)));

        Assert.Equal(Links.Search("ru", "rail & sea", zone: "scoda", year: 2021), switcher["ru"]);
    }

    private static Dictionary<string, string> Switcher(IHtmlDocument page) =>
        page.QuerySelectorAll(".langs-switch a").ToDictionary(a => a.GetAttribute("lang")!, a => a.GetAttribute("href")!);
}
