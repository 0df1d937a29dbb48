using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Core.Tests.Stories;

public class RevisionTests
{
    [Fact]
    public void Every_save_leaves_a_revision_with_author_time_and_note()
    {
        var release = Cast.Draft(headline: "Trains");

        var revision = release.Save(Cast.Text("More trains"), 1, Cast.ChenALittleLater);

        Assert.Equal([1, 2], release.Revisions.Select(r => r.Number));
        Assert.Equal(["Trains", "More trains"], release.Revisions.Select(r => r.Content.Headline));
        Assert.Equal(("L. Chen", Cast.Monday.AddHours(1), "Figures added", false), (revision!.By, revision.At, revision.Note!, revision.Minor));
        Assert.Equal((Cast.Monday, Cast.Monday.AddHours(1)), (release.CreatedAt, release.UpdatedAt));
    }

    [Fact]
    public void Saving_the_same_text_leaves_no_revision()
    {
        var release = Cast.Draft(headline: "Trains");

        Assert.Null(release.Save(Cast.Text("Trains"), 1, Cast.ChenALittleLater));
        Assert.Equal((1, Cast.Monday), (release.RevisionNumber, release.UpdatedAt));
    }

    [Fact]
    public void A_save_based_on_an_older_revision_is_refused_with_both_texts()
    {
        var release = Cast.Draft(headline: "Trains");
        release.Save(Cast.Text("Theirs"), 1, Cast.ChenALittleLater);

        var conflict = Assert.Throws<EditConflictException>(() => release.Save(Cast.Text("Mine"), 1, Cast.Anna));

        Assert.Equal(("Mine", "Theirs", 2), (conflict.Mine.Headline, conflict.Theirs.Headline, conflict.TheirRevision));
        Assert.Equal("Theirs", release.Content.Headline);
    }

    [Fact]
    public void A_minor_edit_is_nothing_that_translations_have_to_follow()
    {
        var (source, _) = Translated();

        source.Save(Cast.Text("Trains", "The  body."), 1, Cast.TypingError);

        Assert.Equal((2, 1), (source.RevisionNumber, source.MajorRevision));
    }

    [Fact]
    public void The_first_save_counts_even_when_it_is_called_minor() =>
        Assert.Equal(1, new Story().Draft("en", Cast.Text("Trains"), Cast.TypingError).MajorRevision);

    [Fact]
    public void A_translation_follows_a_revision_that_exists_in_another_language()
    {
        var (source, translation) = Translated();

        Assert.Equal("Rule.NoSuchRevision", Cast.Rule(() => translation.Follow(source, 2)));
        Assert.Equal("Rule.NoSuchRevision", Cast.Rule(() => translation.Follow(source, 0)));
        Assert.Equal("Rule.SameLanguage", Cast.Rule(() => translation.Follow(Cast.Draft("de"), 1)));
    }

    [Fact]
    public void The_address_of_a_draft_follows_its_headline_until_readers_know_it()
    {
        var release = Cast.Draft(headline: "Trains");
        release.Save(Cast.Text("More trains"), 1, Cast.Anna);
        Assert.Equal("more-trains", release.Slug);
        release.Submit(Cast.Monday);
        release.Approve(Cast.Monday);
        release.Publish(Cast.Monday, Cast.Monday);

        release.Save(Cast.Text("Fewer trains"), 2, Cast.Anna);

        Assert.Equal("more-trains", release.Slug);
    }

    [Fact]
    public void An_address_given_by_hand_stays()
    {
        var release = Cast.Draft(headline: "Trains");
        release.Rename("Züge 2026", new Edit("Vera", default, MayPublish: true));

        release.Save(Cast.Text("More trains"), 1, Cast.Anna);

        Assert.Equal("züge-2026", release.Slug);
    }

    private static (Release Source, Release Translation) Translated()
    {
        var source = Cast.Draft("en", "Trains");
        var translation = source.Story.Draft("de", Cast.Text("Züge"), Cast.Anna);
        translation.Follow(source, 1);
        return (source, translation);
    }
}
