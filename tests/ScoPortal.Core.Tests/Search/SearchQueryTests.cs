using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Search;
using Xunit;

namespace ScoPortal.Core.Tests.Search;

public class SearchQueryTests
{
    [Theory]
    [InlineData("en", "port cities", "\"port\" AND \"citi\"")]
    [InlineData("en", "\"port cities\" Qingdao", "\"port\" + \"citi\" AND \"qingdao\"")]
    [InlineData("en", "COVID-19", "\"covid\" + \"19\"")]
    [InlineData("zh", "青岛", "\"青岛\"")]
    [InlineData("zh", "青岛港", "\"青岛\" + \"岛港\"")]
    [InlineData("zh", "港", "\"港\" *")]
    [InlineData("zh", "2025年", "\"2025\" + \"年\" *")]
    [InlineData("zh", "「青岛港 2025」", "\"青岛\" + \"岛港\" + \"港\" + \"2025\"")]
    [InlineData("de", "Logistik", "\"logistik\" *")]
    [InlineData("de", "Hafen", "(\"haf\" OR \"hafen\" *)")]
    [InlineData("de", "Bau im Rat", "\"bau\" AND \"im\" AND \"rat\"")]
    [InlineData("de", "„Logistik der Häfen“", "\"logistik\" + \"der\" + \"haf\"")]
    [InlineData("ru", "логистики «морского порта»", "\"логистик\" AND \"морск\" + \"порт\"")]
    [InlineData("en", "ports port PORTS", "\"port\"")]
    [InlineData("en", "China AND Pakistan OR NEAR(trade*)", "\"china\" AND \"pakistan\" AND \"near\" + \"trade\"")]
    [InlineData("en", "title: -trade ^x", "\"titl\" AND \"trade\" AND \"x\"")]
    [InlineData("en", "\"port cities", "\"port\" AND \"citi\"")]
    public void A_query_reads_as_words_and_phrases(string language, string raw, string expression) =>
        Assert.Equal(expression, Clauses(SearchQuery.Parse(raw), language));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\0 ")]
    [InlineData("\"\" * () ^ : - 😀")]
    [InlineData("\uD83D")]
    public void Nothing_to_search_for_is_an_empty_query(string? raw)
    {
        var query = SearchQuery.Parse(raw);
        Assert.True(query.IsEmpty);
        Assert.Equal("", Clauses(query, "en"));
    }

    [Fact]
    public void A_word_that_only_looks_like_an_operator_is_searched() =>
        Assert.Equal("\"or\"", Clauses(SearchQuery.Parse("OR"), "en"));

    [Fact]
    public void The_same_words_are_asked_of_each_text_in_its_own_language()
    {
        var query = SearchQuery.Parse("Häfen");
        Assert.Equal("\"hafen\"", Clauses(query, "en"));
        Assert.Equal("(\"haf\" OR \"hafen\" *)", Clauses(query, "de"));
    }

    [Fact]
    public void Long_input_is_cut_to_the_documented_limits()
    {
        var query = SearchQuery.Parse(string.Concat(Enumerable.Range(0, 3000).Select(i => $"w{i} ")));
        Assert.Equal(SearchQuery.MaxTokens, query.In("en").Count);
        Assert.True(query.Text.Length <= SearchQuery.MaxLength);
        var run = SearchQuery.Parse(new string('青', 10_240));
        Assert.Equal(SearchQuery.MaxTokens, Assert.Single(run.In("zh")).Tokens.Count);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    public void Any_string_gives_quoted_tokens_and_nothing_else(string language) =>
        Prop.ForAll(OddText.Arbitrary, raw =>
        {
            var query = SearchQuery.Parse(raw);
            Assert.Matches("""^(\(?"[^\x00-/:-`{-\x7F]+"(( \+ | \*| AND | OR |\))+|$|(?=\))))*$""", Clauses(query, language));
            Assert.Equal(query.IsEmpty, Clauses(query, language).Length == 0);
            Assert.True(query.In(language).Sum(clause => clause.Tokens.Count) <= SearchQuery.MaxTokens);
            Assert.DoesNotContain(query.Text, c => char.IsControl(c));
        }).QuickCheckThrowOnFailure();

    private static string Clauses(SearchQuery query, string language) => string.Join(" AND ", query.In(language));
}
