using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Core.Tests.Stories;

public class ReleaseTests
{
    private static readonly DateTimeOffset Now = Cast.Monday.AddDays(1);

    private static readonly Dictionary<string, Action<Release>> Verbs = new()
    {
        ["submit"] = r => r.Submit(Now),
        ["approve"] = r => r.Approve(Now),
        ["return"] = r => r.Return(Now),
        ["publish"] = r => r.Publish(Now, Now),
        ["correct"] = r => r.Correct("The date was wrong.", Now),
        ["withdraw"] = r => r.Withdraw("It was never so.", Now),
    };

    public static TheoryData<ReleaseState, string> Allowed => new()
    {
        { ReleaseState.Draft, "submit" },
        { ReleaseState.InReview, "approve return" },
        { ReleaseState.Approved, "publish return" },
        { ReleaseState.Published, "correct withdraw" },
        { ReleaseState.Corrected, "correct withdraw" },
        { ReleaseState.Withdrawn, "" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void From_each_state_only_some_verbs_lead_on(ReleaseState state, string allowed)
    {
        var possible = Verbs.Where(verb =>
        {
            var release = InState(state);
            try
            {
                verb.Value(release);
                return true;
            }
            catch (RuleException)
            {
                Assert.Equal(state, release.State);
                return false;
            }
        }).Select(verb => verb.Key);

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), possible.Order());
    }

    [Fact]
    public void A_release_without_headline_or_text_is_not_approved()
    {
        var story = new Story();
        foreach (var content in new[] { Cast.Text(""), Cast.Text("Trains", "  ") })
        {
            var release = story.Draft(content.Headline.Length == 0 ? "en" : "de", content, Cast.Anna);
            release.Submit(Now);
            Assert.Equal("Rule.Incomplete", Cast.Rule(() => release.Approve(Now)));
        }
    }

    [Fact]
    public void A_scheduled_release_becomes_public_by_the_passing_of_time()
    {
        var release = InState(ReleaseState.Approved);
        var at = Now.AddDays(30);

        release.Publish(at.ToOffset(TimeSpan.FromHours(8)), Now);

        Assert.Equal((true, false), (release.IsScheduled(Now), release.IsPublic(Now)));
        Assert.Equal((false, true), (release.IsScheduled(at), release.IsPublic(at)));
        Assert.Equal(TimeSpan.Zero, release.PublishAt!.Value.Offset);
    }

    [Fact]
    public void A_scheduled_release_can_be_sent_back_but_not_corrected()
    {
        var release = InState(ReleaseState.Approved);
        release.Publish(Now.AddDays(30), Now);

        Assert.Equal("Rule.NotPublic", Cast.Rule(() => release.Correct("The date was wrong.", Now)));
        release.Return(Now);

        Assert.Equal((ReleaseState.Draft, null), (release.State, release.PublishAt));
    }

    [Fact]
    public void A_release_that_readers_have_is_not_sent_back() =>
        Assert.Equal("Rule.WrongState", Cast.Rule(() => Cast.Published().Return(Now)));

    [Fact]
    public void A_correction_says_in_public_which_revision_puts_it_right()
    {
        var release = Cast.Published();
        release.Save(Cast.Text("Trains from Qingdao", "1,225 trains."), 1, Cast.ChenALittleLater);

        var correction = release.Correct("It was 1,225 trains.", Now);

        Assert.Equal((ReleaseState.Corrected, true), (release.State, release.IsPublic(Now)));
        Assert.Equal(("It was 1,225 trains.", 2, Now), (correction.Note, correction.RevisionNumber, correction.At));
        Assert.Equal([correction], release.Corrections);
        Assert.Equal(2, release.Revisions.Count);
    }

    [Fact]
    public void A_correction_and_a_withdrawal_must_say_why()
    {
        Assert.Equal("Rule.NoteMissing", Cast.Rule(() => Cast.Published().Correct(" ", Now)));
        Assert.Equal("Rule.NoteMissing", Cast.Rule(() => Cast.Published().Withdraw("", Now)));
    }

    [Fact]
    public void A_withdrawn_release_is_public_no_more_and_cannot_be_edited()
    {
        var release = Cast.Published();

        release.Withdraw("It was never so.", Now);

        Assert.Equal((false, Now, "It was never so."), (release.IsPublic(Now), release.WithdrawnAt!.Value, release.WithdrawnReason));
        Assert.Equal("Rule.Withdrawn", Cast.Rule(() => release.Save(Cast.Text("Again"), 1, Cast.Anna)));
    }

    private static Release InState(ReleaseState state)
    {
        var release = Cast.Draft();
        if (state >= ReleaseState.InReview)
            release.Submit(Cast.Monday);
        if (state >= ReleaseState.Approved)
            release.Approve(Cast.Monday);
        if (state >= ReleaseState.Published)
            release.Publish(Cast.Monday, Cast.Monday);
        if (state >= ReleaseState.Corrected)
            release.Correct("A typing error.", Cast.Monday);
        if (state >= ReleaseState.Withdrawn)
            release.Withdraw("It was never so.", Cast.Monday);
        return release;
    }
}
