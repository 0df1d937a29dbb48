using System.Text.RegularExpressions;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

public class PatternTests
{
    // By backtracking, the age of the universe would not do.
    private const string Slow = "^(?<word>a|aa)+(?<end>!)";

    private static readonly string Hostile = new('a', 50_000);

    [Fact]
    public void A_text_made_to_be_slow_is_read_by_the_automaton()
    {
        var pattern = Pattern.New(Slow);

        Assert.Equal(4, pattern.Match("AAA!").Length);
        Assert.False(pattern.IsLinear);
        Assert.False(pattern.IsMatch(Hostile));
        Assert.True(pattern.IsLinear);
    }

    [Fact]
    public void The_automaton_goes_when_it_has_read_a_million_characters()
    {
        var (pattern, harmless) = (Pattern.New(Slow), new string('b', 600_000));
        pattern.IsMatch(Hostile);

        pattern.IsMatch(harmless);
        Assert.True(pattern.IsLinear);
        pattern.IsMatch(harmless);
        Assert.False(pattern.IsLinear);
        Assert.False(pattern.IsMatch(Hostile));
        Assert.True(pattern.IsLinear);
    }

    [Fact]
    public void Both_ways_find_the_same()
    {
        var pattern = Pattern.Exact(Slow);
        var text = Hostile + "!";

        Assert.Equal("0 4 a !", Shown(pattern.Match("aaa!")));
        Assert.False(pattern.IsMatch(Hostile));

        Assert.True(pattern.IsLinear);
        Assert.Equal("0 4 a !", Shown(pattern.Match("aaa!")));
        Assert.Equal(text.Length, pattern.Match(text).Length);
    }

    [Fact]
    public void Whatever_is_asked_of_it_ends_and_is_answered_whole()
    {
        const string slow = "x(?:a|aa)+!|b";
        var text = $"b x{Hostile} b";

        Assert.Equal([0, text.Length - 1], Pattern.Exact(slow).Matches(text).Select(m => m.Index));
        Assert.Equal(2, Pattern.Exact(slow).Count(text));
        Assert.Equal(["", $" x{Hostile} ", ""], Pattern.Exact(slow).Split(text));
        Assert.Equal($"c x{Hostile} c", Pattern.Exact(slow).Replace(text, "c"));
        Assert.Equal($"B x{Hostile} B", Pattern.Exact(slow).Replace(text, m => m.Value.ToUpperInvariant()));
        Assert.Equal(1, Pattern.Exact(slow).FirstLength(text.AsSpan(1)));
    }

    private static string Shown(Match match) => $"{match.Index} {match.Length} {match.Groups["word"].Value} {match.Groups["end"].Value}";
}
