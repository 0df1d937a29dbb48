using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Search;
using Xunit;

namespace ScoPortal.Core.Tests.Search;

public class TextAnalyzerTests
{
    [Theory]
    [InlineData("青岛港", "青岛 岛港 港")]
    [InlineData("港", "港")]
    [InlineData("在青岛，合作", "在青 青岛 岛 合作 作")]
    [InlineData("5G网络", "5g 网络 络")]
    [InlineData("2025年6月", "2025 年 6 月")]
    [InlineData("二〇二五年", "二〇 〇二 二五 五年 年")]
    [InlineData("ｶﾞｿﾘﾝ", "カソ ソリ リン ン")]
    [InlineData("SCODA示范区", "scoda 示范 范区 区")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    public void Chinese_and_Japanese_runs_become_pairs_and_their_last_character(string text, string tokens) =>
        Assert.Equal(tokens, Words(text, "zh"));

    [Theory]
    [InlineData("1,225", "1225")]
    [InlineData("1.225", "1225")]
    [InlineData("1\u00A0225\u00A0000 т", "1225000 т")]
    [InlineData("1.225,50", "1225 50")]
    [InlineData("3.5", "3 5")]
    [InlineData("25.12.2025", "25 12 2025")]
    [InlineData("1,2255", "1 2255")]
    [InlineData("m²", "m2")]
    [InlineData("COVID-19", "covid 19")]
    [InlineData("ШОС/SCO", "шос sco")]
    [InlineData("ШОСSCO", "шос sco")]
    [InlineData("Zusam\u00ADmen\u00ADarbeit", "zusammenarbeit")]
    [InlineData("a\u200Bb", "a b")]
    [InlineData("a\uD800b", "a b")]
    [InlineData("‘port’ “zone” (hub)", "port zone hub")]
    public void Numbers_and_odd_joints_are_cut_sensibly(string text, string tokens) =>
        Assert.Equal(tokens, Words(text, "xx"));

    [Fact]
    public void Tokens_say_where_they_stand_in_the_original()
    {
        const string text = "Der Ha\u0308fen-Verbund von 1.225 t im 青岛港!";
        var found = TextAnalyzer.Analyze(text, "de").Select(token => text.Substring(token.Start, token.Length));
        Assert.Equal(["Der", "Ha\u0308fen", "Verbund", "von", "1.225", "t", "im", "青岛", "岛港", "港"], found);
    }

    [Fact]
    public void A_word_of_any_length_has_a_short_index_form()
    {
        var token = Assert.Single(TextAnalyzer.Analyze(new string('а', 100_000), "ru"));
        Assert.True(token.Text.Length <= TextAnalyzer.MaxTokenLength);
        Assert.Equal(100_000, token.Length);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("fa")]
    public void Any_string_gives_ordered_tokens_within_it_that_hold_no_ASCII_punctuation(string language) =>
        Prop.ForAll(OddText.Arbitrary, text =>
        {
            var tokens = TextAnalyzer.Analyze(text, language);
            Assert.All(tokens, token =>
            {
                Assert.NotEmpty(token.Text);
                Assert.InRange(token.Start, 0, text.Length - 1);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                Assert.DoesNotContain(token.Text, c => c < 0x80 && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c));
                Assert.Equal(token.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(token.Text)));
            });
            Assert.Equal(tokens.OrderBy(token => token.Start), tokens);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_change_of_the_analysis_asks_for_a_new_version()
    {
        const string sample = "The ports’ 1,225 containers were shipped; Häfen, Straßenzüge und neue Lueneburger Güter; "
            + "логистики, ёмкостей, подписавшись, важнейшими; 青岛港2025年 ＳＣＯ ｶﾞ m² کِتاب ½ O'Neil 3.5 COVID-19";
        var forms = string.Join('\n', new[] { "en", "de", "ru", "zh" }.Select(language => Words(sample, language)));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(forms)))[..16];
        Assert.Equal((1, "7aae69dbfe34c923"), (TextAnalyzer.Version, fingerprint));
    }

    private static string Words(string text, string language) => string.Join(' ', TextAnalyzer.Analyze(text, language).Select(token => token.Text));
}
