using System.Diagnostics;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>Passages of an original go into the text made of it, and out of it.</summary>
public class WireStoryTests
{
    private const string Original = """
        A quay for trains

        The quay was opened on Friday.

        It has two *long* tracks and
        a signal box.

        Trains leave at noon.
        """;

    private const string First = "The quay was opened on Friday.";
    private const string Second = @"It has two \*long\* tracks and a signal box.";
    private const string Third = "Trains leave at noon.";

    private static string All => $"{First}\n\n{Second}\n\n{Third}";

    [Theory]
    [InlineData("It has two *long* tracks and\na signal box.", First + "\n\n" + Third)]
    [InlineData("a signal box.\n\nTrains leave at noon.", First + "\n\n" + @"It has two \*long\* tracks and")]
    [InlineData("*long* ", First + "\n\n" + @"It has two tracks and a signal box." + "\n\n" + Third)]
    [InlineData("A quay for trains\n\nThe quay was opened on Friday.", Second + "\n\n" + Third)]
    [InlineData("A quay for trains", First + "\n\n" + Second + "\n\n" + Third)]
    [InlineData(" \n", First + "\n\n" + Second + "\n\n" + Third)]
    public void What_is_no_part_of_the_story_is_taken_out_of_its_text(string passage, string left) =>
        Assert.Equal(left, WireStory.Remove(All, passage));

    [Theory]
    [InlineData("[1]\n2\nin\nMenu")]
    [InlineData("in")]
    [InlineData("19")]
    [InlineData("000")]
    [InlineData("China")]
    [InlineData("Menu\nade in Chi\nShare")]
    public void Words_and_numbers_stay_whole_and_what_stands_twice_is_not_guessed_at(string passage)
    {
        const string Body = "Growth was 7 per cent in 2019, and 1,000 trains came to China.\n\nTrade in China grew.";

        Assert.Equal(Body, WireStory.Remove(Body, passage));
    }

    [Theory]
    [InlineData("7", "Growth was per cent.\n\nShare\n\n增长百分之七。")]
    [InlineData("Menu\nShare\n7 per", "Growth was 7 per cent.\n\n增长百分之七。")]
    [InlineData("百分之", "Growth was 7 per cent.\n\nShare\n\n增长七。")]
    [InlineData("Growth was 7 per c", "ent.\n\nShare\n\n增长百分之七。")]
    public void A_short_passage_goes_where_it_is_a_word_or_a_paragraph_and_a_long_one_as_it_was_selected(string passage, string left) =>
        Assert.Equal(left, WireStory.Remove("Growth was 7 per cent.\n\nShare\n\n增长百分之七。", passage));

    [Fact]
    public void A_selection_of_many_lines_is_taken_out_in_linear_time()
    {
        var lines = Enumerable.Range(0, 8_000).Select(i => $"The wagon {i} left the yard.").ToArray();
        var clock = Stopwatch.StartNew();

        var left = WireStory.Remove(string.Join(' ', lines), string.Join("\nMenu\n", lines.Where((_, i) => i % 2 == 0)));

        Assert.Equal(string.Join(' ', lines.Where((_, i) => i % 2 == 1)), left);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("It has two *long* tracks and\na signal box.", First + "\n\n" + Third, First + "\n\n" + Second + "\n\n" + Third)]
    [InlineData("The quay was opened on Friday.", Third, First + "\n\n" + Third)]
    [InlineData("Trains leave at noon.", First, First + "\n\n" + Third)]
    [InlineData("Trains leave at noon.", "", Third)]
    [InlineData("Trains leave at noon.", First + "\n\n" + Third, First + "\n\n" + Third)]
    public void What_belongs_to_the_story_is_put_in_its_place(string passage, string body, string whole) =>
        Assert.Equal(whole, WireStory.Add(body, Original, Original.IndexOf(passage, StringComparison.Ordinal), passage.Length));
}
