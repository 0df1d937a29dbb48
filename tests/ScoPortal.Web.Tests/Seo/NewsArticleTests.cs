using System.Text.Json;
using ScoPortal.Web.Seo;
using Xunit;

namespace ScoPortal.Web.Tests.Seo;

/// <summary>What search engines are told of a release.</summary>
public class NewsArticleTests
{
    private static readonly NewsArticle Park = new()
    {
        Url = "https://news.example.org/de/news/7/park",
        Home = "https://news.example.org/de/",
        Language = "de",
        Headline = "Park in Lianyungang wächst",
        Dateline = "Lianyungang, 18. Juni 2021",
        Issuer = "Stadt Lianyungang",
        Published = new(2021, 6, 18, 9, 30, 0, TimeSpan.Zero),
        Updated = new(2021, 6, 17, 9, 30, 0, TimeSpan.Zero),
        IsOriginal = false,
        Versions =
        [
            new("https://news.example.org/en/news/6/park", "en", IsOriginal: true),
            new("https://news.example.org/ru/news/8/park", "ru", IsOriginal: false),
        ],
        Places = [new("Lianyungang", "https://news.example.org/de/zones/lianyungang", 34.6, 119.2)],
        Corrections = [new(new(2021, 6, 21, 8, 0, 0, TimeSpan.Zero), "Der 19. Juni war falsch.")],
    };

    [Fact]
    public void No_text_closes_the_script_element_it_stands_in()
    {
        var json = (Park with { Headline = "</script><script>alert(1)</script>", Summary = "<!-- <script>" }).ToJson();

        Assert.DoesNotContain('<', json);
        Assert.Equal("</script><script>alert(1)</script>", Read(json).GetProperty("headline").GetString());
    }

    [Fact]
    public void A_translation_names_its_original_and_an_original_its_translations()
    {
        var translation = Read(Park.ToJson());
        var original = Read((Park with { IsOriginal = true }).ToJson());

        var source = Assert.Single(translation.GetProperty("translationOfWork").EnumerateArray());
        Assert.Equal("https://news.example.org/en/news/6/park", source.GetProperty("@id").GetString());
        Assert.False(translation.TryGetProperty("workTranslation", out _));
        Assert.Equal("ru", Assert.Single(original.GetProperty("workTranslation").EnumerateArray()).GetProperty("inLanguage").GetString());
    }

    [Fact]
    public void Dates_places_and_corrections_are_told_and_nothing_is_null()
    {
        var json = Park.ToJson();
        var article = Read(json);

        Assert.Equal("2021-06-18T09:30:00Z", article.GetProperty("datePublished").GetString());
        Assert.Equal("2021-06-18T09:30:00Z", article.GetProperty("dateModified").GetString());
        Assert.Equal(34.6, article.GetProperty("contentLocation")[0].GetProperty("geo").GetProperty("latitude").GetDouble());
        Assert.Equal("CorrectionComment", article.GetProperty("correction")[0].GetProperty("@type").GetString());
        Assert.Equal("Stadt Lianyungang", article.GetProperty("sourceOrganization").GetProperty("name").GetString());
        Assert.Contains("wächst", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    private static JsonElement Read(string json) => JsonDocument.Parse(json).RootElement;
}
