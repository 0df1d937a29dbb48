using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Core.Tests.Stories;

public class SuggestionTests
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_pair_is_the_same_pair_from_both_sides()
    {
        var (there, back) = (Copy(12, 7), Copy(7, 12));

        Assert.Equal((12, 7), (there.ReleaseId, there.OtherId));
        Assert.Equal((12, 7), (back.ReleaseId, back.OtherId));
        Assert.Equal((SuggestionState.Open, (string?)null), (there.State, there.DecidedBy));
    }

    [Fact]
    public void No_release_is_a_copy_of_itself() => Assert.Throws<ArgumentException>(() => Copy(7, 7));

    private static Suggestion Copy(int first, int second) => new(SuggestionKind.SyndicatedCopy, first, second, 0.9, "{}", Morning);
}
