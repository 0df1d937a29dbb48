using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Segments;

public class SegmentDiffTests
{
    [Fact]
    public void Sentences_that_are_new_gone_changed_and_moved_along_are_told_apart()
    {
        Assert.Equal(
            ["0>0 None", "1>1 Must", ">2 Must", "2>3 None", "3> Must"],
            Changes("The port opened. It has 12 berths. Ships come. All is over.", "The port opened. It has 14 berths. Trains leave at noon. Ships come."));
    }

    [Fact]
    public void In_a_text_of_thousands_of_sentences_one_more_in_front_moves_nothing_else()
    {
        var many = Enumerable.Range(0, 1500).Select(i => $"Sentence {i} says {i}.").ToList();
        string[] longer = ["A new one.", .. many.Take(1499), "Sentence 1499 says 7."];

        var changes = Changes(string.Join(' ', many), string.Join(' ', longer)).Where(c => !c.EndsWith("None", StringComparison.Ordinal));

        Assert.Equal([">0 Must", "1499>1500 Must"], changes);
    }

    [Fact]
    public void Minor_revisions_weigh_nothing_and_what_is_changed_back_neither()
    {
        (ReleaseContent, bool)[] revisions = [(Text("One is 1. Two is 2. Three is 3."), false), (Text("One is 9. Two is 2. Three is 3."), true),
            (Text("One is 9. Two is 8. Three is 7."), false), (Text("One is 9. Two is 8. Three is 3."), false)];

        Assert.Equal([ChangeWeight.None, ChangeWeight.Must, ChangeWeight.None], SegmentHistory.Through(revisions, "en").Select(c => c.Weight));
    }

    private static IEnumerable<string> Changes(string before, string after) =>
        SegmentDiff.Between(Segmentation.Of(Text(before), "en"), Segmentation.Of(Text(after), "en"), "en").Select(c => $"{c.Before}>{c.After} {c.Weight}");

    private static ReleaseContent Text(string body) => new() { Headline = "", Body = body };
}
