using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Web.Text;
using Xunit;

namespace ScoPortal.Web.Tests.Text;

public class TextDiffTests
{
    private static readonly string[] Pieces = ["The train", "left.", " ", "\n\n", "列车", "开行", "，", "\n", "\u00ad", "Поезд", "\ud83d\ude82", "\ud800", "1,600", "a"];

    [Fact]
    public void A_changed_word_is_the_only_thing_marked() =>
        Assert.Equal("The [-first-][+second+] train left.", Marked("The first train left.", "The second train left."));

    [Fact]
    public void In_Chinese_each_character_is_compared_for_itself() =>
        Assert.Equal("今年开行[-一-][+两+]千列", Marked("今年开行一千列", "今年开行两千列"));

    [Fact]
    public void A_paragraph_put_in_is_new_and_those_around_it_are_the_same() =>
        Assert.Equal(
            [(Side.Both, true), (Side.After, false), (Side.Both, true)],
            TextDiff.Rows("First of all.\n\nLast of all.", "First of all.\n\nSomething else.\n\nLast of all.").Select(r => (r.Side, r.IsSame)));

    [Fact]
    public void A_changed_paragraph_stands_beside_what_it_was_even_when_another_was_put_before_it()
    {
        var rows = TextDiff.Rows("The train left Qingdao on Monday.", "Weather.\n\nThe train left Qingdao on Tuesday.");

        Assert.Equal([Side.After, Side.Both], rows.Select(r => r.Side));
        Assert.Equal("The train left Qingdao on Monday.", string.Concat(rows[1].On(Side.Before).Select(p => p.Text)));
    }

    [Fact]
    public void Nothing_beside_something_is_all_new() =>
        Assert.Equal([new Piece(Side.After, "Mayor Fang Wei")], Assert.Single(TextDiff.Rows(null, "Mayor Fang Wei")).Pieces);

    [Fact]
    public void Each_side_can_be_read_from_the_pieces_whatever_the_texts() =>
        Prop.ForAll(Texts(), Texts(), (before, after) =>
        {
            var pieces = TextDiff.ByWord(before, after);
            Assert.Equal(before, string.Concat(pieces.Where(p => p.Side != Side.After).Select(p => p.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(p => p.Side != Side.Before).Select(p => p.Text)));

            var rows = TextDiff.Rows(before, after);
            foreach (var (side, text) in new[] { (Side.Before, before), (Side.After, after) })
                Assert.Equal(TextDiff.Paragraphs(text), rows.Where(r => r.Side == Side.Both || r.Side == side).Select(r => string.Concat(r.On(side).Select(p => p.Text))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(30));

    [Fact]
    public void Two_long_texts_without_a_word_in_common_are_compared_all_the_same()
    {
        var before = string.Join(' ', Enumerable.Range(0, 50_000).Select(n => $"a{n}"));
        var after = string.Join(' ', Enumerable.Range(0, 50_000).Select(n => $"b{n}"));

        Assert.Equal([Side.Before, Side.After], TextDiff.ByWord(before, after).Select(p => p.Side));
    }

    [Theory]
    [InlineData("The train left Qingdao.", 4, 1)]
    [InlineData("列车从青岛开出。", 7, 1)]
    [InlineData("上合组织SCO在2021年", 8, 1)]
    [InlineData("", 0, 1)]
    public void Words_are_counted_and_characters_of_Chinese(string text, int words, int minutes) =>
        Assert.Equal((words, minutes), Words.Count(text));

    [Fact]
    public void Reading_takes_a_minute_for_two_hundred_words_and_begun_minutes_count() =>
        Assert.Equal((401, 3), Words.Count(string.Join(' ', Enumerable.Repeat("word", 401))));

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    private static string Marked(string before, string after) => string.Concat(TextDiff.ByWord(before, after).Select(p => p.Side switch
    {
        Side.Before => $"[-{p.Text}-]",
        Side.After => $"[+{p.Text}+]",
        _ => p.Text,
    }));
}
