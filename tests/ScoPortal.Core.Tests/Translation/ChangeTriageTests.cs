using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation;

public class ChangeTriageTests
{
    [Fact]
    public void An_unchanged_sentence_asks_nothing() =>
        Assert.Equal(ChangeWeight.None, ChangeTriage.Of("The port grew.", "The port grew.", "en"));

    [Theory]
    [InlineData("en", "The port grew, officials said.", "The port grew  officials said")]
    [InlineData("en", "He called it \"open\".", "He called it “open”.")]
    [InlineData("en", "The port **grew** fast.", "The port grew fast.")]
    [InlineData("en", "The port loaded 150,000 tonnes.", "The port loaded 150\u00A0000 tonnes.")]
    [InlineData("en", "The Belt-and-Road routes grew.", "The Belt and Road routes grew.")]
    [InlineData("de", "Der Hafen wächst - auch im Winter.", "Der Hafen wächst – auch im Winter!")]
    [InlineData("ru", "Порт растёт, сообщили власти.", "Порт растет — сообщили власти.")]
    [InlineData("zh", "港口增长,官员说。", "港口增长，官员说。")]
    public void Punctuation_case_spacing_and_quotes_are_minor(string language, string before, string after) =>
        Assert.Equal(ChangeWeight.Minor, ChangeTriage.Of(before, after, language));

    [Theory]
    [InlineData("en", "The port grew quickly last year.", "The harbour grew rapidly last year.")]
    [InlineData("en", "On Monday 5 ships came to the port.", "5 ships came to the port on Monday.")]
    [InlineData("de", "Der Hafen ist schnell gewachsen.", "Der Hafen ist zügig gewachsen.")]
    [InlineData("de", "Die Waren kommen mit der Bahn.", "Die Güter kommen mit der Bahn.")]
    [InlineData("de", "Zwei Millionen Tonnen Güter kamen an.", "Zwei Millionen Tonnen Waren kamen an.")]
    [InlineData("ru", "Порт быстро растёт в этом году.", "Гавань стремительно растёт в этом году.")]
    [InlineData("ru", "Участники посетили порт Циндао.", "Участник посетил порт Циндао.")]
    [InlineData("zh", "港口发展很快。", "港口发展迅速。")]
    [InlineData("zh", "市长方伟主持会议。", "市长方伟出席会议。")]
    [InlineData("zh", "港口非常繁忙。", "港口十分繁忙。")]
    public void Wording_should_be_looked_at(string language, string before, string after) =>
        Assert.Equal(ChangeWeight.Should, ChangeTriage.Of(before, after, language));

    [Theory]
    [InlineData("en", "The port loaded 120 trains.", "The port loaded 130 trains.")]
    [InlineData("en", "It met on the second day of June.", "It met on the third day of June.")]
    [InlineData("ru", "Форум пройдёт 5 июня.", "Форум пройдёт 5 июля.")]
    [InlineData("de", "Die Zone wuchs um 1,5 Prozent.", "Die Zone wuchs um 15 Prozent.")]
    [InlineData("zh", "港口装运120列班列。", "港口装运130列班列。")]
    [InlineData("en", "Trade grew from 5 to 8 per cent.", "Trade grew from 8 to 5 per cent.")]
    [InlineData("en", "It costs $5 a tonne.", "It costs €5 a tonne.")]
    public void Another_number_must_be_followed(string language, string before, string after) =>
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of(before, after, language));

    [Theory]
    [InlineData("en", "The meeting was chaired by Fang Wei.", "The meeting was chaired by Fang Lin.")]
    [InlineData("en", "The meeting took place in Qingdao yesterday.", "The meeting took place in Tianjin yesterday.")]
    [InlineData("en", "Qingdao held the meeting.", "Tianjin held the meeting.")]
    [InlineData("de", "Die Leitung hatte Bürgermeister Fang Wei.", "Die Leitung hatte Bürgermeister Fang Lin.")]
    [InlineData("de", "Die Gäste kamen aus Kasachstan.", "Die Gäste kamen aus Usbekistan.")]
    [InlineData("ru", "С речью выступил Владимир Норов.", "С речью выступил Рашид Алимов.")]
    [InlineData("ru", "Заседание ШОС прошло в порту.", "Заседание ЕАЭС прошло в порту.")]
    [InlineData("zh", "市长方伟主持会议。", "市长李强主持会议。")]
    [InlineData("zh", "会议在青岛举行。", "会议在天津举行。")]
    [InlineData("zh", "诺罗夫秘书长致辞。", "阿利莫夫秘书长致辞。")]
    public void Another_name_must_be_followed(string language, string before, string after) =>
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of(before, after, language));

    [Theory]
    [InlineData("en", "The port will open in spring.", "The port will not open in spring.")]
    [InlineData("en", "The trade was legal.", "The trade was illegal.")]
    [InlineData("de", "Das Treffen ist öffentlich.", "Das Treffen ist nicht öffentlich.")]
    [InlineData("de", "Es gibt eine Einigung.", "Es gibt keine Einigung.")]
    [InlineData("ru", "Соглашение подписано.", "Соглашение не подписано.")]
    [InlineData("ru", "Это возможно сегодня.", "Это невозможно сегодня.")]
    [InlineData("zh", "双方达成协议。", "双方未达成协议。")]
    public void A_negation_must_be_followed(string language, string before, string after) =>
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of(before, after, language));

    [Fact]
    public void Another_address_must_be_followed_and_another_scheme_is_minor()
    {
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of("More at port.example.com/a.", "More at port.example.com/b.", "en"));
        Assert.Equal(ChangeWeight.Minor, ChangeTriage.Of("More at http://port.example.com/.", "More at https://port.example.com.", "en"));
    }

    [Fact]
    public void A_new_sentence_and_one_that_is_gone_must_be_followed()
    {
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of("", "The port grew.", "en"));
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of("The port grew.", " ", "en"));
    }

    [Fact]
    public void Numbers_that_change_places_must_be_followed_names_that_move_with_their_clause_need_not()
    {
        Assert.Equal(ChangeWeight.Must, ChangeTriage.Of("The ship from Qingdao sailed to Dalian.", "The ship from Dalian sailed to Qingdao.", "en"));
        Assert.Equal(ChangeWeight.Should, ChangeTriage.Of("In Qingdao the ministers met again.", "The ministers met again in Qingdao.", "en"));
    }
}
