using ScoPortal.Core.Translation.Aligning;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Aligning;

public class RunningTextTests
{
    [Fact]
    public void Paragraphs_end_at_empty_lines_and_all_of_both_texts_comes_back()
    {
        const string english = "A port grows\n\nThe port of Kazan has 12 cranes. It had 7 before.\n\nTrade is up.";
        const string german = "Ein Hafen wächst\r\n\r\nDer Hafen von Kasan hat 12 Kräne; vorher waren es 7.\r\n\r\nDer Handel nimmt zu.";

        var aligned = RunningText.Align(english, "en", german, "de");

        Assert.Equal([0, 1, 1, 2], aligned.Source.Sentences.Select(s => s.Paragraph));
        Assert.Equal([0..1, 1..3, 3..4], aligned.Beads.Select(b => b.Source));
        Assert.Equal([0..1, 1..2, 2..3], aligned.Beads.Select(b => b.Target));
    }

    [Theory]
    [InlineData("en", "Port of Kazan buys twelve new cranes The port of Kazan has bought cranes.", "Port of Kazan buys twelve new cranes")]
    [InlineData("de", "Hafen von Kasan kauft zwölf neue Kräne Der Hafen von Kasan hat Kräne gekauft.", "Hafen von Kasan kauft zwölf neue Kräne")]
    [InlineData("ru", "Порт Казани купил двенадцать кранов Порт Казани сообщил о покупке кранов.", "Порт Казани купил двенадцать кранов")]
    public void A_title_without_its_line_break_is_a_sentence_of_its_own(string language, string text, string title) =>
        Assert.Equal(title, Sentences.Split(text, language)[0].In(text));

    [Theory]
    [InlineData("en", "He read in The Lancet about it and wrote to The Times on the same day.")]
    [InlineData("en", "The film \"Night train to The East\" was shown to all of the guests on board.")]
    [InlineData("de", "Das berichtete am Montag unter Berufung auf den Hafen auch die Zeitung der Stadt Kasan.")]
    [InlineData("ru", "Об этом заявил на встрече с жителями глава города Казани Иван Петров в понедельник.")]
    public void Names_inside_a_sentence_are_no_titles(string language, string text) => Assert.Single(Sentences.Split(text, language));

    [Fact]
    public void A_title_that_the_other_language_sets_apart_is_cut_off()
    {
        const string english = "Kazan buys 12 cranes for its port. Mayor Petrov announced the purchase of the cranes on 5 June in Moscow.";
        const string russian = "Казань покупает 12 кранов для порта Мэр Петров объявил о покупке кранов 5 июня в Москве.";

        var aligned = RunningText.Align(english, "en", russian, "ru");

        Assert.Equal(["Казань покупает 12 кранов для порта", "Мэр Петров объявил о покупке кранов 5 июня в Москве."], aligned.Target.Sentences.Select(s => s.Text));
        Assert.Equal([0..1, 1..2], aligned.Beads.Select(b => b.Target));
    }
}
