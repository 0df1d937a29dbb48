using ScoPortal.Core.Translation.Aligning;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Aligning;

public class SentencesTests
{
    [Theory]
    [InlineData("en", "The zone opened in 2018. | It covers 4.5 sq km. | Dr. J. F. Hill of Acme Inc. praised it.")]
    [InlineData("en", "Trade with the U.S. rose by 3.5 percent. | Is that much? | Yes!")]
    [InlineData("en", "He moved to the U.S. | The port stayed.")]
    [InlineData("en", "“We are open,” said he. | “Will you come?” asked she. | (All are welcome.) | See No. 5 and Fig. 3 on p. 12.")]
    [InlineData("en", "Read [our plan. Is it new?](https://example.org/a.b?c=d. \"Plan. Two\") today. | **It is.** | `A. B` stays.")]
    [InlineData("en", "1. The first point… | And then more... | Visit www.example.org. | https://example.org/x.html has it.")]
    [InlineData("en", "They signed (at 5 p.m. on Jan. 6) the pact. | iPhone sales rose.")]
    [InlineData("de", "Am 19. Juni begann der 2. Hafentag mit ca. 150 Gästen, z. B. aus Kasan. | Am 20. Juni endete er.")]
    [InlineData("de", "Es kostet 1,5 Mio. Euro bzw. 2 Mrd. Yuan. | Das ist viel.")]
    [InlineData("de", "„Wir kommen.“ | „Wann?“, fragte er. | „Bald“, sagte sie. | Ludwig XIV. Preis galt Prof. Dr. Kern.")]
    [InlineData("de", "Es waren 150. | Die Zahl steigt, vgl. Abs. 3 und Nr. 7.")]
    [InlineData("ru", "В. В. Путин прибыл в г. Циндао 9 июня 2018 г. | Он выступил на ул. Мира, д. 5. | Рост составил 1,5 млн руб. и т. д.")]
    [InlineData("ru", "«Мы открылись!» — сказал он. | «Приедете?» | А. С. Ким ответил: «Да». | См. ст. 14 и рис. 2.")]
    [InlineData("fr", "« Venez ! » | M. Petit arrive. | Mme Grand part à 5 h. | Elle rit.")]
    [InlineData("fr", "Il dit : « Venez ! » et part. | L'usine ouvre, cf. art. 5.")]
    [InlineData("zh", "青岛港开通新航线。|它好吗？|“很好。”|他说：“我们会来！”|（完）")]
    [InlineData("zh", "增长1.5%，达3.2亿元……还会更多。|《你好！青岛》上映。|See ASP.NET.")]
    [InlineData("fa", "این خبر است. | آیا درست است؟ | بله.")]
    [InlineData("xx", "One. | Two! | Three?")]
    public void A_paragraph_falls_into_its_sentences(string language, string marked)
    {
        var sentences = marked.Split('|', StringSplitOptions.TrimEntries);
        var text = language == "zh" ? string.Concat(sentences) : string.Join(' ', sentences);

        Assert.Equal(sentences, Sentences.Split(text, language).Select(s => s.In(text)));
    }

    [Fact]
    public void A_stop_without_its_space_still_parts_sentences()
    {
        const string text = "The train left the port.The next one waits at Qingdao.cn for Node.js now.";

        Assert.Equal(["The train left the port.", "The next one waits at Qingdao.cn for Node.js now."], Sentences.Split(text, "en").Select(s => s.In(text)));
    }

    [Fact]
    public void A_blank_line_always_parts() => Assert.Equal(2, Sentences.Split("A title\n\nand more", "en").Count);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("")]
    public void Whatever_the_text_each_character_is_in_exactly_one_sentence(string language)
    {
        const string letters = "aB.5 \n\t。！？…\"“”„«»()[]*_`《》!?г.Drё\\#<>-–";
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)]));
            var spans = Sentences.Split(text, language);
            var at = 0;
            foreach (var span in spans)
            {
                Assert.True(span.Length > 0 && span.Start >= at, text);
                Assert.True(string.IsNullOrWhiteSpace(text[at..span.Start]), text);
                Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]), text);
                at = span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..]), text);
        }
    }

    // Would take hours if any of these were quadratic.
    [Theory]
    [InlineData("[a. ")]
    [InlineData(".((((")]
    [InlineData("`a. ")]
    [InlineData("《a。")]
    [InlineData("](a ")]
    [InlineData(". . ")]
    [InlineData("(! ")]
    [InlineData("\n x")]
    [InlineData("....")]
    [InlineData("1111")]
    [InlineData(".  \t")]
    public void A_text_of_a_million_characters_is_split_in_one_pass(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 250_000));

        Assert.NotEmpty(Sentences.Split(text, "en"));
    }
}
