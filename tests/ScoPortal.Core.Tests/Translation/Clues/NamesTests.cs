using ScoPortal.Core.Translation.Clues;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Clues;

public class NamesTests
{
    [Theory]
    [InlineData("Норов", "Norov")]
    [InlineData("Норовым", "Norow")]
    [InlineData("Меркель", "Merkel")]
    [InlineData("Зеленский", "Selenskyj")]
    [InlineData("Зеленского", "Zelensky")]
    [InlineData("Джонсон", "Johnson")]
    [InlineData("Хабаровск", "Khabarovsk")]
    [InlineData("президентом", "president")]
    public void A_name_in_Cyrillic_is_the_name_in_Latin(string russian, string other) =>
        Assert.NotEmpty(Keys(russian, "ru", ClueKind.Word).Intersect(Keys(other, "en", ClueKind.Word)));

    [Theory]
    [InlineData("Норов", "Petrov")]
    [InlineData("Меркель", "Macron")]
    public void Two_names_are_two(string russian, string other) =>
        Assert.Empty(Keys(russian, "ru", ClueKind.Word).Intersect(Keys(other, "en", ClueKind.Word)));

    [Theory]
    [InlineData("会议由方伟主持", "chaired by Fang Wei")]
    [InlineData("向雪龙致辞", "Xiang Xuelong spoke")]
    [InlineData("在連雲港舉行", "held in Lianyungang")]
    public void A_Chinese_name_is_known_by_how_it_is_read(string chinese, string english) =>
        Assert.NotEmpty(Keys(chinese, "zh", ClueKind.Pinyin).Intersect(Keys(english, "en", ClueKind.Pinyin)));

    [Theory]
    [InlineData("卡特琳表示", "said Katrin")]
    [InlineData("记者塞巴斯蒂安报道", "Sebastian reports")]
    public void A_foreign_name_in_Chinese_characters_keeps_its_consonants(string chinese, string english) =>
        Assert.NotEmpty(Keys(chinese, "zh", ClueKind.Sound).Intersect(Keys(english, "en", ClueKind.Sound)));

    [Theory]
    [InlineData("en", "the Kazakh side and Moscow")]
    [InlineData("de", "die kasachische Seite und Moskau")]
    [InlineData("ru", "казахстанская сторона и в Москве")]
    [InlineData("zh", "哈萨克斯坦和莫斯科")]
    [InlineData("fr", "la partie kazakhe et Moscou")]
    public void Countries_and_cities_are_the_same_in_every_language(string language, string text)
    {
        var places = Keys(text, language, ClueKind.Place);

        Assert.Contains("Kazakhstan", places);
        Assert.Contains("Moscow", places);
    }

    [Fact]
    public void An_address_is_known_with_and_without_its_path()
    {
        var links = Keys("See https://www.harbour.example/desk, or write to desk@harbour.example.", "en", ClueKind.Link);

        Assert.Equal(["harbour.example/desk", "harbour.example", "desk@harbour.example"], links);
    }

    [Fact]
    public void Glossary_terms_and_German_compounds_are_found_inflected()
    {
        var table = new WordTable();
        table.Add("de", "Hafen", 1);
        table.Add("de", "Verwaltung", 2);
        table.Add("en", "belt and road", 3);
        table.Add("zh", "一带一路", 3);

        Assert.Equal([1, 2], table.In("der Hafenverwaltungen", "de").Select(h => h.Concept));
        Assert.Equal(new WordHit(4, 13, 3), Assert.Single(table.In("the Belt and Road", "en")));
        Assert.Equal(new WordHit(2, 4, 3), Assert.Single(table.In("共建一帶一路", "zh")));
    }

    private static List<string> Keys(string text, string language, ClueKind kind) =>
        [.. ClueReader.Read(text, language).Where(c => c.Kind == kind).Select(c => c.Key)];
}
