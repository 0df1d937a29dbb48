using ScoPortal.Data.Search;
using Xunit;

namespace ScoPortal.Data.Tests.Search;

public sealed class SearchTests : IAsyncLifetime
{
    private SearchNewsroom newsroom = null!;

    public async Task InitializeAsync() => newsroom = await SearchNewsroom.OpenAsync();

    public async Task DisposeAsync() => await newsroom.DisposeAsync();

    [Theory]
    [InlineData("zh", "青岛港开通新航线", "青岛", true)]
    [InlineData("zh", "青岛港开通新航线", "青岛港", true)]
    [InlineData("zh", "走进青岛港", "港", true)]
    [InlineData("zh", "港口新闻", "港", true)]
    [InlineData("zh", "岛屿与青山", "青岛", false)]
    [InlineData("zh", "𠮷野家开业", "𠮷野", true)]
    [InlineData("en", "Ports of the region", "port", true)]
    [InlineData("en", "A portal opens", "port", false)]
    [InlineData("en", "The city’s new hub", "\"new hub\"", true)]
    [InlineData("en", "A hub, and new", "\"new hub\"", false)]
    [InlineData("en", "1,225 trains", "1225", true)]
    [InlineData("de", "Logistikzusammenarbeit wächst", "Logistik", true)]
    [InlineData("de", "Hafengelände verkauft", "Häfen", true)]
    [InlineData("de", "Neue Straße", "Strasse", true)]
    [InlineData("ru", "Развитие логистики", "логистика", true)]
    [InlineData("ru", "Самолёты летят", "самолет", true)]
    [InlineData("hi", "हिन्दी समाचार", "हिन्दी", true)]
    public async Task A_word_is_found_as_its_language_writes_it(string language, string headline, string query, bool found)
    {
        await newsroom.PublishAsync(language, headline);
        await newsroom.CatchUpAsync();
        var page = newsroom.Index.Search(new SearchRequest(query, [.. SearchNewsroom.Languages, "hi"], SearchNewsroom.Now));
        Assert.Equal(found ? 1 : 0, page.Total);
        Assert.True(page.IsAvailable);
    }

    [Fact]
    public async Task A_search_in_one_language_counts_what_the_others_have()
    {
        await newsroom.PublishAsync("en", "SCO Expo opens");
        await newsroom.PublishAsync("en", "SCO Expo closes");
        await newsroom.PublishAsync("de", "SCO Expo eröffnet");
        await newsroom.CatchUpAsync();
        var page = newsroom.Search("SCO Expo", "de");
        Assert.Equal(1, page.Total);
        Assert.Equal([new("en", 2), new("de", 1)], page.Facets.Languages);
        Assert.Equal(3, newsroom.Search("SCO Expo").Total);
    }

    [Fact]
    public async Task Each_facet_counts_with_the_other_filters_and_without_its_own()
    {
        var old = SearchNewsroom.Now.AddYears(-2);
        await newsroom.PublishAsync("en", "Expo one", zone: "scoda", topic: "trade");
        await newsroom.PublishAsync("en", "Expo two", zone: "scoda", topic: "logistics", at: old);
        await newsroom.PublishAsync("en", "Expo three", zone: "lianyungang", topic: "logistics");
        await newsroom.PublishAsync("en", "Other", zone: "lianyungang", topic: "logistics");
        await newsroom.CatchUpAsync();
        var (scoda, lianyungang) = (await newsroom.ZoneIdAsync("scoda"), await newsroom.ZoneIdAsync("lianyungang"));
        var (trade, logistics) = (await newsroom.TopicIdAsync("trade"), await newsroom.TopicIdAsync("logistics"));

        var page = newsroom.Index.Search(
            new SearchRequest("expo", SearchNewsroom.Languages, SearchNewsroom.Now) { ZoneId = scoda, TopicId = logistics });

        Assert.Equal("Expo two", Assert.Single(page.Hits).Headline.Aggregate("", (text, segment) => text + segment.Text));
        Assert.Equal([new(scoda, 1), new(lianyungang, 1)], page.Facets.Zones);
        Assert.Equal([new(trade, 1), new(logistics, 1)], page.Facets.Topics.OrderBy(t => t.Value == logistics));
        Assert.Equal([new FacetCount<int>(2024, 1)], page.Facets.Years);
        var inYear = newsroom.Index.Search(new SearchRequest("expo", SearchNewsroom.Languages, SearchNewsroom.Now) { Year = 2026 });
        Assert.Equal(2, inYear.Total);
        Assert.Equal([new FacetCount<int>(2026, 2), new FacetCount<int>(2024, 1)], inYear.Facets.Years);
    }

    [Fact]
    public async Task A_headline_counts_more_than_a_summary_and_that_more_than_the_body()
    {
        var body = await newsroom.PublishAsync("en", "First", "A railway opened.");
        var summary = await newsroom.PublishAsync("en", "Second", summary: "A railway opened.");
        var headline = await newsroom.PublishAsync("en", "A railway opened");
        await newsroom.CatchUpAsync();
        Assert.Equal([headline, summary, body], newsroom.Found("railway"));
    }

    [Fact]
    public async Task Of_equal_fits_the_newer_comes_first_and_a_much_better_fit_beats_a_newer_one()
    {
        var old = await newsroom.PublishAsync("en", "Railway opens", at: SearchNewsroom.Now.AddYears(-3));
        var fresh = await newsroom.PublishAsync("en", "Railway opens", at: SearchNewsroom.Now.AddDays(-2));
        var mention = await newsroom.PublishAsync("en", "Markets", "Rain, and a railway in between.", at: SearchNewsroom.Now.AddHours(-1));
        await newsroom.CatchUpAsync();
        Assert.Equal([fresh, old, mention], newsroom.Found("railway"));
        var newest = newsroom.Index.Search(
            new SearchRequest("railway", SearchNewsroom.Languages, SearchNewsroom.Now) { Order = SearchOrder.Newest });
        Assert.Equal([mention, fresh, old], newest.Hits.Select(hit => hit.ReleaseId));
    }

    [Fact]
    public async Task The_excerpt_shows_plain_text_with_the_hit_marked()
    {
        await newsroom.PublishAsync("en", "News", "## Trade\n\n- a **new** [railway](https://example.org/x)\n\n| a | b |\n|---|---|\n| one | two |");
        await newsroom.CatchUpAsync();
        var hit = Assert.Single(newsroom.Search("railway two").Hits);
        var text = string.Concat(hit.Excerpt.Segments.Select(segment => segment.Text));
        Assert.Equal(["railway", "two"], hit.Excerpt.Segments.Where(segment => segment.Hit).Select(segment => segment.Text));
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("**", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_a_page_out_of_range_is_the_nearest()
    {
        for (var i = 0; i < 7; i++)
            await newsroom.PublishAsync("en", "Expo", at: SearchNewsroom.Now.AddDays(-i - 1));
        await newsroom.CatchUpAsync();
        var pages = Enumerable.Range(1, 3).Select(Page).ToList();
        Assert.Equal(7, pages.SelectMany(page => page.Hits).Select(hit => hit.ReleaseId).Distinct().Count());
        Assert.All(pages, page => Assert.Equal((7, 3), (page.Total, page.LastPage)));
        Assert.Equal(3, Page(999).Page);
        Assert.Equal(1, Page(-5).Page);

        SearchPage Page(int number) => newsroom.Index.Search(
            new SearchRequest("expo", SearchNewsroom.Languages, SearchNewsroom.Now) { Page = number, PageSize = 3 });
    }

    [Fact]
    public async Task Any_text_gives_a_page()
    {
        await newsroom.PublishAsync("zh", "青岛港 SCO port");
        await newsroom.CatchUpAsync();
        string?[] odd =
        [
            null, "", " ", "\"", "\"\"\"", "*", "sco*", "^sco", "(sco", "sco)", "sco AND", "NOT sco", "OR", "NEAR(sco port, 2)", "headline:sco",
            "language : \"en\"", "{headline} : sco", "-sco", "+", "sco + port", "'; DROP TABLE words; --", "\0\u0001\u0007sco", "\uD800", "sco\uDC00port",
            new string('a', 10_240), new string('青', 10_240), new string('"', 10_240), string.Concat(Enumerable.Repeat("(\"sco ", 2000)), "😀", "½", "İ", "हिन्दी",
        ];
        Assert.All(odd, text => Assert.True(newsroom.Search(text).IsAvailable));
        Assert.Equal(1, newsroom.Search("\0sco\u0007 *port*").Total);

        var random = new Random(7);
        const string pieces = "\"*^():-+'\\{},. \0\uD800\uDC00ab青岛港ßёОRNAD1½";
        for (var i = 0; i < 2000; i++)
            newsroom.Search(string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)])));
    }

    [Fact]
    public async Task What_the_index_finds_the_excerpt_marks()
    {
        await newsroom.PublishAsync("de", "Hafengelände", "Die Häfen der Logistikzusammenarbeit und 1.225 Züge am 青岛港.");
        await newsroom.CatchUpAsync();
        foreach (var text in new[] { "Hafen", "häfen", "Logistik", "1225", "青岛", "港", "\"der Logistikzusammenarbeit\"", "Zug" })
        {
            var hit = Assert.Single(newsroom.Search(text, "de").Hits);
            Assert.Contains(hit.Headline.Concat(hit.Excerpt.Segments), segment => segment.Hit);
        }
    }
}
