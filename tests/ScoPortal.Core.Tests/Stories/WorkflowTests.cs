using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Core.Tests.Stories;

/// <summary>What becomes of a release between approval and readers, and of a whole story.</summary>
public class WorkflowTests
{
    private static readonly DateTimeOffset Now = Cast.Monday;
    private static readonly DateTimeOffset Friday = Now.AddDays(4);

    private static Edit Translator => new("T. Ivanova", Now.AddHours(1), AccountId: 7, MayPublish: false);

    [Fact]
    public void What_somebody_changes_who_may_not_publish_is_looked_at_again()
    {
        var approved = Approved();
        approved.Save(Cast.Text("Trains", "Other words."), 1, Translator);
        var scheduled = Approved();
        scheduled.Publish(Friday, Now);
        scheduled.Save(Cast.Text("Trains", "Other words."), 1, Translator);

        Assert.Equal((ReleaseState.InReview, null), (approved.State, approved.PublishAt));
        Assert.Equal((ReleaseState.InReview, null), (scheduled.State, scheduled.PublishAt));
    }

    [Fact]
    public void An_editor_answers_for_what_he_changes_and_it_stays_approved_or_scheduled()
    {
        var approved = Approved();
        approved.Save(Cast.Text("Trains", "Other words."), 1, Cast.ChenALittleLater);
        var scheduled = Approved();
        scheduled.Publish(Friday, Now);
        scheduled.Save(Cast.Text("Trains", "Other words."), 1, Cast.ChenALittleLater);

        Assert.Equal(ReleaseState.Approved, approved.State);
        Assert.True(scheduled.IsScheduled(Now));
    }

    [Fact]
    public void Saving_without_a_change_sends_nothing_back()
    {
        var approved = Approved();

        approved.Save(approved.Content, 1, Translator);

        Assert.Equal(ReleaseState.Approved, approved.State);
    }

    [Fact]
    public void What_readers_have_only_those_change_who_may_publish()
    {
        var release = Cast.Published();

        Assert.Equal("Rule.PublicText", Cast.Rule(() => release.Save(Cast.Text("Trains", "Other words."), 1, Translator)));
        Assert.Equal((1, ReleaseState.Published), (release.RevisionNumber, release.State));
    }

    [Fact]
    public void Nothing_is_published_before_its_embargo_ends()
    {
        var release = Approved();
        release.Embargo(Friday, Now);

        Assert.Equal("Rule.Embargo", Cast.Rule(() => release.Publish(Friday.AddMinutes(-1), Now)));
        Assert.Equal(ReleaseState.Approved, release.State);
    }

    [Fact]
    public void Without_a_time_it_goes_out_when_its_embargo_ends_and_at_once_without_one()
    {
        var (kept, free, over) = (Approved(), Approved(), Approved());
        kept.Embargo(Friday, Now);
        over.Embargo(Now.AddHours(-1), Now.AddHours(-2));

        foreach (var release in new[] { kept, free, over })
            release.Publish(null, Now);

        Assert.Equal((Friday, Now, Now), (kept.PublishAt!.Value, free.PublishAt!.Value, over.PublishAt!.Value));
    }

    [Fact]
    public void A_schedule_is_moved_and_lifted_before_its_time_and_not_after()
    {
        var release = Approved();
        release.Publish(Friday, Now);

        release.Reschedule(Friday.AddDays(1), Now);
        Assert.Equal(Friday.AddDays(1), release.PublishAt);
        Assert.Equal("Rule.NotScheduled", Cast.Rule(() => release.Unschedule(Friday.AddDays(1))));
        Assert.Equal("Rule.NotScheduled", Cast.Rule(() => release.Reschedule(Friday.AddDays(2), Friday.AddDays(1))));
        release.Unschedule(Now);

        Assert.Equal((ReleaseState.Approved, null), (release.State, release.PublishAt));
    }

    [Fact]
    public void A_schedule_is_not_moved_into_the_embargo()
    {
        var release = Approved();
        release.Embargo(Friday, Now);
        release.Publish(null, Now);

        Assert.Equal("Rule.Embargo", Cast.Rule(() => release.Reschedule(Friday.AddDays(-1), Now)));
        Assert.Equal(Friday, release.PublishAt);
    }

    [Fact]
    public void What_has_lost_its_text_since_it_was_approved_is_not_published()
    {
        var release = Approved();
        release.Save(Cast.Text("Trains", " "), 1, Cast.ChenALittleLater);

        Assert.Equal("Rule.Incomplete", Cast.Rule(() => release.Publish(null, Now)));
    }

    [Fact]
    public void What_is_only_scheduled_is_not_withdrawn()
    {
        var release = Approved();
        release.Publish(Friday, Now);

        Assert.Equal("Rule.NotPublic", Cast.Rule(() => release.Withdraw("It was never so.", Now)));
    }

    [Fact]
    public void A_story_goes_out_with_its_approved_versions_and_leaves_the_others()
    {
        var story = new Story();
        var (english, german, russian) = (Approved(story, "en"), Approved(story, "de"), story.Draft("ru", Cast.Text("Поезда"), Cast.Anna));

        Assert.Equal([english, german], story.Publish(null, Now));
        Assert.Equal((true, true, ReleaseState.Draft), (english.IsPublic(Now), german.IsPublic(Now), russian.State));
        Assert.Equal("Rule.NothingApproved", Cast.Rule(() => story.Publish(null, Now)));
    }

    [Fact]
    public void A_story_is_withdrawn_in_each_language_with_a_reason_in_it()
    {
        var story = new Story();
        var (english, german, russian) = (Approved(story, "en"), Approved(story, "de"), Approved(story, "ru"));
        story.Publish(Now, Now);
        var chinese = Approved(story, "zh");
        chinese.Publish(Friday, Now);
        Dictionary<string, string> reasons = new() { ["en"] = "Never so.", ["de"] = "War nie so." };

        Assert.Equal("Rule.NoteMissing", Cast.Rule(() => story.Withdraw(reasons, Now)));
        russian.Withdraw("Этого не было.", Now);
        story.Withdraw(reasons, Now);

        Assert.Equal(("Never so.", "War nie so.", "Этого не было."), (english.WithdrawnReason, german.WithdrawnReason, russian.WithdrawnReason));
        Assert.Equal((ReleaseState.Approved, null), (chinese.State, chinese.PublishAt));
        Assert.Equal("Rule.NotPublic", Cast.Rule(() => story.Withdraw(reasons, Now)));
    }

    [Fact]
    public void A_relation_is_taken_back()
    {
        var (story, other) = (new Story(), new Story());
        story.Relate(RelationKind.FollowUp, other);
        story.Relate(RelationKind.SameEvent, other);

        story.Unrelate(RelationKind.FollowUp, other);

        Assert.Equal([RelationKind.SameEvent], story.Relations.Select(r => r.Kind));
    }

    private static Release Approved(Story? story = null, string language = "en")
    {
        var release = (story ?? new Story()).Draft(language, Cast.Text("Trains"), Cast.Anna);
        release.Submit(Now);
        release.Approve(Now);
        return release;
    }
}
