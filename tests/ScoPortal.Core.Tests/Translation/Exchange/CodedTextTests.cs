using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Translation.Exchange;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Exchange;

public class CodedTextTests
{
    [Fact]
    public void Any_sentence_becomes_codes_and_the_same_sentence_again() =>
        Prop.ForAll(SomeSentences.Arbitrary, sentence => CodedText.Of(sentence).ToString() == sentence && CodedText.Plain(sentence).ToString() == sentence)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Codes_are_numbered_from_one_and_pairs_are_nested() => Prop.ForAll(SomeSentences.Arbitrary, sentence =>
    {
        var (open, highest) = (new Stack<int>(), 0);
        foreach (var code in CodedText.Of(sentence).Codes)
        {
            if (code.Role == CodeRole.Close)
                Assert.Equal(open.Pop(), code.Id);
            else
                Assert.Equal(++highest, code.Id);
            if (code.Role == CodeRole.Open)
                open.Push(code.Id);
        }

        Assert.Empty(open);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(7, 7, 4)]
    [InlineData(7, 5, 3)]
    [InlineData(20_000, 20_000, 10_000)]
    public void Long_runs_pair_from_within(int before, int after, int pairs)
    {
        var text = CodedText.Of($"{new string('*', before)}a{new string('*', after)}");

        Assert.Equal(pairs, text.Codes.Count(c => c.Role == CodeRole.Close));
        Assert.Equal(before + 1 + after, text.ToString().Length);
    }

    [Theory]
    [InlineData("The **port** grew", "The {1}port{/1} grew")]
    [InlineData("The *port* and __two__ _more_", "The {1}port{/1} and {2}two{/2} {3}more{/3}")]
    [InlineData("***Both*** at once", "{1}{2}Both{/2}{/1} at once")]
    [InlineData("**bold *and italic* text**", "{1}bold {2}and italic{/2} text{/1}")]
    [InlineData("5 * 3 = 15, snake_case_name, 2 ** 3", "5 * 3 = 15, snake_case_name, 2 ** 3")]
    [InlineData("See [the **report**](https://example.org/a_b_c \"Its title\").", "See {1}the {2}report{/2}{/1}.")]
    [InlineData("A ![crane at *dusk*](/media/1.jpg) above", "A {1}crane at {2}dusk{/2}{/1} above")]
    [InlineData("A link of [brackets [inside] it](<a b>)", "A link of {1}brackets [inside] it{/1}")]
    [InlineData("[no link] (so) and [sic]", "[no link] (so) and [sic]")]
    [InlineData("Run `git *add* .` now", "Run {1} now")]
    [InlineData("Run ``a ` b`` and ` alone", "Run {1} and ` alone")]
    [InlineData("At <https://example.org/?a=1> or https://example.org/b. Then", "At {1} or {2}. Then")]
    [InlineData("(https://example.org/a_(b))", "({1})")]
    [InlineData("**https://example.org**", "{1}{2}{/1}")]
    [InlineData("网址 https://example.org/a。谢谢", "网址 {1}。谢谢")]
    [InlineData("first  \nsecond\\\nthird\nfourth", "first{1}second{2}third\nfourth")]
    [InlineData("10 \\* 3 \\| x &nbsp;% &c; R&D", "10 {1} 3 {2} x {3}% &c; R&D")]
    [InlineData("A note[^2] and a star*", "A note{1} and a star{2}")]
    [InlineData("**Half of a pair.", "{1}Half of a pair.")]
    [InlineData("The [first half.", "The {1}first half.")]
    [InlineData("Second half](https://example.org) of it", "Second half{1} of it")]
    [InlineData("A [link [in](a) a](b) link", "A [link {1}in{/1} a](b) link")]
    [InlineData("*a **b* c**", "{1}a {2}{3}b{/3} c{/2}{/1}")]
    [InlineData("bell\u0007 and `\u0001`", "bell{1} and `{2}`")]
    [InlineData("<b>raw</b> is text", "<b>raw</b> is text")]
    public void Marks_are_codes_and_the_rest_is_text(string markdown, string shown)
    {
        var text = CodedText.Of(markdown);

        Assert.Equal(shown, Shown(text));
        Assert.Equal(markdown, text.ToString());
    }

    [Fact]
    public void A_translation_has_the_numbers_of_its_source()
    {
        var source = CodedText.Of("The **port** at [its site](https://example.org) has *two* cranes");
        var target = CodedText.Of("*Zwei* Kräne hat auf [seiner Website](https://example.org) der **Hafen**, `neu`");

        Assert.Equal("{3}Zwei{/3} Kräne hat auf {2}seiner Website{/2} der {1}Hafen{/1}, {4}", Shown(target.NumberedAs(source)));
    }

    [Fact]
    public void A_hostile_sentence_is_read_in_reasonable_steps()
    {
        foreach (var piece in new[] { "*a ", "a**b_c ", "[", "![", "](", "[a](", "`" + new string('`', 3) + " ", "&a", "https://a**", "<a:", "]", "_", "*", "((((" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 40_000));
            Assert.Equal(text, CodedText.Of(text).ToString());
        }
    }

    // Where work grows with the square of the marks each of these takes minutes.
    [Fact]
    public void A_link_asks_nothing_of_all_the_pictures_that_are_begun_before_it()
    {
        var text = string.Concat(Enumerable.Repeat("![", 500_000)) + string.Concat(Enumerable.Repeat("[a](b)", 150_000));

        Assert.Equal(150_000, CodedText.Of(text).Codes.Count(c => c is { Role: CodeRole.Close, Kind: CodeKind.Link }));
    }

    [Fact]
    public void A_link_in_a_picture_in_a_link_leaves_the_outer_one_text()
    {
        Assert.Equal("[{1}{2}a{/2}{/1}](d) {3}e{/3}", Shown(CodedText.Of("[![[a](b)](c)](d) [e](f)")));
        Assert.Equal("[x [y {1}a{/1}](c)] {2}e{/2}", Shown(CodedText.Of("[x [y [a](b)](c)] [e](f)")));
    }

    internal static string Shown(CodedText text) => string.Concat(text.Parts.Select(p => p.IsText ? p.Text : p.Role == CodeRole.Close ? $"{{/{p.Id}}}" : $"{{{p.Id}}}"));
}
