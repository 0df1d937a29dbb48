using ScoPortal.Core.Translation.Clues;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Clues;

public class FiguresTests
{
    [Theory]
    [InlineData("en", "It handled 1,225 trains and 1.5 million tonnes", "Number 1225, Number 1500000")]
    [InlineData("de", "Sie fertigte 1.225 Züge und 1,5 Mio. Tonnen ab", "Number 1225, Number 1500000")]
    [InlineData("ru", "Обработано 1 225 поездов и 1,5 млн тонн", "Number 1225, Number 1500000")]
    [InlineData("zh", "开行1225列班列，运输150万吨", "Number 1225, Number 1500000")]
    [InlineData("fr", "Elle a traité 1 225 trains et 1,5 million de tonnes", "Number 1225, Number 1500000")]
    public void The_same_amounts_have_the_same_value_in_every_language(string language, string text, string expected) =>
        Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("en", "on June 18, 2021", "Date 2021-06-18")]
    [InlineData("en", "on 18 June", "Date --06-18")]
    [InlineData("en", "in June 2021.", "Date 2021-06")]
    [InlineData("en", "In July the port grew", "Date --07")]
    [InlineData("de", "am 18. Juni 2021", "Date 2021-06-18")]
    [InlineData("de", "am 18.06.2021", "Date 2021-06-18")]
    [InlineData("ru", "18 июня 2021 года", "Date 2021-06-18")]
    [InlineData("ru", "в июне 2021 года", "Date 2021-06")]
    [InlineData("ru", "в мае", "Date --05")]
    [InlineData("zh", "2021年6月18日", "Date 2021-06-18")]
    [InlineData("zh", "2021年6月", "Date 2021-06")]
    [InlineData("zh", "7月", "Date --07")]
    [InlineData("fr", "le 18 juin 2021", "Date 2021-06-18")]
    [InlineData("fr", "le 18/06/2021", "Date 2021-06-18")]
    [InlineData("en", "on 12/31/2021", "Date 2021-12-31")]
    public void Dates_are_read_with_as_much_as_they_say(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("en", "You may march on, article 5 may change", "Number 5")]
    [InlineData("ru", "маленький марш маятника", "")]
    [InlineData("de", "Die Mail an Maier", "")]
    public void A_word_that_looks_like_a_month_is_none(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("en", "two ports, twenty-five ships", "Number 2, Number 25")]
    [InlineData("en", "two hundred and fifty thousand people", "Number 250000")]
    [InlineData("en", "one of them, a thousand thanks", "Number 1000")]
    [InlineData("en", "one million visitors", "Number 1000000")]
    [InlineData("en", "hundreds of thousands", "")]
    [InlineData("de", "zwei Häfen, fünfundzwanzig Schiffe", "Number 2, Number 25")]
    [InlineData("de", "zweihundertfünfzigtausend Menschen", "Number 250000")]
    [InlineData("de", "zwei Millionen Besucher", "Number 2000000")]
    [InlineData("de", "ein Verein der Einheit, und hunderte", "")]
    [InlineData("ru", "двух портов, двадцать пять судов", "Number 2, Number 25")]
    [InlineData("ru", "двести пятьдесят тысяч человек", "Number 250000")]
    [InlineData("ru", "один из них, тысячи людей", "")]
    [InlineData("fr", "deux ports, vingt-cinq navires", "Number 2, Number 25")]
    [InlineData("zh", "三十列，两个港口，一千二百二十五万吨", "Number 30, Number 2, Number 12250000")]
    [InlineData("zh", "二〇二一年", "Number 2021")]
    [InlineData("zh", "十分感谢，万一，几十年，一个，千方百计", "")]
    public void Number_words_are_read_where_they_are_certain(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("en", "the 18th meeting, the second one", "Ordinal 18, Ordinal 2")]
    [InlineData("de", "das 18. Treffen, die achtzehnte Sitzung, im zweiten Jahr", "Ordinal 18, Ordinal 18, Ordinal 2")]
    [InlineData("de", "Es waren 20. Danach kamen mehr.", "Number 20")]
    [InlineData("ru", "18-е заседание, второго порта, двадцать третий", "Ordinal 18, Ordinal 2, Ordinal 23")]
    [InlineData("zh", "第十八次会议，第3号，20日，21世纪", "Ordinal 18, Ordinal 3, Ordinal 20, Ordinal 21")]
    [InlineData("fr", "la 18e réunion", "Ordinal 18")]
    public void Places_in_a_row_are_ordinals(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("en", "12.5 percent, 30%", "Percent 12.5, Percent 30")]
    [InlineData("en", "12.5 per cent", "Percent 12.5")]
    [InlineData("de", "12,5 Prozent, 30 %", "Percent 12.5, Percent 30")]
    [InlineData("ru", "12,5 процента, 30%", "Percent 12.5, Percent 30")]
    [InlineData("zh", "12.5%，百分之三十", "Percent 12.5, Percent 30")]
    public void Shares_are_told_from_counts(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("en", "at 3:30 p.m.", "Time 15:30")]
    [InlineData("de", "um 15.30 Uhr", "Time 15:30")]
    [InlineData("ru", "в 15:30", "Time 15:30")]
    [InlineData("zh", "下午3时30分", "Time 15:30")]
    [InlineData("zh", "会议12点开始，24点结束", "Time 12:00, Time 24:00")]
    public void Times_of_day_are_told_by_the_clock_of_24_hours(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("zh", "上证指数收于3012点", "Number 3012")]
    [InlineData("zh", "沪指报3000点，深指报3,012点", "Number 3000, Number 3012")]
    [InlineData("zh", "上涨100点，下跌0.5点，收于25点", "Number 100, Number 0.5, Number 25")]
    [InlineData("en", "it rose 1.5 pm and 3,012 am", "Number 1.5, Number 3012")]
    [InlineData("de", "stieg auf 20 am Montag", "Number 20")]
    [InlineData("de", "um 12:30 am Montag", "Time 12:30")]
    [InlineData("de", "von 12.30 am Tag", "Number 12.3")]
    public void Points_of_an_index_and_numbers_before_am_are_no_times(string language, string text, string expected) => Assert.Equal(expected, Said(text, language));

    [Theory]
    [InlineData("亿亿亿亿")]
    [InlineData("九千万亿亿亿亿亿")]
    [InlineData("1000000000亿亿亿")]
    [InlineData("兆兆兆")]
    public void No_number_is_read_from_a_quadrillion_up(string text) =>
        Assert.All(Figures.In(text, "zh"), f => Assert.True(f.Value.Length <= 15, f.Value));

    [Fact]
    public void Whatever_the_text_figures_are_read_in_order_and_within_it()
    {
        string[] pieces =
        [
            .. "0123456789０९٣亿億兆万千百十零〇一二两九第几分点時年月日.,:/-–' \u00a0%％G".Select(c => c.ToString()), "999", "99999999999", "00", "百分之", "下午", "Uhr", "am", "p.m.", "Mio.", "Billionen",
            "trillion", "million", "hundred", "and", "nine", "ninth", "neunhundertneunundneunzigtausend", "tausend", "hundert", "und", "zwei", "триллион", "тысяч", "девяносто", "-го", "June", "мая", "Juni", "31",
            "2021", "percent", "per cent", " ",
        ];
        var random = new Random(15);
        for (var round = 0; round < 4_000; round++)
        {
            var text = string.Concat(random.GetItems(pieces, random.Next(1, 30)));
            foreach (var language in (string[])["en", "de", "ru", "zh", "fr", "fa"])
            {
                var end = 0;
                foreach (var figure in Figures.In(text, language))
                {
                    Assert.True(figure.Start >= end && figure.Length > 0 && figure.Value.Length > 0, text);
                    end = figure.Start + figure.Length;
                }

                Assert.True(end <= text.Length, text);
            }
        }
    }

    [Theory]
    [InlineData("G20, COVID-19, A320 and 5G are names", "")]
    [InlineData("version 2.2.1", "Number 2.2.1")]
    [InlineData("1.234.567 or 1,234,567", "Number 1234567, Number 1234567")]
    [InlineData("1,5 and 1.5", "Number 1.5, Number 1.5")]
    [InlineData("call 00491234567890123456789", "Number 00491234567890123456789")]
    public void Without_a_known_language_general_rules_hold(string text, string expected) => Assert.Equal(expected, Said(text, "xx"));

    [Theory]
    [InlineData("en", "about 1.5 million tonnes", "1.5 million")]
    [InlineData("de", "rund 1,5 Mio. Tonnen", "1,5 Mio.")]
    [InlineData("zh", "约1亿2000万人", "1亿2000万")]
    [InlineData("en", "it took 12 % of them", "12 %")]
    [InlineData("en", "that was in June 2021.", "June 2021")]
    public void A_figure_says_where_it_stands(string language, string text, string written)
    {
        var figure = Assert.Single(Figures.In(text, language));

        Assert.Equal(written, text.Substring(figure.Start, figure.Length));
    }

    [Fact]
    public void Chinese_units_add_up() => Assert.Equal("Number 120000000", Said("1亿2000万人", "zh"));

    private static string Said(string text, string language) =>
        string.Join(", ", Figures.In(text, language).Select(f => $"{f.Kind} {f.Value}"));
}
