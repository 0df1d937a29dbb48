using ScoPortal.Web.Localization;
using Xunit;

namespace ScoPortal.Web.Tests.Reading;

[Collection(OnePortal.Name)]
public class HomePageTests(PortalFixture portal)
{
    [Theory]
    [InlineData("en", "21 November 2026", "Lianyungang")]
    [InlineData("de", "21. November 2026", "Lianyungang")]
    [InlineData("ru", "21 ноября 2026", "Ляньюньган")]
    [InlineData("zh", "2026年11月21日", "连云港")]
    public async Task It_shows_the_newsroom_in_the_language_of_its_reader(string language, string today, string zone)
    {
        var page = await portal.ReadAsync(Links.Home(language));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(today, page.QuerySelector(".strip-date")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new Ui(PortalLanguage.Get(language))["Site.Claim"], page.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll(".zones li.zone").Length);
        Assert.Contains(zone, page.QuerySelector(".zones")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("ul.index a").Length);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    public async Task The_newest_release_leads_and_no_release_is_told_twice(string language)
    {
        var lead = await portal.ReleaseAsync("liangjiang-district-2026", language);
        var page = await portal.ReadAsync(Links.Home(language));

        Assert.Equal(lead.Headline, page.QuerySelector("article.lead h2")!.TextContent);
        Assert.Equal(lead.Path, page.QuerySelector("article.lead h2 a")!.GetAttribute("href"));
        Assert.Equal(4, page.QuerySelectorAll("article.lead .meta li").Length);
        var shown = page.QuerySelectorAll("article h2 a, article h3 a, .cols > section > ol.lines h3 a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(shown.Distinct(), shown);
        Assert.All(shown, path => Assert.StartsWith($"/{language}/news/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_translations_say_their_language_and_lead_to_it()
    {
        var page = await portal.ReadAsync("/en/");

        var translations = page.QuerySelectorAll("section[aria-labelledby=translated] li");

        Assert.NotEmpty(translations);
        Assert.All(translations, line =>
        {
            var language = line.QuerySelector("h3")!.GetAttribute("lang");
            Assert.Contains(language, (string[])["de", "ru", "zh"]);
            Assert.StartsWith($"/{language}/news/", line.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Contains(new Ui(PortalLanguage.Get("en")).LanguageName(language!), line.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nothing_that_readers_may_not_see_is_shown()
    {
        var page = await portal.ReadAsync("/en/");
        var withdrawn = await portal.ReleaseAsync("lianyungang-park-area", "en");
        var scheduled = await portal.ReleaseAsync("three-zones", "en");

        Assert.DoesNotContain(withdrawn.Headline, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(scheduled.Headline, page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_newsroom_has_a_front_page_in_every_language()
    {
        await using var empty = await OwnPortal.OpenAsync(sample: false);

        foreach (var language in (string[])["en", "de", "ru", "zh"])
            Assert.Equal(
                new Ui(PortalLanguage.Get(language))["Home.Empty"],
                (await empty.ReadAsync(Links.Home(language))).QuerySelector("p.note")!.TextContent);
    }
}
