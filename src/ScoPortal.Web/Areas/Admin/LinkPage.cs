using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Stories;
using ScoPortal.Data.Translation;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>A page that changes which releases are versions of one story, and notes that in the audit.</summary>
public abstract class LinkPage : DeskPage
{
    /// <summary>Makes a release a version of a story.</summary>
    /// <exception cref="Core.RuleException">The story has a release in that language.</exception>
    protected async Task<LinkChange> LinkAsync(ReleaseHead release, int story, int? suggestion = null)
    {
        var alone = await Db.Releases.CountAsync(r => r.StoryId == release.StoryId, Gone) == 1;
        return await Db.LinkAsync(release.Id, story, new(Edit(), await MayFileAsync(story), suggestion, _ => Audit(
            alone ? "story.link" : "story.move", Subject(story), new { Release = release.Id, Story = release.StoryId }, new { Release = release.Id, Story = story })), Gone);
    }

    /// <summary>Takes a release out into a story of its own.</summary>
    /// <exception cref="Core.RuleException">It is the only one of its story.</exception>
    protected Task<LinkChange> TakeOutAsync(ReleaseHead release) => Db.UnlinkAsync(release.Id, new(Edit(), Made: change => Audit(
        "story.unlink", Subject(release.StoryId), new { Release = release.Id, Story = release.StoryId }, new { Release = release.Id, Story = change.OtherStoryId })), Gone);

    /// <summary>Lets a story take over another.</summary>
    /// <exception cref="Core.RuleException">Both have a release in one language.</exception>
    protected async Task<LinkChange> MergeAsync(int story, int other, int? suggestion = null) =>
        await Db.MergeAsync(story, other, new(Edit(), await MayFileAsync(story), suggestion, _ => Audit(
            "story.merge", Subject(story), new { Story = other }, new { Story = story })), Gone);

    private static string Subject(int story) => FormattableString.Invariant($"story/{story}");

    private async Task<bool> MayFileAsync(int story) =>
        Me.MayPublish || (await Db.Stories.Include(s => s.Releases).AsNoTracking().SingleAsync(s => s.Id == story, Gone)).MayFile(Me);
}
