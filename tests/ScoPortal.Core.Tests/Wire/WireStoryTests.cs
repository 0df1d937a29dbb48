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
    [InlineData("It has two *long* tracks and\na signal box.", First + "\n\n" + Third, First + "\n\n" + Second + "\n\n" + Third)]
    [InlineData("The quay was opened on Friday.", Third, First + "\n\n" + Third)]
    [InlineData("Trains leave at noon.", First, First + "\n\n" + Third)]
    [InlineData("Trains leave at noon.", "", Third)]
    [InlineData("Trains leave at noon.", First + "\n\n" + Third, First + "\n\n" + Third)]
    public void What_belongs_to_the_story_is_put_in_its_place(string passage, string body, string whole) =>
        Assert.Equal(whole, WireStory.Add(body, Original, Original.IndexOf(passage, StringComparison.Ordinal), passage.Length));
}
