using ScoPortal.Core.Translation;
using Xunit;

namespace ScoPortal.Core.Tests.Translation;

public class BlockAlignerTests
{
    private static readonly Block[] English = [Text(300), Heading(20), Text(420), Text(350), Heading(25), Text(380)];

    [Fact]
    public void A_faithful_translation_is_aligned_one_to_one_even_when_three_times_shorter()
    {
        var chinese = English.Select(b => b with { Length = b.Length / 3 }).ToArray();

        Assert.Equal(["0:0", "1:1", "2:2", "3:3", "4:4", "5:5"], Beads(English, chinese));
    }

    [Fact]
    public void A_paragraph_that_the_translation_left_out_stands_alone()
    {
        Block[] german = [Text(330), Heading(22), Text(450), Heading(28), Text(410)];

        Assert.Equal(["0:0", "1:1", "2:2", "3:", "4:3", "5:4"], Beads(English, german));
    }

    [Fact]
    public void Two_paragraphs_that_became_one_stand_beside_it()
    {
        Block[] german = [Text(310), Heading(20), Text(790), Heading(25), Text(390)];

        Assert.Equal(["0:0", "1:1", "2,3:2", "4:3", "5:4"], Beads(English, german));
    }

    [Fact]
    public void Nothing_is_aligned_with_nothing()
    {
        Assert.Empty(Beads([], []));
        Assert.Equal(["0:", "1:"], Beads([Text(10), Text(20)], []));
        Assert.Equal([":0"], Beads([], [Text(10)]));
    }

    [Fact]
    public void Every_block_is_in_exactly_one_bead_and_in_order()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (source, target) = (Any(random), Any(random));

            var beads = BlockAligner.Align(source, target);

            Assert.Equal(Enumerable.Range(0, source.Length), beads.SelectMany(b => Numbers(b.Source, source.Length)));
            Assert.Equal(Enumerable.Range(0, target.Length), beads.SelectMany(b => Numbers(b.Target, target.Length)));
        }
    }

    [Fact]
    public void Texts_too_long_to_align_are_put_beside_each_other()
    {
        var endless = Enumerable.Repeat(Text(100), BlockAligner.Most + 1).ToArray();

        var beads = BlockAligner.Align(endless, [Text(100)]);

        Assert.Equal(endless.Length, beads.Count);
        Assert.Equal(new Bead(0..1, 0..1), beads[0]);
        Assert.Equal(new Bead(1000..1001, 1..1), beads[^1]);
    }

    private static Block Text(int length) => new(length, IsHeading: false);

    private static Block Heading(int length) => new(length, IsHeading: true);

    private static Block[] Any(Random random) =>
        [.. Enumerable.Range(0, random.Next(0, 9)).Select(_ => new Block(random.Next(0, 900), random.Next(4) == 0))];

    private static IEnumerable<string> Beads(Block[] source, Block[] target) =>
        BlockAligner.Align(source, target).Select(b =>
            $"{string.Join(',', Numbers(b.Source, source.Length))}:{string.Join(',', Numbers(b.Target, target.Length))}");

    private static IEnumerable<int> Numbers(Range range, int length)
    {
        var (start, count) = range.GetOffsetAndLength(length);
        return Enumerable.Range(start, count);
    }
}
