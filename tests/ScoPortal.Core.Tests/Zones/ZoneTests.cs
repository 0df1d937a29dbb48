using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;
using Xunit;

namespace ScoPortal.Core.Tests.Zones;

public class ZoneTests
{
    private static readonly Source Tass = new() { Name = "TASS, January 2026" };

    private readonly Zone port = new("port", ZoneMark.Circle, 34.6, 119.2);

    [Fact]
    public void A_zone_moves_and_changes_its_mark_but_not_off_the_Earth()
    {
        port.Locate(ZoneMark.Diamond, -33.9, 151.2);

        Assert.Throws<ArgumentOutOfRangeException>(() => port.Locate(ZoneMark.Square, 90.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => port.Locate(ZoneMark.Square, 0, -180.1));
        Assert.Equal((ZoneMark.Diamond, -33.9, 151.2), (port.Mark, port.Latitude, port.Longitude));
    }

    [Fact]
    public void Figures_that_one_is_taken_from_close_up()
    {
        var (first, second, third, fourth) = (Figure(1), Figure(2), Figure(3), Figure(4));
        foreach (var figure in (KeyFigure[])[first, second, third])
            port.Add(figure);

        port.Remove(first);
        port.Add(fourth);

        Assert.Equal([(2m, 0), (3m, 1), (4m, 2)], port.Figures.OrderBy(f => f.Order).Select(f => (f.Value, f.Order)));
    }

    [Fact]
    public void A_figure_is_stated_anew_and_unsaid_in_one_language()
    {
        var trains = Figure(1225);
        trains.Say("en", "trains", null);
        trains.Say("zh", "列车", "列");

        trains.Restate(1300.5m, PartialDate.Year(2026), FigureQualifier.About, Tass);
        trains.Unsay("en");

        Assert.Equal((1300.5m, FigureQualifier.About, "2026"), (trains.Value, trains.Qualifier, $"{trains.AsOf}"));
        Assert.Equal(["zh"], trains.Texts.Select(t => t.Language));
    }

    [Fact]
    public void A_zone_works_on_exactly_the_topics_that_are_named()
    {
        var (trade, rail, sea) = (new Topic("trade", 0), new Topic("rail", 1), new Topic("sea", 2));
        port.FocusOn(trade, rail);

        port.FocusOn(rail, sea, sea);

        Assert.Equal(["rail", "sea"], port.FocusTopics.Select(t => t.Key));
    }

    [Fact]
    public void What_was_said_of_a_zone_can_be_taken_back()
    {
        port.FoundedOn(PartialDate.Year(2013), Tass);
        port.Describe("de", new ProfileText { Name = "Hafen", ShortName = "Hafen", Kicker = "Hafen" });
        var opening = new Milestone(PartialDate.Year(2014), Tass);
        port.Add(opening);

        port.FoundingUnknown();
        port.Undescribe("de");
        port.Remove(opening);

        Assert.Null(port.Founded);
        Assert.Null(port.FoundedSource);
        Assert.Empty(port.Profiles);
        Assert.Empty(port.Milestones);
    }

    [Fact]
    public void A_topic_goes_only_when_no_story_is_filed_under_it()
    {
        Topic.RequireUnused(0);

        var broken = Assert.Throws<RuleException>(() => Topic.RequireUnused(13));

        Assert.Equal(("Rule.TopicInUse", 13), (broken.Rule, broken.Values[0]));
    }

    private static KeyFigure Figure(decimal value) => new(value, null, FigureQualifier.Exact, Tass);
}
