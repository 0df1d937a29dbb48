using Xunit;

namespace ScoPortal.Core.Tests;

public class SequenceTests
{
    [Fact]
    public void Things_come_in_the_order_wanted_and_what_was_added_meanwhile_follows()
    {
        Assert.Equal([3, 1, 2, 4], Sequence.Arrange([1, 2, 3, 4], i => i, [3, 9, 1, 3]));
        Assert.Equal([1, 2], Sequence.Arrange([1, 2], i => i, []));
    }

    [Fact]
    public void A_step_moves_one_and_stops_at_the_ends()
    {
        Assert.Equal([2, 1, 3], Sequence.Step([1, 2, 3], 2, -1));
        Assert.Equal([1, 3, 2], Sequence.Step([1, 2, 3], 2, 1));
        Assert.Equal([1, 2, 3], Sequence.Step([1, 2, 3], 1, -1));
        Assert.Equal([1, 2, 3], Sequence.Step([1, 2, 3], 3, 1));
        Assert.Equal([1, 2, 3], Sequence.Step([1, 2, 3], 7, 1));
    }
}
