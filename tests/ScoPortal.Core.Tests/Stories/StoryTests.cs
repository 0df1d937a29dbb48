using ScoPortal.Core.Stories;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;
using Xunit;

namespace ScoPortal.Core.Tests.Stories;

public class StoryTests
{
    private static readonly Zone Qingdao = new("scoda", ZoneMark.Diamond, 36.3, 120);
    private static readonly Zone Lianyungang = new("lianyungang", ZoneMark.Circle, 34.6, 119.2);
    private static readonly Topic Rail = new("port-rail", 1);
    private static readonly Topic Trade = new("modern-trade", 2);

    [Fact]
    public void A_story_has_one_release_in_a_language_and_no_more()
    {
        var story = new Story();
        var german = story.Draft("de", Cast.Text("Züge"), Cast.Anna);

        Assert.Equal("Rule.LanguageTaken", Cast.Rule(() => story.Draft("de", Cast.Text("Bahn"), Cast.Anna)));
        Assert.Equal([german], story.Releases);
        Assert.Same(german, story.In("de"));
        Assert.Null(story.In("ru"));
    }

    [Fact]
    public void A_linked_release_belongs_to_the_new_story_and_no_longer_to_the_old()
    {
        var german = Cast.Draft("de");
        var (old, story) = (german.Story, Cast.Draft("zh").Story);

        story.Link(german);

        Assert.Same(story, german.Story);
        Assert.Equal(["zh", "de"], story.Releases.Select(r => r.Language));
        Assert.Empty(old.Releases);
    }

    [Fact]
    public void A_release_is_not_linked_where_its_language_is_taken()
    {
        var (first, second) = (Cast.Draft("de"), Cast.Draft("de"));
        var own = second.Story;

        Assert.Equal("Rule.LanguageTaken", Cast.Rule(() => first.Story.Link(second)));

        Assert.Same(own, second.Story);
        Assert.Equal([second], own.Releases);
    }

    [Fact]
    public void Linking_what_is_linked_changes_nothing()
    {
        var german = Cast.Draft("de");

        german.Story.Link(german);

        Assert.Equal([german], german.Story.Releases);
    }

    [Fact]
    public void An_unlinked_release_keeps_zones_topics_and_date_in_a_story_of_its_own()
    {
        var story = Cast.Draft("zh").Story;
        var german = story.Draft("de", Cast.Text("Züge"), Cast.Anna);
        story.FileUnder([Qingdao], [Rail]);
        story.HappenedOn(PartialDate.Parse("2021-04"));

        var alone = story.Unlink(german);

        Assert.Same(alone, german.Story);
        Assert.Equal(["zh"], story.Releases.Select(r => r.Language));
        Assert.Equal([Qingdao], alone.Zones);
        Assert.Equal([Rail], alone.Topics);
        Assert.Equal(PartialDate.Parse("2021-04"), alone.EventDate);
    }

    [Fact]
    public void The_only_release_of_a_story_and_that_of_another_are_not_unlinked()
    {
        var (german, chinese) = (Cast.Draft("de"), Cast.Draft("zh"));

        Assert.Equal("Rule.OnlyVersion", Cast.Rule(() => german.Story.Unlink(german)));
        Assert.Equal("Rule.NotOfThisStory", Cast.Rule(() => german.Story.Unlink(chinese)));
    }

    [Fact]
    public void A_merge_takes_over_releases_zones_topics_date_and_relations()
    {
        var (story, other, before) = (Cast.Draft("de").Story, Cast.Draft("zh").Story, new Story());
        other.Draft("en", Cast.Text("Trains"), Cast.Anna);
        story.FileUnder([Qingdao], [Rail]);
        other.FileUnder([Lianyungang, Qingdao], [Trade]);
        other.HappenedOn(PartialDate.Year(2021));
        other.Relate(RelationKind.FollowUp, before);
        other.Relate(RelationKind.SameEvent, story);
        story.Relate(RelationKind.SameEvent, other);

        story.Merge(other);

        Assert.Equal(["de", "zh", "en"], story.Releases.Select(r => r.Language));
        Assert.All(story.Releases, r => Assert.Same(story, r.Story));
        Assert.Equal([Qingdao, Lianyungang], story.Zones);
        Assert.Equal([Rail, Trade], story.Topics);
        Assert.Equal(PartialDate.Year(2021), story.EventDate);
        var relation = Assert.Single(story.Relations);
        Assert.Equal((RelationKind.FollowUp, before), (relation.Kind, relation.Other));
        Assert.Empty(other.Releases);
        Assert.Empty(other.Relations);
    }

    [Fact]
    public void A_merge_happens_whole_or_not_at_all()
    {
        var (story, other) = (Cast.Draft("de").Story, Cast.Draft("zh").Story);
        other.Draft("de", Cast.Text("Bahn"), Cast.Anna);
        other.FileUnder([Qingdao], []);

        Assert.Equal("Rule.LanguageTaken", Cast.Rule(() => story.Merge(other)));

        Assert.Equal(["de"], story.Releases.Select(r => r.Language));
        Assert.Equal(["zh", "de"], other.Releases.Select(r => r.Language));
        Assert.Empty(story.Zones);
    }

    [Fact]
    public void A_story_merged_with_itself_stays_as_it_is()
    {
        var story = Cast.Draft("de").Story;

        story.Merge(story);

        Assert.Single(story.Releases);
    }

    [Fact]
    public void A_relation_is_noted_once_and_never_to_itself()
    {
        var (story, other) = (new Story(), new Story());

        story.Relate(RelationKind.FollowUp, other);
        story.Relate(RelationKind.FollowUp, other);
        story.Relate(RelationKind.SameEvent, other);
        story.Relate(RelationKind.SameEvent, story);

        Assert.Equal([RelationKind.FollowUp, RelationKind.SameEvent], story.Relations.Select(r => r.Kind));
    }

    [Fact]
    public void Filing_replaces_what_was_there_and_counts_each_once()
    {
        var story = new Story();
        story.FileUnder([Qingdao], [Rail]);

        story.FileUnder([Lianyungang, Lianyungang], []);

        Assert.Equal([Lianyungang], story.Zones);
        Assert.Empty(story.Topics);
    }
}
